import { randomBytes } from 'node:crypto';
import { isRecord, recordsAt, textAt, valueAt } from '../objects/json';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { ownerReference, withCondition, type Controller } from './Control';
import { goMilliseconds } from './goMilliseconds';
import type { Control } from './Control';
import type { Condition } from './workloads';

const MANAGER = 'externalsecrets.external-secrets.io';

/** How soon it is tried again when it failed, in milliseconds. */
const RETRY_MS = 30_000;

/** What a sample store has: something of its own for every key. */
export const sampleValue = (key: string) =>
  key.endsWith('database-url')
    ? `postgres://alexandria:${randomBytes(12).toString(
        'hex',
      )}@postgres.databases.svc:5432/alexandria`
    : randomBytes(24).toString('hex');

function problemOf(control: Control, object: KubernetesObject) {
  const name = textAt(object, 'spec', 'secretStoreRef', 'name');
  const kind =
    textAt(object, 'spec', 'secretStoreRef', 'kind') || 'SecretStore';
  const namespace =
    kind === 'ClusterSecretStore' ? undefined : object.metadata.namespace;
  return control.find(kind, namespace, name)
    ? undefined
    : `could not get secret data from provider: could not get ${kind} "${name}", ${kind}.external-secrets.io "${name}" not found`;
}

/** Writes the secret, with what is there already as it is: the store has not changed. */
function write(control: Control, object: KubernetesObject) {
  const namespace = object.metadata.namespace!;
  const name = textAt(object, 'spec', 'target', 'name') || object.metadata.name;
  const keys = recordsAt(object, 'spec', 'data').map(each =>
    textAt(each, 'secretKey'),
  );
  const secret = control.find('Secret', namespace, name);
  const data = secret && valueAt(secret, 'data');
  const known = isRecord(data) ? Object.keys(data) : [];
  const missing = keys.filter(key => !known.includes(key));
  const stringData = Object.fromEntries(
    missing.map(key => [key, sampleValue(key)]),
  );
  if (secret && missing.length > 0) {
    control.change(secret, each => ({ ...each, stringData }), MANAGER);
  } else if (!secret) {
    control.create(
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          ...{ name, namespace },
          ...(object.metadata.labels && { labels: object.metadata.labels }),
          ownerReferences: [ownerReference(object)],
        },
        stringData,
      },
      MANAGER,
    );
  }
}

/** Plays External Secrets: every store that there is has every key. */
export const externalSecrets: Controller = control => {
  for (const object of control.list('ExternalSecret')) {
    const { now, time } = control;
    const before = valueAt(object, 'status', 'conditions') as
      | Condition[]
      | undefined;
    const ready = before?.find(({ type }) => type === 'Ready');
    const fetched = Date.parse(textAt(object, 'status', 'refreshTime'));
    const interval = goMilliseconds(
      textAt(object, 'spec', 'refreshInterval') || '1h',
    );
    const isFresh = ready?.status === 'True' && now - fetched < interval;
    const tried = Date.parse(ready?.lastTransitionTime ?? '');
    const isTried = ready?.status === 'False' && now - tried < RETRY_MS;
    if (isFresh || isTried) {
      continue;
    }
    const problem = problemOf(control, object);
    if (problem === undefined) {
      write(control, object);
    } else {
      control.event(
        object,
        'Warning',
        'UpdateFailed',
        problem,
        'external-secrets',
      );
    }
    control.setStatus(
      object,
      {
        ...(isRecord(object.status) ? object.status : {}),
        ...(problem === undefined && { refreshTime: time }),
        binding: { name: textAt(object, 'spec', 'target', 'name') },
        conditions: withCondition(
          before,
          {
            type: 'Ready',
            ...(problem === undefined
              ? {
                  status: 'True',
                  reason: 'SecretSynced',
                  message: 'secret synced',
                }
              : {
                  status: 'False',
                  reason: 'SecretSyncedError',
                  message: problem,
                }),
          },
          now,
        ),
      },
      MANAGER,
    );
  }
};
