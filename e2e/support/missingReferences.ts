interface KeyRef {
  name: string;
  key: string;
  optional?: boolean;
}

interface NameRef {
  name: string;
  optional?: boolean;
}

interface Container {
  name: string;
  image: string;
  env?: Array<{
    valueFrom?: { secretKeyRef?: KeyRef; configMapKeyRef?: KeyRef };
  }>;
  envFrom?: Array<{ secretRef?: NameRef; configMapRef?: NameRef }>;
}

/** A pod, as far as it names other objects. */
export interface PodSpec {
  serviceAccountName?: string;
  imagePullSecrets?: Array<{ name: string }>;
  initContainers?: Container[];
  containers: Container[];
  volumes?: Array<{
    secret?: {
      secretName: string;
      optional?: boolean;
      items?: Array<{ key: string }>;
    };
    configMap?: NameRef & { items?: Array<{ key: string }> };
    persistentVolumeClaim?: { claimName: string };
  }>;
}

interface Present {
  kind: string;
  metadata: { name: string };
  data?: Record<string, string>;
}

/**
 * What a pod needs of its namespace before a kubelet would start it, and does not find: `Secret/name`, or
 * `Secret/name key`. A cluster without kubelets starts pods all the same.
 */
export function missingReferences(spec: PodSpec, present: Present[]): string[] {
  const missing = new Set<string>();
  const need = (kind: string, name: string, ...keys: string[]) => {
    const found = present.find(
      object => object.kind === kind && object.metadata.name === name,
    );
    if (!found) {
      missing.add(`${kind}/${name}`);
      return;
    }
    for (const key of keys) {
      if (!Object.hasOwn(found.data ?? {}, key)) {
        missing.add(`${kind}/${name} ${key}`);
      }
    }
  };
  const needKey = (kind: string, ref?: KeyRef) =>
    ref && !ref.optional && need(kind, ref.name, ref.key);
  const needAll = (kind: string, ref?: NameRef) =>
    ref && !ref.optional && need(kind, ref.name);

  need('ServiceAccount', spec.serviceAccountName ?? 'default');
  // A pod starts without its pull secret, and then cannot pull.
  spec.imagePullSecrets?.forEach(({ name }) => need('Secret', name));
  for (const { env, envFrom } of [
    ...(spec.initContainers ?? []),
    ...spec.containers,
  ]) {
    for (const { valueFrom } of env ?? []) {
      needKey('Secret', valueFrom?.secretKeyRef);
      needKey('ConfigMap', valueFrom?.configMapKeyRef);
    }
    for (const { secretRef, configMapRef } of envFrom ?? []) {
      needAll('Secret', secretRef);
      needAll('ConfigMap', configMapRef);
    }
  }
  for (const { secret, configMap, persistentVolumeClaim } of spec.volumes ??
    []) {
    if (secret && !secret.optional) {
      const keys = secret.items?.map(({ key }) => key) ?? [];
      need('Secret', secret.secretName, ...keys);
    }
    if (configMap && !configMap.optional) {
      const keys = configMap.items?.map(({ key }) => key) ?? [];
      need('ConfigMap', configMap.name, ...keys);
    }
    if (persistentVolumeClaim) {
      need('PersistentVolumeClaim', persistentVolumeClaim.claimName);
    }
  }
  return [...missing].sort();
}
