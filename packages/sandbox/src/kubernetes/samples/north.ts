import {
  authSecret,
  behaving,
  databaseSecret,
  exposed,
  replicated,
  sandboxAnnotation,
  scaled,
} from './parts';
import { LONG_AGO, type SampleInstance } from './SampleInstance';
import type { ValuesInput } from '@alexandriaproject/alexandria-manifests';

const tagged = (tag: string): ValuesInput => ({
  image: { api: { tag }, orchestrator: { tag }, dashboard: { tag } },
});

const fetched = (secretStoreName: string): ValuesInput => ({
  auth: { existingSecret: '' },
  externalSecrets: {
    enabled: true,
    secretStoreName,
    secretStoreKind: 'ClusterSecretStore',
  },
});

/** Serves, scales with its load, and has all that production should have. */
const paymentsAssistant: SampleInstance = {
  entity: 'treasury-assistant',
  namespace: 'treasury-assistant-prod',
  history: [
    {
      minutesAgo: LONG_AGO,
      run(hands) {
        databaseSecret(hands);
        hands.install(
          scaled(2, 5),
          fetched('vault'),
          exposed('payments.assistant.example.com'),
          behaving({ demand: '2.4' }),
          { pdb: { enabled: true } },
        );
      },
    },
  ],
};

const rollingOut: SampleInstance = {
  entity: 'support-copilot',
  namespace: 'support-copilot-prod',
  history: [
    {
      minutesAgo: LONG_AGO,
      run(hands) {
        authSecret(hands);
        databaseSecret(hands);
        hands.install(replicated, { replicaCount: 4 }, tagged('v1.4.1'));
      },
    },
  ],
  // Each rollout takes longer than that, so that there is always one to look at.
  repeat: {
    everySeconds: 90,
    run: (hands, turn) =>
      hands.install(
        replicated,
        { replicaCount: 4 },
        tagged(turn % 2 === 0 ? 'v1.4.2' : 'v1.4.3'),
        behaving({ 'start-seconds': '30' }),
      ),
  },
};

const saturated: SampleInstance = {
  entity: 'knowledge-search',
  namespace: 'knowledge-search-prod',
  history: [
    {
      minutesAgo: LONG_AGO,
      run(hands) {
        authSecret(hands);
        databaseSecret(hands);
        hands.install(scaled(2, 4), behaving({ demand: '6.5' }));
      },
    },
  ],
};

const crashLooping: SampleInstance = {
  entity: 'fraud-analyst',
  namespace: 'fraud-analyst-prod',
  history: [
    {
      minutesAgo: LONG_AGO,
      run(hands) {
        authSecret(hands);
        hands.install();
      },
    },
    {
      minutesAgo: 25,
      run: hands =>
        hands.install(
          behaving({
            behaviour: 'CrashLoopBackOff',
            container: 'orchestrator',
            'exit-code': '1',
            message:
              'cannot open /var/lib/alexandria/models: index is of a newer version',
          }),
        ),
    },
  ],
};

const certificate = (
  entity: string,
  host: string,
  daysLeft: string,
): SampleInstance => ({
  entity,
  namespace: `${entity}-prod`,
  history: [
    {
      minutesAgo: 60,
      run(hands) {
        authSecret(hands);
        hands.install(
          exposed(host, sandboxAnnotation('certificate-days-left', daysLeft)),
        );
      },
    },
  ],
});

/** Its secrets were fetched until the store was taken away. */
const storeGone: SampleInstance = {
  entity: 'vendor-desk',
  namespace: 'vendor-desk-prod',
  history: [
    { minutesAgo: LONG_AGO, run: hands => hands.install(fetched('vault-eu')) },
    {
      minutesAgo: 80,
      run: hands => hands.deleteFromCluster('ClusterSecretStore', 'vault-eu'),
    },
  ],
};

const undrainable: SampleInstance = {
  entity: 'board-briefing',
  namespace: 'board-briefing-prod',
  history: [
    {
      minutesAgo: LONG_AGO,
      run(hands) {
        authSecret(hands);
        hands.install({ pdb: { enabled: true } });
      },
    },
  ],
};

const rotatedNotRolled: SampleInstance = {
  entity: 'risk-monitor',
  namespace: 'risk-monitor-prod',
  history: [
    {
      minutesAgo: LONG_AGO,
      run(hands) {
        authSecret(hands);
        hands.install();
      },
    },
    { minutesAgo: 50, run: authSecret },
  ],
};

/** What runs in the cluster that is like one of production. */
export const north: readonly SampleInstance[] = [
  paymentsAssistant,
  rollingOut,
  saturated,
  crashLooping,
  certificate('partner-portal', 'partners.example.com', '6'),
  certificate('legacy-faq', 'faq.example.com', '-2'),
  storeGone,
  undrainable,
  rotatedNotRolled,
];
