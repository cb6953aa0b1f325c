import {
  condition,
  instance,
  merged,
  object,
  Patch,
} from '../__testUtils__/objects';
import {
  codesOf,
  codesOfRules,
  finding,
  ruleTable,
  verdictsOf,
} from '../__testUtils__/ruleCases';
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
  const { codes, fires, nearMisses } = ruleTable({
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

  it('has a case that fires and a near miss of every rule', () => {
    expect(codes).toEqual(codesOfRules(jobRules));
  });

  it.each(fires)('%s fires: %s', (code, _, given, expected) => {
    expect(verdictsOf(given)).toEqual([finding(code, expected)]);
  });

  it.each(nearMisses)('%s does not fire: %s', (code, _, given) => {
    expect(codesOf(given)).not.toContain(code);
  });
});
