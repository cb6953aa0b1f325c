import { describeWithTools } from '@alexandriaproject/test-rig';
import { setTimeout as sleep } from 'timers/promises';
import type { AdminApi } from './support/AdminApi';
import {
  FaultyClusters,
  NOTICED,
  UNTOUCHED,
  type Fault,
} from './support/FaultyClusters';

const FLOWCONTROL = '/apis/flowcontrol.apiserver.k8s.io/v1';
const RBAC = '/apis/rbac.authorization.k8s.io/v1';

const identity = (name: string) => `system:serviceaccount:backstage:${name}`;

/** Who is at the same level, and may do anything. */
const OTHER = 'other';

/** A level at which API Priority and Fairness lets one request through at a time. */
const level = (name: string) => [
  {
    path: `${FLOWCONTROL}/prioritylevelconfigurations`,
    kind: 'PriorityLevelConfiguration',
    spec: {
      type: 'Limited',
      limited: {
        nominalConcurrencyShares: 0,
        lendablePercent: 0,
        borrowingLimitPercent: 0,
        limitResponse: { type: 'Reject' },
      },
    },
  },
  {
    path: `${FLOWCONTROL}/flowschemas`,
    kind: 'FlowSchema',
    spec: {
      priorityLevelConfiguration: { name: 'level' },
      matchingPrecedence: 10,
      rules: [
        {
          subjects: [identity(name), OTHER].map(user => ({
            kind: 'User',
            user: { name: user },
          })),
          resourceRules: [
            {
              ...{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
              ...{ clusterScope: true, namespaces: ['*'] },
            },
          ],
          nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
        },
      ],
    },
  },
];

/** How long a server may take to heed what is changed about who may do what, in milliseconds. */
const HEED_MS = 20_000;

/** Asks the server until it says something, and gives up when it has had the time to heed what was changed. */
async function untilHeeded(
  what: string,
  ask: () => Promise<unknown>,
  isSo: (said: string) => boolean,
) {
  const deadline = Date.now() + HEED_MS;
  for (;;) {
    const said = String(await ask());
    if (isSo(said)) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(`${what}: ${said}`);
    }
    await sleep(50);
  }
}

/** Waits until the server answers somebody with a status. */
const untilAnswered = (api: AdminApi, status: number, user: string) =>
  untilHeeded(
    `${user} is not answered with ${status}`,
    () =>
      api
        .request('GET', '/api/v1/pods', undefined, user)
        .then(() => ' 200 ', String),
    said => said.includes(` ${status} `),
  );

/** Deletes an object. @returns what creates it again */
async function take(api: AdminApi, path: string, name: string) {
  const { metadata, ...object } = JSON.parse(
    await api.request('GET', `${path}/${name}`),
  );
  await api.request('DELETE', `${path}/${name}`);
  return () => api.request('POST', path, { ...object, metadata: { name } });
}

interface Case {
  /** For an open watch nobody is asked who it is: a refusal is felt by the next. */
  fault(cluster: { clusters: FaultyClusters; name: string }): Fault;
}

const cases: Record<string, Case> = {
  'rate-limited': {
    fault({ clusters: { api }, name }) {
      let leave: () => void;
      return {
        async inflict() {
          await api.request('POST', `${RBAC}/clusterrolebindings`, {
            ...{ apiVersion: 'rbac.authorization.k8s.io/v1' },
            kind: 'ClusterRoleBinding',
            metadata: { name: OTHER },
            roleRef: {
              apiGroup: 'rbac.authorization.k8s.io',
              kind: 'ClusterRole',
              name: 'cluster-admin',
            },
            subjects: [{ kind: 'User', name: OTHER }],
          });
          await untilAnswered(api, 200, OTHER);
          const made: { metadata: { uid: string } }[] = [];
          for (const { path, kind, spec } of level(name)) {
            const answer = await api.request('POST', path, {
              ...{ apiVersion: 'flowcontrol.apiserver.k8s.io/v1', kind, spec },
              metadata: { name: 'level' },
            });
            made.push(JSON.parse(answer));
          }
          // What was let in before would stay at another level.
          await untilHeeded(
            `${OTHER} is not served at the level`,
            () => api.levelOf(OTHER),
            uid => uid === made[0].metadata.uid,
          );
          leave = api.occupy(OTHER);
          await untilAnswered(api, 429, identity(name));
        },
        async mend() {
          leave();
          for (const { path } of level(name).reverse()) {
            await api.request('DELETE', `${path}/level`);
          }
          await untilAnswered(api, 200, identity(name));
        },
        message: /^answered with status 429/,
        also: /^answered with status 429/,
      };
    },
  },
  'role-taken': {
    fault({ clusters: { api }, name }) {
      let giveBack: () => Promise<unknown>;
      return {
        async inflict() {
          giveBack = await take(api, `${RBAC}/clusterrolebindings`, name);
          await untilAnswered(api, 403, identity(name));
        },
        async mend() {
          await giveBack();
          await untilAnswered(api, 200, identity(name));
        },
        message: /^answered with status 403/,
        also: /^answered with status 403/,
      };
    },
  },
  'pods-taken': {
    fault({ clusters: { api }, name }) {
      const path = `${RBAC}/clusterroles/${name}`;
      let rules: { resources: string[] }[];
      return {
        async inflict() {
          ({ rules } = JSON.parse(await api.request('GET', path)));
          await api.request('PATCH', path, {
            rules: rules
              .map(rule => ({
                ...rule,
                resources: rule.resources.filter(each => each !== 'pods'),
              }))
              .filter(({ resources }) => resources.length > 0),
          });
          await untilAnswered(api, 403, identity(name));
        },
        async mend() {
          await api.request('PATCH', path, { rules });
          await untilAnswered(api, 200, identity(name));
        },
        message: /^answered with status 403: pods$/,
      };
    },
  },
  'token-ended': {
    fault: ({ clusters, name }) => ({
      inflict: () => clusters.endToken(name),
      mend: () => clusters.rotateToken(name),
      message: /^answered with status 401/,
      also: /^answered with status 401/,
    }),
  },
};

const names = Object.keys(cases);

// Each has its fault while all others have theirs.
describeWithTools(
  'clusters that refuse',
  ['control-plane', 'toxiproxy'],
  () => {
    let clusters: FaultyClusters;
    let undergone: Awaited<ReturnType<FaultyClusters['undergo']>>;

    beforeAll(async () => {
      clusters = await FaultyClusters.start(names);
      const { lines } = clusters;
      undergone = await clusters.undergo(
        Object.fromEntries(
          names.map(name => {
            const { also, ...fault } = cases[name].fault({ clusters, name });
            return [
              name,
              {
                ...fault,
                async inflict() {
                  await fault.inflict();
                  await lines[name].cut();
                },
                also: new RegExp(
                  ['the connection failed', also?.source]
                    .filter(Boolean)
                    .join('|'),
                ),
              },
            ];
          }),
        ),
      );
    }, 240_000);
    afterAll(() => clusters?.stop());

    it.each(names)('are said to be what they are: %s', name => {
      const { wrong, conditions } = undergone.clusters[name];
      expect({ wrong, conditions }).toEqual({
        ...{ wrong: [], conditions: NOTICED },
      });
    });

    it('are nothing to the others', () => {
      expect(undergone.south).toEqual(UNTOUCHED);
    });
  },
);
