import {
  generateRepository,
  parseInstance,
} from '@alexandriaproject/alexandria-manifests';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ConfigReader } from '@backstage/config';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ExpectationReader } from './ExpectationReader';

const INTERVAL = 600_000;
const REF = 'component:default/assistant';

function repository(imageTag: string): Map<string, string> {
  const parsed = parseInstance({
    name: 'assistant',
    owner: 'group:default/payments',
    environments: [
      { name: 'dev', stage: 'development' },
      {
        name: 'prod',
        stage: 'production',
        cluster: 'north',
        host: 'assistant.acme.io',
        imageTag,
      },
    ],
  });
  if (!parsed.ok) {
    throw new Error(JSON.stringify(parsed.issues));
  }
  return new Map(
    generateRepository(parsed.value).map(({ path, content }) => [
      path,
      content,
    ]),
  );
}

const entity = (name: string, tags = ['alexandria']) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    tags,
    annotations: {
      'backstage.io/kubernetes-id': 'assistant',
      'backstage.io/source-location': 'url:https://git.acme.io/a/tree/main/',
    },
  },
});

/** A repository at one commit, as a host would give it. */
class Host implements UrlReaderService {
  asked = 0;
  failure: Error | undefined;

  constructor(public files: Map<string, string>, public etag = 'one') {}

  async readTree(
    ...[, options]: Parameters<UrlReaderService['readTree']>
  ): ReturnType<UrlReaderService['readTree']> {
    this.asked += 1;
    if (this.failure) {
      throw this.failure;
    }
    if (options?.etag === this.etag) {
      throw new NotModifiedError();
    }
    const files = [...this.files].filter(
      ([path, { length: size }]) => options?.filter?.(path, { size }) ?? true,
    );
    return {
      etag: this.etag,
      files: async () =>
        files.map(([path, text]) => ({
          path,
          content: async () => Buffer.from(text),
        })),
      archive: () => Promise.reject(new Error('nobody asks for it')),
      dir: () => Promise.reject(new Error('nobody asks for it')),
    };
  }

  readUrl = () => Promise.reject(new Error('nobody asks for it'));
  search = () => Promise.reject(new Error('nobody asks for it'));
}

function started(
  entities = [entity('assistant')],
  catalog: CatalogService = catalogServiceMock({ entities }),
) {
  const host = new Host(repository('v1.0.0'));
  let now = 1_000_000;
  const reader = new ExpectationReader({
    catalog,
    auth: mockServices.auth(),
    urlReader: host,
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    logger: mockServices.logger.mock(),
    intervalMs: INTERVAL,
    clock: { now: () => now },
    random: () => 0.5,
  });
  reader.know(['north', 'south']);
  const later = async (ms: number) => {
    now += ms;
    await reader.readDue(new AbortController().signal);
  };
  return { host, reader, later };
}

const imagesOf = (reader: ExpectationReader) =>
  JSON.stringify(reader.expected('north', 'assistant-prod'));

describe('ExpectationReader', () => {
  it('knows what each environment asks for, and of which cluster', async () => {
    const { reader, later } = started();
    await later(0);
    expect(reader.state(REF)).toMatchObject({ problems: [] });
    expect(reader.expected('north', 'assistant-prod')).toMatchObject([
      {
        entityRef: REF,
        id: 'assistant',
        isRequired: true,
        expectation: {
          namespace: 'assistant-prod',
          environment: 'prod',
          source: 'values-prod.yaml',
          autoscaler: false,
          deployment: { spec: { replicas: 1 } },
        },
      },
    ]);
    expect(reader.expected('south', 'assistant-prod')).toEqual([]);
    expect(reader.required(REF, 'north')).toHaveLength(1);
    expect(reader.required(REF, 'south')).toEqual([]);
  });

  it('requires nothing where the cluster has a name that the portal does not know', async () => {
    const { reader, later } = started();
    await later(0);
    for (const cluster of ['north', 'south']) {
      expect(reader.expected(cluster, 'assistant-dev')).toMatchObject([
        { isRequired: false },
      ]);
    }
  });

  it('keeps no value of a variable', async () => {
    const { reader, later } = started();
    await later(0);
    expect(imagesOf(reader)).not.toContain('"value"');
  });

  it('reads again only what changed, and not before it is due', async () => {
    const { host, reader, later } = started();
    await later(0);
    await later(1_000);
    expect(host.asked).toBe(1);
    await later(INTERVAL);
    expect(host.asked).toBe(2);
    expect(imagesOf(reader)).toContain('v1.0.0');
    host.files = repository('v1.1.0');
    host.etag = 'two';
    await later(INTERVAL);
    expect(imagesOf(reader)).toContain('v1.1.0');
    expect(imagesOf(reader)).not.toContain('v1.0.0');
  });

  it('learns of a new instance before its repositories are due', async () => {
    const entities: Entity[] = [];
    const catalog = catalogServiceMock.mock({
      getEntities: async () => ({ items: [...entities] }),
    });
    const { reader, later } = started([], catalog);
    await later(0);
    entities.push(entity('assistant'));
    await later(INTERVAL / 5);
    expect(reader.state(REF)).toMatchObject({ problems: [] });
  });

  it('reads soon when a Deployment changes, and not for each change', async () => {
    const { host, reader, later } = started();
    await later(0);
    reader.hasten('assistant-prod');
    await later(1_000);
    expect(host.asked).toBe(1);
    await later(30_000);
    expect(host.asked).toBe(2);
    host.failure = new Error('down');
    reader.hasten('assistant-prod');
    await later(30_000);
    reader.hasten('assistant-prod');
    await later(1_000);
    expect(host.asked).toBe(3);
  });

  it('says that a repository cannot be read, and compares nothing once that lasts', async () => {
    const { host, reader, later } = started();
    await later(0);
    host.failure = new NotFoundError('https://token@git.acme.io/a');
    await later(INTERVAL * 1.2);
    expect(reader.state(REF)?.problems).toEqual([
      'the repository is not there, or the portal may not read it',
    ]);
    expect(reader.expected('north', 'assistant-prod')).toHaveLength(1);
    await later(INTERVAL * 3);
    expect(reader.expected('north', 'assistant-prod')).toEqual([]);
    expect(reader.required(REF, 'north')).toEqual([]);
    host.failure = undefined;
    await later(INTERVAL * 1.2);
    expect(reader.state(REF)).toMatchObject({ problems: [] });
    expect(reader.expected('north', 'assistant-prod')).toHaveLength(1);
  });

  it('says what keeps an environment from being compared', async () => {
    const { host, reader, later } = started();
    host.files.delete('values-prod.yaml');
    await later(0);
    expect(reader.state(REF)?.problems).toEqual([
      'prod: values-prod.yaml is not accepted: is not there',
    ]);
    expect(reader.expected('north', 'assistant-prod')).toEqual([]);
  });

  it('takes what two entities claim for nobody’s', async () => {
    const { reader, later } = started([entity('assistant'), entity('other')]);
    await later(0);
    expect(reader.expected('north', 'assistant-prod')).toEqual([]);
  });

  it('looks at no entity that is no instance', async () => {
    const { host, reader, later } = started([entity('assistant', ['shop'])]);
    await later(0);
    expect(host.asked).toBe(0);
    expect(reader.state(REF)).toBeUndefined();
  });

  it('refuses a repository that is too large', async () => {
    const { host, reader, later } = started();
    host.files.set('k8s/large.yaml', 'x'.repeat(17 * 1024 * 1024));
    await later(0);
    expect(reader.state(REF)?.problems[0]).toContain('has more than');
  });
});
