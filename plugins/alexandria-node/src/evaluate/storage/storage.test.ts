import {
  ago,
  deployment,
  downDeployment,
  event,
  instance,
  merged,
  object,
  Patch,
  pendingPod,
  pod,
  waiting,
} from '../__testUtils__/objects';
import {
  codesOf,
  codesOfRules,
  finding,
  ruleTable,
  verdictsOf,
} from '../__testUtils__/ruleCases';
import { storageRules } from '.';

const claim = (phase: string, patch: Patch = {}) =>
  merged(
    object('v1', 'PersistentVolumeClaim', 'alexandria-data', {
      spec: { storageClassName: 'fast' },
      status: { phase },
    }),
    patch,
  );

const lazyClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'fast' },
  volumeBindingMode: 'WaitForFirstConsumer',
};

const waitingPod = pendingPod(
  '0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
);

const NOT_FOUND =
  '0/1 nodes are available: persistentvolumeclaim "alexandria-data" not found.';

describe('storage', () => {
  const { codes, fires, nearMisses } = ruleTable({
    VolumeClaimMissing: {
      fires: {
        'the scheduler says so': [
          [downDeployment(), pendingPod(NOT_FOUND)],
          {
            health: 'Degraded',
            object: 'PersistentVolumeClaim/alexandria-data',
            remedy: 'kubectl get pvc -n library',
          },
        ],
        'all claims are at hand, and it is not among them': [
          { objects: instance(), complete: ['PersistentVolumeClaim'] },
          { health: 'Degraded' },
        ],
      },
      nearMisses: {
        'not all claims are at hand': instance(),
        'it is there': {
          objects: [...instance(), claim('Bound')],
          complete: ['PersistentVolumeClaim'],
        },
        'claims may not be read': {
          objects: instance(),
          complete: ['PersistentVolumeClaim'],
          unreadable: [
            { kind: 'PersistentVolumeClaim', reason: 'forbidden', message: '' },
          ],
        },
        'another claim is missing': [
          downDeployment(),
          pendingPod('persistentvolumeclaim "other" not found'),
        ],
      },
    },
    VolumeClaimPending: {
      fires: {
        'no volume after a day': [
          [downDeployment(), waitingPod, claim('Pending')],
          {
            health: 'Degraded',
            cause: 'storage class fast',
            remedy: 'kubectl describe pvc alexandria-data -n library',
          },
        ],
        'the provisioner says why': [
          [
            downDeployment(),
            claim('Pending', { metadata: { creationTimestamp: ago(5) } }),
            event(
              'PersistentVolumeClaim',
              'alexandria-data',
              'ProvisioningFailed',
              'storageclass.storage.k8s.io "fast" not found',
            ),
          ],
          { health: 'Degraded', cause: '"fast" not found' },
        ],
        'its class waits for a consumer, and there is one': [
          [downDeployment(), waitingPod, claim('Pending'), lazyClass],
          { health: 'Degraded' },
        ],
      },
      nearMisses: {
        'it is bound': [...instance(), claim('Bound')],
        'it is new': [
          downDeployment(),
          waitingPod,
          claim('Pending', { metadata: { creationTimestamp: ago(20) } }),
        ],
        'its class waits for the first consumer': [
          deployment({ spec: { replicas: 0 } }),
          claim('Pending'),
          lazyClass,
        ],
        'it is the claim of somebody else': [
          ...instance(),
          claim('Pending', { metadata: { name: 'other' } }),
        ],
      },
    },
    VolumeClaimLost: {
      fires: {
        'its volume is gone': [
          [
            downDeployment(),
            pod({}, waiting('api', 'ContainerCreating')),
            claim('Lost', { spec: { volumeName: 'pv-7' } }),
          ],
          {
            health: 'Degraded',
            severity: 'critical',
            remedy: 'kubectl get pv pv-7',
          },
        ],
      },
      nearMisses: {
        'it is pending': [downDeployment(), claim('Pending')],
      },
    },
  });

  it('has a case that fires and a near miss of every rule', () => {
    expect(codes).toEqual(codesOfRules(storageRules));
  });

  it.each(fires)('%s fires: %s', (code, _, given, expected) => {
    expect(verdictsOf(given)).toEqual([finding(code, expected)]);
  });

  it.each(nearMisses)('%s does not fire: %s', (code, _, given) => {
    expect(codesOf(given)).not.toContain(code);
  });
});
