import {
  condition,
  instance,
  merged,
  object,
  Patch,
} from '../__testUtils__/objects';
import { testRules } from '../__testUtils__/testRules';
import { jobRules } from '.';

const job = (conditions: Patch[], patch: Patch = {}) =>
  merged(
    object('batch/v1', 'Job', 'alexandria-saml-cert', {
      metadata: {
        labels: {
          'app.kubernetes.io/name': 'alexandria-ee',
          'app.kubernetes.io/instance': 'alexandria',
          'app.kubernetes.io/component': 'saml-cert',
        },
      },
      status: { conditions },
    }),
    patch,
  );

const failed = condition('Failed', 'True', 'BackoffLimitExceeded', 'limit');

describe('jobs', () => {
  testRules(jobRules, {
    JobFailed: {
      fires: {
        'the key pair of SAML was not made': [
          [...instance(), job([failed])],
          {
            health: 'Degraded',
            severity: 'critical',
            cause: 'no login through SAML',
            remedy: 'kubectl logs job/alexandria-saml-cert -n library',
          },
        ],
        'one run of a CronJob': [
          [
            ...instance(),
            job([failed], {
              metadata: {
                name: 'backup-1',
                ownerReferences: [
                  { kind: 'CronJob', name: 'backup', controller: true },
                ],
                labels: { 'app.kubernetes.io/component': 'backup' },
              },
            }),
          ],
          { health: 'Healthy', severity: 'warning' },
        ],
      },
      nearMisses: {
        'it runs': [...instance(), job([])],
        'it was done': [...instance(), job([condition('Complete', 'True')])],
        'it has not failed': [
          ...instance(),
          job([condition('Failed', 'False')]),
        ],
        'it is of another instance': [
          ...instance(),
          job([failed], {
            metadata: { labels: { 'app.kubernetes.io/instance': 'other' } },
          }),
        ],
      },
    },
  });
});
