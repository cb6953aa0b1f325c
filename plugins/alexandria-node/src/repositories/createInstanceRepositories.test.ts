import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createInstanceRepositories } from './createInstanceRepositories';

const URL = 'https://git.example.com/acme/assistant/src/branch/main/';

const entity = (name: string, annotations: Record<string, string>): Entity => ({
  ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Component' },
  metadata: { name, annotations },
  spec: { type: 'service', owner: 'team', lifecycle: 'production' },
});

const entities = [
  entity('assistant', { 'backstage.io/source-location': `url:${URL}` }),
  entity('homeless', {}),
];

function repositories(
  given: {
    result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
    failure?: Error;
    count?: number;
  } = {},
) {
  const { result = AuthorizeResult.ALLOW, failure, count = 1 } = given;
  const authorize = jest.fn(async () => [{ result }]);
  const readTree = jest.fn(async (_url, { filter }) => {
    if (failure) {
      throw failure;
    }
    const paths = Array.from({ length: count }, (_, n) => `docs/${n}.md`);
    return {
      etag: 'c0ffee',
      files: async () =>
        [...paths, 'secret.txt']
          .filter(path => filter(path))
          .map(path => ({ path, content: async () => Buffer.from(path) })),
    };
  });
  return {
    authorize,
    readTree,
    read: (entityRef: string) =>
      createInstanceRepositories({
        catalog: catalogServiceMock({ entities }),
        permissions: { authorize },
        urlReader: mockServices.urlReader.mock({
          readTree: readTree as never,
        }),
        integrations: ScmIntegrations.fromConfig(mockServices.rootConfig()),
      }).read(entityRef, {
        credentials: mockCredentials.user(),
        isWanted: path => path.startsWith('docs/'),
      }),
  };
}

describe('createInstanceRepositories', () => {
  it('reads what is wanted of the repository that the catalog names', async () => {
    const { read, readTree, authorize } = repositories();
    expect(await read('component:default/assistant')).toMatchObject({
      url: URL,
      commit: 'c0ffee',
      files: new Map([['docs/0.md', 'docs/0.md']]),
    });
    expect(readTree.mock.calls[0][0]).toBe(URL);
    expect(authorize).toHaveBeenCalledWith(
      [
        {
          permission: expect.objectContaining({
            name: 'alexandria.instance.change',
          }),
          resourceRef: 'component:default/assistant',
        },
      ],
      expect.anything(),
    );
  });

  it.each<[string, string, Parameters<typeof repositories>[0], string, RegExp]>(
    [
      ['no reference', '', {}, 'InputError', /not a reference/],
      [
        'no entity',
        'other',
        {},
        'NotFoundError',
        /no entity component:default/,
      ],
      [
        'no permission',
        'assistant',
        { result: AuthorizeResult.DENY },
        'NotAllowedError',
        /may not change/,
      ],
      ['no repository', 'homeless', {}, 'InputError', /names no repository/],
      [
        'a repository that is gone',
        'assistant',
        { failure: new NotFoundError('token abc') },
        'NotFoundError',
        /may not read it$/,
      ],
      [
        'a repository that is too large',
        'assistant',
        { count: 2_001 },
        'InputError',
        /2000 files/,
      ],
      [
        'a host that fails',
        'assistant',
        { failure: new Error('token abc') },
        'ServiceUnavailableError',
        /the log of the portal/,
      ],
    ],
  )('says of %s what is wrong', async (_, ref, given, name, message) => {
    const { read } = repositories(given);
    await expect(read(ref)).rejects.toMatchObject({
      name,
      message: expect.stringMatching(message),
    });
  });

  it('reads nothing for somebody who may not change the instance', async () => {
    const { read, readTree } = repositories({ result: AuthorizeResult.DENY });
    await expect(read('assistant')).rejects.toThrow();
    expect(readTree).not.toHaveBeenCalled();
  });
});
