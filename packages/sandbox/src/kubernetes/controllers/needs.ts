import { isRecord, valueAt } from '../objects/json';
import type { Control } from './Control';
import type { Container, Pod } from './workloads';

/** The keys of a Secret or ConfigMap; undefined when it is not there. */
function keysOf(
  control: Control,
  kind: 'ConfigMap' | 'Secret',
  namespace: string | undefined,
  name: string,
): string[] | undefined {
  const found = control.find(kind, namespace, name);
  const data = found && valueAt(found, 'data');
  return found && (isRecord(data) ? Object.keys(data) : []);
}

/** Why a container cannot be made, in the words of the kubelet; undefined when it can. */
export function configProblem(
  control: Control,
  { metadata }: Pod,
  container: Container,
): string | undefined {
  const { namespace } = metadata;
  for (const { secretRef } of container.envFrom ?? []) {
    if (
      secretRef &&
      !secretRef.optional &&
      !keysOf(control, 'Secret', namespace, secretRef.name)
    ) {
      return `secret "${secretRef.name}" not found`;
    }
  }
  for (const { valueFrom } of container.env ?? []) {
    const reference = valueFrom?.secretKeyRef;
    if (!reference || reference.optional) {
      continue;
    }
    const keys = keysOf(control, 'Secret', namespace, reference.name);
    if (!keys) {
      return `secret "${reference.name}" not found`;
    }
    if (!keys.includes(reference.key)) {
      return `couldn't find key ${reference.key} in Secret ${namespace}/${reference.name}`;
    }
  }
  return undefined;
}

/** Why the volumes of a pod cannot be mounted, in the words of the kubelet; undefined when they can. */
export function volumeProblem(
  control: Control,
  { metadata, spec }: Pod,
): string | undefined {
  const { namespace } = metadata;
  for (const { name, secret, configMap, projected } of spec.volumes ?? []) {
    const sources = [
      ...(secret ? [{ secret }] : []),
      ...(configMap ? [{ configMap }] : []),
      ...(projected?.sources ?? []),
    ] as { secret?: typeof secret; configMap?: typeof configMap }[];
    for (const source of sources) {
      const kind = source.secret ? 'Secret' : 'ConfigMap';
      const wanted = source.secret ?? source.configMap;
      const object = wanted?.secretName ?? wanted?.name;
      if (!wanted || !object || wanted.optional) {
        continue;
      }
      const keys = keysOf(control, kind, namespace, object);
      const begin = `MountVolume.SetUp failed for volume "${name}" :`;
      if (!keys) {
        return `${begin} ${kind.toLowerCase()} "${object}" not found`;
      }
      const missing = wanted.items?.find(({ key }) => !keys.includes(key));
      if (missing) {
        return `${begin} references non-existent secret key: ${missing.key}`;
      }
    }
  }
  return undefined;
}
