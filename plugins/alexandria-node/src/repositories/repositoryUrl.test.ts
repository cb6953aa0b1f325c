import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { repositoryUrl } from './repositoryUrl';

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
const SOURCE = 'backstage.io/source-location';
const LOCATION = 'backstage.io/managed-by-location';
const REPOSITORY = 'https://github.com/acme/assistant';

describe('repositoryUrl', () => {
  it.each<[string, Record<string, string>, string | undefined]>([
    [
      'its source',
      {
        [SOURCE]: `url:${REPOSITORY}/tree/main/`,
        [LOCATION]: 'url:https://github.com/acme/catalog/blob/main/all.yaml',
      },
      `${REPOSITORY}/tree/main/`,
    ],
    [
      'the folder of its description',
      { [LOCATION]: `url:${REPOSITORY}/blob/main/catalog-info.yaml` },
      `${REPOSITORY}/tree/main/`,
    ],
    [
      'a file of the portal',
      { [LOCATION]: 'file:/etc/catalog.yaml' },
      undefined,
    ],
    ['no location', { [SOURCE]: 'nowhere' }, undefined],
    ['nothing', {}, undefined],
  ])('is %s', (_, annotations, url) => {
    const entity = {
      apiVersion: 'v1',
      kind: 'Component',
      metadata: { name: 'a', annotations },
    };
    expect(repositoryUrl(entity, integrations)).toBe(url);
  });
});
