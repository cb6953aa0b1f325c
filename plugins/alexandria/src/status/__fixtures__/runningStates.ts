import { autoscaler, deployment, imagesOf } from './deployments';
import { entityOf } from './entities';
import { findingsIn } from './findings';
import type { Moment } from './Moment';
import {
  certificateUntil,
  goodSecrets,
  untoldSecrets,
  withSecret,
} from './secrets';
import { answer, EU, US, type StatusFixture } from './StatusFixture';

const NEVER_READY = { updated: 1, ready: 0, available: 0 };

/** States of instances of which something is known to run, or to be missing. */
export function runningStates(at: Moment): StatusFixture[] {
  const prod = findingsIn('assistant-prod');
  const scaled = (more = {}) => autoscaler(at, 'assistant-prod', more);

  return [
    answer(entityOf('healthy'), [
      deployment(at, 'prod', {
        replicas: { wanted: 3, updated: 3, ready: 3, available: 3 },
        autoscaler: scaled(),
        sentence: 'alexandria is Healthy: all 3 replicas are available',
      }),
      deployment(at, 'staging', { version: 'v1.5.0-rc.1' }),
      deployment(at, 'dev', {
        version: undefined,
        replicas: { wanted: 1, updated: 1, ready: 1, available: 1 },
        secrets: untoldSecrets(at),
      }),
    ]),
    answer(entityOf('one-deployment'), [deployment(at, 'prod')]),
    answer(entityOf('secret-missing'), [
      deployment(at, 'prod', {
        health: 'Degraded',
        since: at.ago(12, 'min'),
        version: 'v1.5.0',
        images: imagesOf('v1.5.0'),
        sentence: 'alexandria is Degraded: Secret alexandria-auth is not there',
        replicas: { wanted: 2, ...NEVER_READY },
        secrets: withSecret(goodSecrets(at), 'alexandria-auth', {
          ...{ presence: 'absent', source: 'unknown', writtenAt: undefined },
          keys: [
            {
              ...{ key: 'jwt-secret', state: 'absent', optional: false },
              neededBy: ['api', 'orchestrator'],
            },
            {
              ...{ key: 'admin-password', state: 'absent', optional: false },
              neededBy: ['api'],
            },
          ],
          ...{ lastSync: undefined, nextSync: undefined },
        }),
        findings: [prod.secretMissing, prod.noEndpoints],
      }),
      deployment(at, 'staging'),
      deployment(at, 'dev'),
    ]),
    answer(entityOf('one-replica-crashes'), [
      deployment(at, 'prod', {
        health: 'Degraded',
        since: at.ago(34, 'min'),
        sentence:
          'alexandria is Degraded: orchestrator crashes again and again',
        replicas: { wanted: 3, updated: 3, ready: 2, available: 2 },
        autoscaler: scaled(),
        findings: [prod.crashLooping],
      }),
    ]),
    answer(entityOf('unreachable'), [
      deployment(at, 'prod', {
        health: 'Degraded',
        since: at.ago(90, 's'),
        sentence:
          'alexandria is Degraded: Service alexandria has no endpoint that is ready',
        findings: [prod.noEndpoints],
      }),
    ]),
    answer(entityOf('warnings'), [
      deployment(at, 'prod', {
        replicas: { wanted: 8, updated: 8, ready: 8, available: 8 },
        sentence: 'alexandria is Healthy: all 8 replicas are available',
        autoscaler: scaled({
          ...{ current: 8, desired: 8 },
          metrics: [
            {
              ...{ type: 'Resource', name: 'cpu' },
              ...{ current: '93%', target: '70%' },
            },
          ],
          sentence: 'It is at its maximum of 8: cpu 93% (target 70%).',
        }),
        secrets: withSecret(
          withSecret(goodSecrets(at), 'alexandria-llm', {
            writtenAt: at.ago(3, 'h'),
            rotatedNotRolled: true,
          }),
          'alexandria-tls',
          certificateUntil(at.in(5, 'd')),
        ),
        findings: [
          prod.saturated,
          prod.certificateExpiring,
          prod.rotatedNotRolled,
        ],
      }),
      deployment(at, 'dev'),
    ]),
    answer(entityOf('drifted'), [
      deployment(at, 'prod', {
        findings: [prod.deploymentDrift, prod.serviceDrift],
      }),
    ]),
    answer(entityOf('rolling-out'), [
      deployment(at, 'prod', {
        health: 'Progressing',
        since: at.ago(40, 's'),
        version: 'v1.5.0',
        images: imagesOf('v1.5.0'),
        sentence:
          'alexandria is Progressing: 1 of 3 replicas are updated and available',
        replicas: { wanted: 3, updated: 1, ready: 2, available: 2 },
        findings: [prod.rolloutInProgress],
      }),
      deployment(at, 'staging', { version: 'v1.5.0' }),
    ]),
    answer(entityOf('first-start'), [
      deployment(at, 'prod', {
        health: 'Progressing',
        since: at.ago(20, 's'),
        sentence:
          'alexandria is Progressing: 0 of 2 replicas are updated and available',
        replicas: { wanted: 2, updated: 2, ready: 1, available: 0 },
      }),
    ]),
    answer(entityOf('rollout-paused'), [
      deployment(at, 'prod', {
        health: 'Suspended',
        since: at.ago(3, 'h'),
        sentence:
          'alexandria is Suspended: The rollout of alexandria is paused',
        findings: [prod.rolloutPaused],
      }),
    ]),
    answer(entityOf('scaled-to-zero'), [
      deployment(at, 'prod', {
        health: 'Suspended',
        since: at.ago(9, 'd'),
        sentence: 'alexandria is Suspended: No replica is wanted',
        replicas: { wanted: 0, updated: 0, ready: 0, available: 0 },
        findings: [prod.scaledToZero],
      }),
    ]),
    answer(entityOf('retired-and-deployed', { lifecycle: 'deprecated' }), [
      deployment(at, 'prod'),
    ]),
    answer(entityOf('missing'), [
      deployment(at, 'prod', {
        health: 'Missing',
        since: undefined,
        version: undefined,
        images: undefined,
        sentence:
          'alexandria is Missing: Deployment alexandria is not in namespace assistant-prod',
        replicas: undefined,
        secrets: [],
        findings: [prod.deploymentMissing],
      }),
      deployment(at, 'dev'),
    ]),
    answer(
      entityOf('stale'),
      [
        deployment(at, 'prod', {
          cluster: 'us-east',
          health: 'Unknown',
          lastKnownHealth: 'Healthy',
          since: at.ago(14, 'min'),
          sentence:
            'alexandria is Unknown: Objects of kind Pod are out of date',
          observedAt: at.ago(14, 'min'),
          stale: true,
          findings: [prod.podsUnreadable],
        }),
        deployment(at, 'dev'),
      ],
      {
        partial: true,
        clusters: [
          EU,
          {
            ...US,
            condition: 'Failing',
            message: 'Pod: connect ETIMEDOUT 10.20.0.1:443',
          },
        ],
        repository: {
          readAt: at.ago(38, 'min'),
          problems: [
            'The repository cannot be read: git.example.com answers with 503',
          ],
        },
      },
    ),
    answer(entityOf('partial'), [deployment(at, 'prod')], {
      partial: true,
      clusters: [
        EU,
        {
          ...US,
          condition: 'Failing',
          message:
            'Deployment: 403 deployments.apps is forbidden: User "alexandria-reader" cannot list resource "deployments"',
        },
        {
          name: 'ap-south',
          condition: 'Misconfigured',
          message:
            'authProvider oidc takes the credentials of whoever looks; use serviceAccount',
        },
      ],
    }),
    answer(
      entityOf('many'),
      Array.from({ length: 60 }, (_, index) => {
        const environment = ['prod', 'staging', 'dev'][index % 3];
        const team = `team-${String(index + 1).padStart(2, '0')}`;
        const namespace = `${team}-${environment}`;
        const bad = index === 0;
        const rolling = index > 0 && index < 4;
        const base = deployment(at, environment, {
          cluster: index % 2 === 0 ? 'eu-west' : 'us-east',
          deployment: { kind: 'Deployment', namespace, name: 'alexandria' },
        });
        if (bad) {
          return {
            ...base,
            health: 'Degraded' as const,
            since: at.ago(3, 'min'),
            sentence:
              'alexandria is Degraded: orchestrator crashes again and again',
            replicas: { wanted: 12, updated: 12, ready: 9, available: 9 },
            findings: [findingsIn(namespace).crashLooping],
          };
        }
        return rolling
          ? {
              ...base,
              health: 'Progressing' as const,
              since: at.ago(50, 's'),
              sentence:
                'alexandria is Progressing: 1 of 2 replicas are updated and available',
              replicas: { wanted: 2, updated: 1, ready: 2, available: 2 },
              findings: [findingsIn(namespace).rolloutInProgress],
            }
          : base;
      }),
      { clusters: [EU, US] },
    ),
    answer(
      entityOf('long-names'),
      [
        deployment(at, 'production-of-the-european-subsidiaries', {
          cluster:
            'arn:aws:eks:eu-central-1:123456789012:cluster/platform-production-eu-central-1-blue',
          deployment: {
            kind: 'Deployment',
            namespace:
              'payments-and-settlements-knowledge-assistant-production-eu',
            name: 'alexandria-for-the-payments-and-settlements-organisation',
          },
          version:
            'v1.4.2-hotfix.20261128.pr-12345.9f86d081884c7d659a2feaa0c55ad015',
          health: 'Degraded',
          since: at.ago(12, 'min'),
          sentence:
            'alexandria-for-the-payments-and-settlements-organisation is Degraded: Secret alexandria-auth is not there',
          replicas: { wanted: 40, updated: 40, ready: 12, available: 12 },
          findings: [
            findingsIn(
              'payments-and-settlements-knowledge-assistant-production-eu',
            ).secretMissing,
          ],
        }),
      ],
      {
        clusters: [
          {
            name: 'arn:aws:eks:eu-central-1:123456789012:cluster/platform-production-eu-central-1-blue',
            condition: 'Current',
          },
        ],
      },
    ),
  ];
}
