/** @jest-environment node */
import {
  crds,
  describeWithTools,
  startControlPlane,
  type ControlPlane,
} from '@alexandriaproject/test-rig';
import { ApiClient, type Answer, type Asked } from './ApiClient';
import { CHART_NAMESPACE } from './__testUtils__/chartObjects';
import { normalizedAnswer } from './__testUtils__/normalized';
import {
  bodyOf,
  CERTIFICATES,
  DEPLOYMENTS,
  map,
  MAPS,
  MERGE,
  METADATA,
  patch,
  post,
  SECRETS,
  sequences,
  type Step,
} from './__testUtils__/sequences';
import { servePlainCluster } from './__testUtils__/servePlainCluster';

describeWithTools(
  'a sample cluster beside a real API server',
  ['control-plane'],
  () => {
    let plane: ControlPlane;
    let real: ApiClient;
    let sample: Awaited<ReturnType<typeof servePlainCluster>>;

    beforeAll(async () => {
      plane = await startControlPlane();
      await plane.applyCrds(await crds());
      real = ApiClient.ofKubeconfig(plane.kubeconfig);
      // What a CustomResourceDefinition has just brought is not served at once.
      let status: number;
      do {
        ({ status } = await real.ask({ path: CERTIFICATES }));
      } while (status === 429);
    }, 120_000);
    afterAll(() => plane?.stop());

    beforeEach(async () => {
      sample = await servePlainCluster();
      for (const name of ['library', CHART_NAMESPACE]) {
        const namespace = { apiVersion: 'v1', kind: 'Namespace' };
        const asked = post('/api/v1/namespaces', {
          ...namespace,
          metadata: { name },
        });
        await Promise.all([real.ask(asked), sample.client.ask(asked)]);
      }
    });
    afterEach(async () => {
      await sample.close();
      for (const path of [MAPS, SECRETS, DEPLOYMENTS]) {
        await real.ask({ method: 'DELETE', path });
      }
    });

    async function answers(client: ApiClient, steps: readonly Step[]) {
      const given: Answer[] = [];
      for (const step of steps) {
        const asked = typeof step === 'function' ? step(given) : step;
        given.push(await client.ask(asked));
      }
      return given.map((answer, index) => {
        const step = steps[index];
        const asked =
          typeof step === 'function' ? step(given.slice(0, index)) : step;
        return {
          asked: `${asked.method ?? 'GET'} ${asked.path.replace(
            /continue=.*/,
            'continue=…',
          )}`,
          ...normalizedAnswer(answer),
        };
      });
    }

    it.each(sequences)('answers alike: %s', async (_, steps) => {
      expect(await answers(sample.client, steps)).toEqual(
        await answers(real, steps),
      );
    });

    describe('tells watches alike', () => {
      /** What happens while it is watched. */
      const acts: Asked[] = [
        post(MAPS, map('a', { is: 'x' })),
        post(MAPS, map('b', { is: 'y' })),
        patch(`${MAPS}/b`, MERGE, { metadata: { labels: { is: 'x' } } }),
        patch(`${MAPS}/a`, MERGE, { data: { a: '2' } }),
        patch(`${MAPS}/a`, MERGE, { metadata: { labels: { is: 'y' } } }),
        { method: 'DELETE', path: `${MAPS}/b` },
        { method: 'DELETE', path: `${MAPS}/a` },
      ];

      async function watched(
        client: ApiClient,
        query: string,
        options: { before?: boolean; headers?: Record<string, string> } = {},
      ) {
        const { body } = await client.ask({ path: MAPS });
        const version = bodyOf({ body } as Answer).metadata.resourceVersion;
        const act = async () => {
          for (const asked of acts) {
            await client.ask(asked);
          }
        };
        if (options.before) {
          await act();
        }
        const path = `${MAPS}?watch=true&timeoutSeconds=2&${query.replace(
          'NOW',
          version,
        )}`;
        return normalizedAnswer(
          await client.watch(
            path,
            options.before ? undefined : act,
            options.headers,
          ),
        );
      }

      it.each([
        ['what happens', 'resourceVersion=NOW', {}],
        ['what happened since', 'resourceVersion=NOW', { before: true }],
        [
          'what comes to be selected and what ceases to be',
          'resourceVersion=NOW&labelSelector=is=x',
          {},
        ],
        [
          'what was selected since',
          'resourceVersion=NOW&labelSelector=is=x',
          { before: true },
        ],
        ['one object', 'resourceVersion=NOW&fieldSelector=metadata.name=a', {}],
        ['metadata alone', 'resourceVersion=NOW', { headers: METADATA }],
        [
          'a selector that is none',
          'resourceVersion=NOW&labelSelector=a%20b',
          {},
        ],
      ])('%s', async (_, query, options) => {
        expect(await watched(sample.client, query, options)).toEqual(
          await watched(real, query, options),
        );
      });
    });

    describe('lets in alike', () => {
      const reader = 'system:serviceaccount:library:reader';
      let token: string;

      beforeAll(async () => {
        const rbac = '/apis/rbac.authorization.k8s.io/v1';
        for (const asked of [
          post('/api/v1/namespaces', {
            ...{ apiVersion: 'v1', kind: 'Namespace' },
            metadata: { name: 'library' },
          }),
          post('/api/v1/namespaces/library/serviceaccounts', {
            ...{ apiVersion: 'v1', kind: 'ServiceAccount' },
            metadata: { name: 'reader' },
          }),
          post(`${rbac}/clusterroles`, {
            ...{
              apiVersion: 'rbac.authorization.k8s.io/v1',
              kind: 'ClusterRole',
            },
            metadata: { name: 'reader' },
            rules: [
              { apiGroups: [''], resources: ['configmaps'], verbs: ['list'] },
              {
                ...{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] },
                resourceNames: ['known'],
              },
            ],
          }),
          post(`${rbac}/clusterrolebindings`, {
            ...{ apiVersion: 'rbac.authorization.k8s.io/v1' },
            kind: 'ClusterRoleBinding',
            metadata: { name: 'reader' },
            roleRef: {
              ...{ apiGroup: 'rbac.authorization.k8s.io' },
              ...{ kind: 'ClusterRole', name: 'reader' },
            },
            subjects: [
              { kind: 'ServiceAccount', name: 'reader', namespace: 'library' },
            ],
          }),
        ]) {
          await real.ask(asked);
        }
        const { body } = await real.ask(
          post('/api/v1/namespaces/library/serviceaccounts/reader/token', {
            ...{ apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest' },
            spec: {},
          }),
        );
        ({ token } = (body as { status: { token: string } }).status);
      });

      it.each([
        ['nobody', () => undefined],
        ['who is not known', () => 'unknown'],
        ['who may little', () => token],
      ])('%s', async (_, tokenOf) => {
        const own = await servePlainCluster({
          identities: [
            {
              ...{ token: tokenOf() ?? '-', username: reader },
              rules: [
                { apiGroups: [''], resources: ['configmaps'], verbs: ['list'] },
                {
                  ...{ apiGroups: [''], resources: ['secrets'] },
                  ...{ verbs: ['get'], resourceNames: ['known'] },
                },
              ],
            },
          ].filter(each => each.token !== 'unknown'),
        });
        const steps: Asked[] = [
          { path: MAPS },
          { path: `${MAPS}?watch=true` },
          { path: `${SECRETS}/known` },
          { path: `${SECRETS}/other` },
          { path: SECRETS },
          { path: `${DEPLOYMENTS}/web/status` },
          post(MAPS, map('a')),
          { method: 'DELETE', path: `${MAPS}/a` },
          { method: 'DELETE', path: MAPS },
        ];
        const [ours, theirs] = [
          await answers(own.client.as(tokenOf()), steps),
          await answers(real.as(tokenOf()), steps),
        ];
        await own.close();
        expect(ours.slice(1)).toEqual(theirs.slice(1));
        expect(ours[0].status).toEqual(theirs[0].status);
      });
    });
  },
);
