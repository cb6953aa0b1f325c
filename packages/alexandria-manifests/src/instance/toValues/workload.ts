import { releaseTag } from '../../values/model/patterns';
import type { Instance } from '../instanceSchema';
import type { Environment } from '../model/environment';
import { sizeResources } from '../sizes';

/**
 * Whether the images are pinned: by release tag, or each by digest.
 *
 * @public
 */
export function isPinned({ imageTag, imageDigests }: Environment): boolean {
  return (
    releaseTag.test(imageTag) ||
    Object.values(imageDigests).every(digest => digest !== '')
  );
}

/** The names that the source document gives the three images. */
const imageNames = {
  api: 'ee-api',
  orchestrator: 'ce',
  dashboard: 'ee-dashboard',
} as const;

function images(instance: Instance, environment: Environment) {
  // A moving tag with IfNotPresent never updates and differs by node.
  const pullPolicy =
    environment.stage === 'development' && !isPinned(environment)
      ? 'Always'
      : 'IfNotPresent';
  return Object.fromEntries(
    Object.entries(imageNames).map(([container, name]) => [
      container,
      {
        repository: `${instance.images.registry}/${name}`,
        tag: environment.imageTag,
        digest: environment.imageDigests[container as keyof typeof imageNames],
        pullPolicy,
      },
    ]),
  );
}

/** What keeps a GitOps tool from pruning the data volume, under each tool's own annotation. */
const keepVolume = {
  none: {},
  argocd: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' },
  flux: { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' },
} as const;

/** Pods, images, resources, storage and disruption. */
export function workloadValues(instance: Instance, environment: Environment) {
  const { autoscaling, replicas, storage } = environment;
  const resources = sizeResources[environment.size];
  return {
    replicaCount: autoscaling ? undefined : replicas,
    autoscaling: autoscaling && { enabled: true, ...autoscaling },
    image: images(instance, environment),
    imagePullSecrets: instance.images.pullSecret
      ? [{ name: instance.images.pullSecret }]
      : [],
    resources,
    persistence: {
      size: storage.size,
      storageClass: storage.className,
      accessMode: storage.shared ? 'ReadWriteMany' : 'ReadWriteOnce',
      annotations: keepVolume[instance.delivery.gitops],
    },
    // minAvailable: 1 would block every node drain while there is one replica.
    pdb:
      environment.stage === 'development'
        ? undefined
        : { enabled: true, minAvailable: null, maxUnavailable: 1 },
  };
}
