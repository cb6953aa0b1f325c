/**
 * How the API server merges lists and maps of its own kinds: the `x-kubernetes-list-type`, `x-kubernetes-list-map-keys` and
 * `x-kubernetes-map-type` of its OpenAPI document, by the name of the field, as far as the kinds here have them.
 */

/** Lists whose items are told apart by these fields. */
const KEYS: Record<string, readonly string[]> = {
  conditions: ['type'],
  containers: ['name'],
  env: ['name'],
  ephemeralContainers: ['name'],
  hostAliases: ['ip'],
  imagePullSecrets: ['name'],
  initContainers: ['name'],
  ownerReferences: ['uid'],
  podIPs: ['ip'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
  volumeDevices: ['devicePath'],
  volumeMounts: ['mountPath'],
  volumes: ['name'],
};

/** Ports are told apart by their number, which a Service and a container call by different names. */
const PORT_KEYS = ['containerPort', 'port'];

/** Lists of which each item is there once. */
const SETS: readonly string[] = ['finalizers'];

/** Maps that are one value. */
const ATOMIC: readonly string[] = [
  'configMapKeyRef',
  'fieldRef',
  'involvedObject',
  'labelSelector',
  'nodeSelector',
  'podSelector',
  'resourceFieldRef',
  'secretKeyRef',
  'secretRef',
  'selector',
];

/** Fields that are there even when nothing is in them, so that to fill them is not to add them. */
const ALWAYS: readonly string[] = [
  'containers',
  'eventTime',
  'metadata',
  'reportingComponent',
  'reportingInstance',
  'source',
  'spec',
  'status',
  'strategy',
  'template',
];

/** Values that keys have when an item does not say them. */
const KEY_DEFAULTS: Record<string, string> = { protocol: 'TCP' };

/**
 * Whether a field holds one value, whatever is in it.
 *
 * @param isCustom - of a custom resource, in which only the label selectors are known, whose type is Kubernetes' own
 */
export const isAtomic = (field: string, isCustom: boolean) =>
  isCustom ? field === 'selector' : ATOMIC.includes(field);

/** Whether a field is there before anybody writes it. @param isCustom - of a custom resource, of which only metadata is known */
export const isAlways = (field: string, isCustom: boolean) =>
  isCustom ? field === 'metadata' : ALWAYS.includes(field);

/** Whether a field holds a set of values. */
export const isSet = (field: string) => SETS.includes(field);

/** The fields that tell the items of a list apart; undefined for a list that is one value. */
export function keysOf(
  field: string,
  items: readonly unknown[],
): readonly string[] | undefined {
  if (field === 'ports') {
    const [first] = items;
    const key = PORT_KEYS.find(
      each => typeof first === 'object' && first !== null && each in first,
    );
    return key === undefined ? undefined : [key, 'protocol'];
  }
  return Object.hasOwn(KEYS, field) ? KEYS[field] : undefined;
}

/** The key of an item, as `fieldsV1` writes it after `k:`. */
export function itemKey(
  item: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): string {
  return JSON.stringify(
    Object.fromEntries(
      [...keys]
        .sort()
        .map(key => [key, item[key] ?? KEY_DEFAULTS[key] ?? null]),
    ),
  );
}
