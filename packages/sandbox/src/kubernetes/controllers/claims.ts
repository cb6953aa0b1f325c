import { textAt, valueAt } from '../objects/json';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { CLAIM_PROTECTION } from '../objects/completeObject';
import type { Control, Controller } from './Control';
import type { Pod } from './workloads';

const MANAGER = 'kube-controller-manager';
const COMPONENT = 'persistentvolume-controller';
const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';

/** How long a volume takes to be made, in milliseconds. */
const PROVISION_MS = 2_000;

const ageOf = (control: Control, { metadata }: KubernetesObject) =>
  control.now - Date.parse(metadata.creationTimestamp ?? '');

/** A claim that names no class gets the default one, as kube-controller-manager does it where admission did not. */
function withClass(
  control: Control,
  claim: KubernetesObject,
): KubernetesObject {
  const standard = control
    .list('StorageClass')
    .find(({ metadata }) => metadata.annotations?.[DEFAULT_CLASS] === 'true');
  return valueAt(claim, 'spec', 'storageClassName') !== undefined || !standard
    ? claim
    : control.change(
        claim,
        each => ({
          ...each,
          spec: {
            ...(each.spec as object),
            storageClassName: standard.metadata.name,
          },
        }),
        MANAGER,
      );
}

function bind(control: Control, claim: KubernetesObject) {
  const bound = control.change(
    claim,
    each => ({
      ...each,
      spec: {
        ...(each.spec as object),
        volumeName: `pvc-${each.metadata.uid}`,
      },
    }),
    MANAGER,
  );
  control.setStatus(
    bound,
    {
      phase: 'Bound',
      accessModes: valueAt(claim, 'spec', 'accessModes'),
      capacity: valueAt(claim, 'spec', 'resources', 'requests'),
    },
    MANAGER,
  );
}

/** Lets a claim go that no pod uses. */
function release(control: Control, claim: KubernetesObject) {
  const { namespace, name } = claim.metadata;
  const isUsed = control
    .list<Pod>('Pod', namespace)
    .some(({ spec }) =>
      spec.volumes?.some(
        ({ persistentVolumeClaim }) =>
          persistentVolumeClaim?.claimName === name,
      ),
    );
  if (!isUsed) {
    control.change(
      claim,
      each => ({
        ...each,
        metadata: {
          ...each.metadata,
          finalizers: each.metadata.finalizers!.filter(
            finalizer => finalizer !== CLAIM_PROTECTION,
          ),
        },
      }),
      MANAGER,
    );
  }
}

/** What the volume controller and a provisioner do: a volume for every claim whose class there is. */
export const claims: Controller = control => {
  for (const each of control.list('PersistentVolumeClaim')) {
    if (each.metadata.deletionTimestamp !== undefined) {
      release(control, each);
      continue;
    }
    if (textAt(each, 'status', 'phase') !== 'Pending') {
      continue;
    }
    const claim = withClass(control, each);
    const name = textAt(claim, 'spec', 'storageClassName');
    if (control.find('StorageClass', undefined, name)) {
      if (ageOf(control, claim) >= PROVISION_MS) {
        bind(control, claim);
      }
    } else if (name !== '') {
      control.event(
        claim,
        'Warning',
        'ProvisioningFailed',
        `storageclass.storage.k8s.io "${name}" not found`,
        COMPONENT,
      );
    }
  }
};
