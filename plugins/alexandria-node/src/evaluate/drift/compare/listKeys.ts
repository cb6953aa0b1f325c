import { isRecord, type Json } from '../../objects/read';

/**
 * The fields that tell the items of a list apart: `x-kubernetes-list-map-keys` of the API server's OpenAPI document, as far
 * as the chart renders such lists. A custom resource has none here: its lists are one value each.
 */
const KEYS: Record<string, readonly string[]> = {
  containers: ['name'],
  env: ['name'],
  hostAliases: ['ip'],
  imagePullSecrets: ['name'],
  initContainers: ['name'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
  volumeDevices: ['devicePath'],
  volumeMounts: ['mountPath'],
  volumes: ['name'],
};

/** A Service calls its port by another name than a container; the ports of a NetworkPolicy have no key. */
const PORT_KEYS: Record<string, readonly string[]> = {
  Deployment: ['containerPort', 'protocol'],
  Service: ['port', 'protocol'],
};

/** What a key is when an item does not say it. */
const DEFAULTS: Record<string, string> = { protocol: 'TCP' };

const KINDS = ['Deployment', 'Service'];

/** @returns undefined for a list that is one value */
export function listKeys(
  kind: string,
  field: string,
): readonly string[] | undefined {
  if (!KINDS.includes(kind)) {
    return undefined;
  }
  if (field === 'ports') {
    return PORT_KEYS[kind];
  }
  return Object.hasOwn(KEYS, field) ? KEYS[field] : undefined;
}

/** What tells an item from the others of its list. */
export const keyOf = (
  item: Json,
  keys: readonly string[],
): Record<string, Json> =>
  Object.fromEntries(
    keys.map(key => [
      key,
      (isRecord(item) ? item[key] : undefined) ?? DEFAULTS[key],
    ]),
  );

/** Whether two keys name the same item. */
export const sameKey = (
  a: Readonly<Record<string, Json>>,
  b: Readonly<Record<string, Json>>,
): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, value]) => b[name] === value);
