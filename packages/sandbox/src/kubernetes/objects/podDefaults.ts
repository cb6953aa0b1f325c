import { isRecord, recordsAt, type Json, type JsonRecord } from './json';
import { canonicalQuantity } from './quantity';

const filled = (given: Json, defaults: JsonRecord): JsonRecord => ({
  ...defaults,
  ...(isRecord(given) ? given : {}),
});

const canonical = (quantities: Json): JsonRecord =>
  Object.fromEntries(
    Object.entries(filled(quantities, {})).map(([name, quantity]) => [
      name,
      canonicalQuantity(quantity),
    ]),
  );

/** A tag that moves is pulled each time. */
function pullPolicyOf(image: Json): string {
  const name = typeof image === 'string' ? image : '';
  const last = name.slice(name.lastIndexOf('/') + 1);
  const isLatest =
    !last.includes('@') && (!last.includes(':') || last.endsWith(':latest'));
  return isLatest ? 'Always' : 'IfNotPresent';
}

function handler(given: JsonRecord): JsonRecord {
  return isRecord(given.httpGet)
    ? { ...given, httpGet: filled(given.httpGet, { scheme: 'HTTP' }) }
    : given;
}

function probe(given: Json): JsonRecord {
  return handler(
    filled(given, {
      timeoutSeconds: 1,
      periodSeconds: 10,
      successThreshold: 1,
      failureThreshold: 3,
    }),
  );
}

function lifecycle(given: JsonRecord): JsonRecord {
  return Object.fromEntries(
    Object.entries(given).map(([name, hook]) => [
      name,
      isRecord(hook) ? handler(hook) : hook,
    ]),
  );
}

/** What is limited and not asked for is asked for as far as it is limited. */
export function resourcesWithDefaults(given: Json): JsonRecord {
  const { requests, limits, ...rest } = filled(given, {});
  return {
    ...rest,
    ...(limits ? { limits: canonical(limits) } : {}),
    ...(requests || limits
      ? {
          requests: canonical({
            ...filled(limits, {}),
            ...filled(requests, {}),
          }),
        }
      : {}),
  };
}

function variable(given: JsonRecord): JsonRecord {
  const { valueFrom } = given;
  if (!isRecord(valueFrom) || !isRecord(valueFrom.fieldRef)) {
    return given;
  }
  return {
    ...given,
    valueFrom: {
      ...valueFrom,
      fieldRef: filled(valueFrom.fieldRef, { apiVersion: 'v1' }),
    },
  };
}

/** Lists in which nothing is are not written. */
const withoutEmptyLists = (given: JsonRecord): JsonRecord =>
  Object.fromEntries(
    Object.entries(given).filter(
      ([, value]) => !Array.isArray(value) || value.length > 0,
    ),
  );

function container(written: JsonRecord): JsonRecord {
  const given = withoutEmptyLists(written);
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe']
    .filter(name => isRecord(given[name]))
    .map(name => [name, probe(given[name])]);
  return {
    imagePullPolicy: pullPolicyOf(given.image),
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    ...given,
    resources: resourcesWithDefaults(given.resources),
    ...Object.fromEntries(probes),
    ...(isRecord(given.lifecycle)
      ? { lifecycle: lifecycle(given.lifecycle) }
      : {}),
    ...(Array.isArray(given.ports)
      ? {
          ports: recordsAt(given, 'ports').map(port => ({
            protocol: 'TCP',
            ...port,
          })),
        }
      : {}),
    ...(Array.isArray(given.env)
      ? { env: recordsAt(given, 'env').map(variable) }
      : {}),
  };
}

const MODE = 0o644;

function projected(source: JsonRecord): JsonRecord {
  return isRecord(source.serviceAccountToken)
    ? {
        ...source,
        serviceAccountToken: filled(source.serviceAccountToken, {
          expirationSeconds: 3600,
        }),
      }
    : source;
}

function volume(given: JsonRecord): JsonRecord {
  const withMode = ['configMap', 'secret', 'projected', 'downwardAPI'].filter(
    name => isRecord(given[name]),
  );
  const filledIn = Object.fromEntries(
    withMode.map(name => [name, filled(given[name], { defaultMode: MODE })]),
  );
  const { projected: sources } = filledIn;
  return {
    ...given,
    ...filledIn,
    ...(sources
      ? {
          projected: {
            ...sources,
            sources: recordsAt(sources, 'sources').map(projected),
          },
        }
      : {}),
  };
}

/** The spec of a pod, or of a pod template, with the defaults of the API server. */
export function podSpecWithDefaults(given: Json): JsonRecord {
  const spec = filled(given, {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
  });
  const { serviceAccountName } = spec;
  return {
    ...spec,
    // The name that it had before is kept beside the new one.
    ...(serviceAccountName ? { serviceAccount: serviceAccountName } : {}),
    containers: recordsAt(spec, 'containers').map(container),
    ...(Array.isArray(spec.initContainers)
      ? { initContainers: recordsAt(spec, 'initContainers').map(container) }
      : {}),
    ...(Array.isArray(spec.volumes)
      ? { volumes: recordsAt(spec, 'volumes').map(volume) }
      : {}),
  };
}
