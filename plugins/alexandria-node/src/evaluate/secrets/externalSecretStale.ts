import { builtInRule } from '../builtInRule';
import { conditionOf } from '../objects/conditions';
import { referenceTo } from '../objects/KubernetesObject';
import { textAt, timestamp } from '../objects/read';
import { duration, kubectl } from '../texts';
import { externalSecretsOf, syncTimes } from './externalSecrets';
import { targetOf } from './makerOf';

/** The operator may be late by a queue's length. */
const SLACK_MS = 5 * 60_000;

/** It was due and is not there: the operator may not run. Ready stays True then. */
export const externalSecretStale = builtInRule(
  'ExternalSecretStale',
  function* check(context) {
    for (const object of externalSecretsOf(context)) {
      const { last, next, interval } = syncTimes(object);
      if (
        last === undefined ||
        next === undefined ||
        interval === undefined ||
        conditionOf(object.json, 'Ready')?.status === 'False' ||
        context.now - next < interval + SLACK_MS
      ) {
        continue;
      }
      yield {
        object: referenceTo(object),
        title: `Secret ${targetOf(object)} was last fetched ${duration(
          context.now - last,
        )} ago`,
        cause: `status.refreshTime is ${timestamp(
          last,
        )}, and spec.refreshInterval is ${
          textAt(object.json, 'spec', 'refreshInterval') || '1h'
        }: two fetches are overdue.`,
        evidence: { reason: 'RefreshOverdue' },
        remedy: `Check that the operator runs: kubectl get pods -A -l app.kubernetes.io/name=external-secrets; then ${kubectl(
          object,
          ...['annotate', 'externalsecret', object.name],
          ...['force-sync=now', '--overwrite'],
        )}`,
      };
    }
  },
);
