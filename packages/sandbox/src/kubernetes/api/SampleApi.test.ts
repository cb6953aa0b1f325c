/** @jest-environment node */
import type { PolicyRule } from './Identity';
import {
  ADMIN,
  configMap,
  namespace,
  servePlainCluster,
} from '../__testUtils__/servePlainCluster';

const MAPS = '/api/v1/namespaces/library/configmaps';

const rules: PolicyRule[] = [
  { apiGroups: [''], resources: ['configmaps'], verbs: ['list', 'watch'] },
  {
    apiGroups: [''],
    resources: ['secrets'],
    verbs: ['get'],
    resourceNames: ['known'],
  },
];
const reader = { token: 'reader', username: 'alexandria-reader', rules };

const bodyOf = ({ body }: { body: unknown }) =>
  body as {
    message: string;
    reason: string;
    items: { metadata: { name: string } }[];
    metadata: { continue: string; resourceVersion: string };
  };

describe('the API of a sample cluster', () => {
  let served: Awaited<ReturnType<typeof servePlainCluster>>;
  beforeEach(async () => {
    served = await servePlainCluster({
      identities: [ADMIN, reader],
      bookmarkMs: 20,
    });
    served.create(
      namespace('library'),
      ...['a', 'b', 'c'].map(name => configMap(name, { labels: { is: name } })),
    );
  });
  afterEach(() => served.close());

  const names = async (query: string) => {
    const answer = await served.client.ask({ path: `${MAPS}?${query}` });
    return bodyOf(answer).items.map(({ metadata }) => metadata.name);
  };

  describe('lets in', () => {
    it.each([
      ['nobody', undefined, MAPS, 403],
      ['nobody to what it serves', undefined, '/apis', 403],
      ['nobody but to ask whether it is there', undefined, '/version', 200],
      ['who shows another token', 'other', MAPS, 401],
      ['who may', 'reader', MAPS, 200],
      ['who may not', 'reader', '/api/v1/pods', 403],
      [
        'who may get this one',
        'reader',
        '/api/v1/namespaces/library/secrets/known',
        404,
      ],
      [
        'who may not get that one',
        'reader',
        '/api/v1/namespaces/library/secrets/other',
        403,
      ],
      ['who may not list them', 'reader', '/api/v1/secrets', 403],
      ['who may not set faults', 'reader', '/sandbox/faults', 403],
    ])('%s', async (_, token, path, status) => {
      const answer = await served.client.as(token).ask({ path });
      expect(answer.status).toBe(status);
    });

    it('says what may not be done, as RBAC does', async () => {
      const answer = await served.client
        .as('reader')
        .ask({ path: '/apis/apps/v1/namespaces/library/deployments/web' });
      expect(bodyOf(answer)).toMatchObject({
        reason: 'Forbidden',
        message:
          'deployments.apps "web" is forbidden: User "alexandria-reader" cannot get resource "deployments" in API group "apps" in the namespace "library"',
      });
    });
  });

  describe('lists in pages', () => {
    it('of the moment of the first', async () => {
      const first = bodyOf(
        await served.client.ask({ path: `${MAPS}?limit=2` }),
      );
      served.create(configMap('bb'), configMap('d'));
      const second = bodyOf(
        await served.client.ask({
          path: `${MAPS}?limit=2&continue=${first.metadata.continue}`,
        }),
      );
      expect(second.items.map(({ metadata }) => metadata.name)).toEqual(['c']);
      expect(second.metadata.resourceVersion).toBe(
        first.metadata.resourceVersion,
      );
      expect(await names('')).toEqual(['a', 'b', 'bb', 'c', 'd']);
    });

    it('until that moment was compacted, and then goes on with what is there', async () => {
      const first = bodyOf(
        await served.client.ask({ path: `${MAPS}?limit=2` }),
      );
      served.create(configMap('d'));
      served.cluster.compact();
      const answer = await served.client.ask({
        path: `${MAPS}?limit=2&continue=${first.metadata.continue}`,
      });
      expect(answer).toMatchObject({
        status: 410,
        body: {
          reason: 'Expired',
          message: expect.stringContaining('too old'),
        },
      });
      expect(
        await names(`continue=${bodyOf(answer).metadata.continue}`),
      ).toEqual(['c', 'd']);
    });
  });

  describe('watches', () => {
    const versionNow = () => served.cluster.objects.store.version;

    const seen = async (query: string, begun: () => Promise<void>) => {
      const path = `${MAPS}?watch=true&timeoutSeconds=1&${query}`;
      const { body } = await served.client.watch(path, begun);
      return (
        body as { type: string; object: { metadata: { name: string } } }[]
      ).map(({ type, object }) => `${type} ${object.metadata.name}`);
    };

    it('what is there and then what happens, where no version is named', async () => {
      expect(await seen('', async () => served.create(configMap('d')))).toEqual(
        ['ADDED a', 'ADDED b', 'ADDED c', 'ADDED d'],
      );
    });

    it('what happened after a version', async () => {
      const version = versionNow();
      served.create(configMap('d'));
      await served.client.ask({ method: 'DELETE', path: `${MAPS}/a` });
      expect(
        await seen(`resourceVersion=${version}`, async () => undefined),
      ).toEqual(['ADDED d', 'DELETED a']);
    });

    it('what comes to be selected and what ceases to be', async () => {
      const relabel = (is: string) =>
        served.client.ask({
          method: 'PATCH',
          path: `${MAPS}/a`,
          headers: { 'content-type': 'application/merge-patch+json' },
          body: { metadata: { labels: { is } } },
        });
      const query = `labelSelector=is=z&resourceVersion=${versionNow()}`;
      expect(
        await seen(query, async () => {
          await relabel('z');
          await relabel('y');
        }),
      ).toEqual(['ADDED a', 'DELETED a']);
    });

    it('with bookmarks where they are asked for', async () => {
      const query = `resourceVersion=${versionNow()}`;
      const { body } = await served.client.watch(
        `${MAPS}?watch=true&timeoutSeconds=1&allowWatchBookmarks=true&${query}`,
      );
      expect((body as object[])[0]).toMatchObject({
        type: 'BOOKMARK',
        object: {
          kind: 'ConfigMap',
          metadata: { resourceVersion: String(versionNow()) },
        },
      });
      expect(await seen(query, async () => undefined)).toEqual([]);
    });

    it.each(['a version that was compacted', 'a compaction meanwhile'])(
      'until 410: %s',
      async what => {
        const version = versionNow();
        const isBefore = what.startsWith('a version');
        if (isBefore) {
          served.cluster.compact();
        }
        const { body, status } = await served.client.watch(
          `${MAPS}?watch=true&resourceVersion=${version}`,
          async () => {
            if (!isBefore) {
              served.cluster.compact();
            }
          },
        );
        expect(status).toBe(200);
        expect(body).toEqual([
          {
            type: 'ERROR',
            object: expect.objectContaining({ code: 410, reason: 'Expired' }),
          },
        ]);
      },
    );

    it('not in the way that it does not know', async () => {
      const answer = await served.client.ask({
        path: `${MAPS}?watch=true&sendInitialEvents=true`,
      });
      expect(answer).toMatchObject({
        status: 422,
        body: { reason: 'Invalid' },
      });
    });
  });
});
