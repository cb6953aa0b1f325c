import type { ValuesInput } from '@alexandriaproject/alexandria-manifests';
import { authSecret, behaving, databaseSecret, scaled } from './parts';
import { LONG_AGO, type SampleInstance, type Step } from './SampleInstance';

const dev = (
  entity: string,
  history: Step[],
  more: Partial<SampleInstance> = {},
): SampleInstance => ({
  ...{ entity, namespace: `${entity}-dev`, history },
  ...more,
});

/** Installed long ago, with the Secret that it needs. */
const installed = (...layers: ValuesInput[]): Step => ({
  minutesAgo: LONG_AGO,
  run(hands) {
    authSecret(hands);
    hands.install(...layers);
  },
});

const changed = (minutesAgo: number, ...layers: ValuesInput[]): Step => ({
  minutesAgo,
  run: hands => hands.install(...layers),
});

const unknownRegistry: ValuesInput = {
  image: {
    api: {
      repository: 'registry.example.invalid/alexandria/ee-api',
      tag: 'v1.5.0-rc.1',
    },
  },
};

/** What runs in the cluster that is like one of development. */
export const south: readonly SampleInstance[] = [
  dev('treasury-assistant', [installed()]),
  dev('claims-triage', [installed(), changed(20, unknownRegistry)]),
  dev('contract-reader', [
    installed(),
    changed(
      15,
      behaving({
        behaviour: 'OOMKilled',
        container: 'orchestrator',
        'runs-seconds': '20',
      }),
    ),
  ]),
  dev('hr-assistant', [changed(30)]),
  dev('invoice-matcher', [
    {
      minutesAgo: 35,
      run(hands) {
        authSecret(hands);
        hands.secret('alexandria-db', 'url');
        hands.install({
          config: { database: { existingSecret: 'alexandria-db' } },
        });
      },
    },
  ]),
  dev('policy-explainer', [
    {
      minutesAgo: 40,
      run(hands) {
        authSecret(hands);
        hands.install({ nodeSelector: { accelerator: 'gpu' } });
      },
    },
  ]),
  dev('meeting-notes', [
    {
      minutesAgo: 45,
      run(hands) {
        authSecret(hands);
        hands.install({ persistence: { storageClass: 'fast' } });
      },
    },
  ]),
  dev('translation-desk', [
    {
      minutesAgo: LONG_AGO,
      run(hands) {
        authSecret(hands);
        databaseSecret(hands);
        hands.install(scaled(1, 4), behaving({ metrics: 'none' }));
      },
    },
  ]),
  dev('release-notes', [
    installed(),
    {
      minutesAgo: 120,
      run: hands => hands.change('kubectl-rollout', { paused: true }),
    },
  ]),
  dev('onboarding-guide', [
    installed(),
    {
      minutesAgo: 300,
      run: hands => hands.change('kubectl', { replicas: 0 }, 'scale'),
    },
  ]),
  {
    // Somebody tried it out with Helm alone.
    namespace: 'campaign-pilot',
    history: [
      installed({
        commonLabels: { 'backstage.io/owner': 'support', environment: 'dev' },
      }),
    ],
  },
];
