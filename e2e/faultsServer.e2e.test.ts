import { describeWithTools } from '@alexandriaproject/test-rig';
import {
  FaultyClusters,
  NOTICED,
  UNTOUCHED,
  type Fault,
} from './support/FaultyClusters';

/** How soon a cluster is known again whose API server is ready again, in milliseconds. */
const RECOVERY_MS = 10_000;

const DEPLOYMENTS = '/apis/apps/v1/deployments';

/** What a server answers that is starting. */
const STARTING =
  /^(the connection failed|answered with status (403|410|429|5\d\d))/;

interface Case {
  what: string;
  fault(clusters: FaultyClusters): Fault;
}

const cases: Case[] = [
  {
    what: 'killed, and started again',
    fault: ({ plane: { apiServer } }) => ({
      inflict: () => apiServer.kill(),
      mend: () => apiServer.restart(),
      message: /^the connection failed/,
      also: STARTING,
      isDeaf: true,
    }),
  },
  {
    what: 'killed, and started again when the past is forgotten',
    fault({ plane, api, lines: { north }, payments }) {
      let before = '';
      return {
        async inflict() {
          const { metadata } = JSON.parse(
            await api.request('GET', DEPLOYMENTS),
          );
          before = metadata.resourceVersion;
          await north.close();
          await payments.fail();
          await plane.compact();
          await plane.apiServer.kill();
        },
        async mend() {
          await plane.apiServer.restart();
          const watch = `watch=true&resourceVersion=${before}&timeoutSeconds=5`;
          const asked = api.request('GET', `${DEPLOYMENTS}?${watch}`);
          // As an answer or in one.
          const said = await asked.catch(String);
          if (!said.includes('"code":410')) {
            throw new Error(`the past was not forgotten: ${said}`);
          }
          await north.mend();
        },
        message: /^the connection failed \(ECONNREFUSED\)/,
        also: STARTING,
        isDeaf: true,
      };
    },
  },
  {
    what: 'frozen, and goes on',
    fault: ({ plane: { apiServer } }) => ({
      inflict: async () => apiServer.freeze(),
      mend: async () => apiServer.thaw(),
      message: /^has not answered for 5 s/,
      isDeaf: true,
    }),
  },
];

describeWithTools(
  'a cluster whose API server is',
  ['control-plane', 'toxiproxy'],
  () => {
    let clusters: FaultyClusters;

    beforeAll(async () => {
      clusters = await FaultyClusters.start(['north']);
    }, 120_000);
    afterAll(() => clusters?.stop());

    it.each(cases)(
      '$what',
      async ({ fault }) => {
        const { clusters: of, south } = await clusters.undergo({
          north: fault(clusters),
        });
        const { wrong, conditions, recovery } = of.north;
        expect({ wrong, conditions, south }).toEqual({
          ...{ wrong: [], conditions: NOTICED, south: UNTOUCHED },
        });
        expect(recovery).toBeLessThan(RECOVERY_MS);
      },
      120_000,
    );
  },
);
