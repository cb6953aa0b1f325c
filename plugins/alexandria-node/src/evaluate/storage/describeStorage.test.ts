import type { VolumeClaimStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { detailsOf } from '../__testUtils__/detailsOf';
import {
  ago,
  condition,
  DAY,
  deployment,
  downDeployment,
  event,
  instance,
  pendingPod,
} from '../__testUtils__/objects';
import type { Given } from '../__testUtils__/ruleCases';
import { claim, wholeInstance } from '../__testUtils__/wholeInstance';

const storageOf = (given: Given) => detailsOf(given).storage;

const mounts = { volumeMounts: [{ name: 'data' }] };

const isNew = { metadata: { creationTimestamp: ago(9) } };

const unbound = {
  spec: { volumeName: undefined },
  status: { phase: 'Pending', accessModes: undefined, capacity: undefined },
};

describe('describeStorage', () => {
  it('tells a claim, and who mounts it', () => {
    expect(
      storageOf([
        ...wholeInstance().slice(1),
        deployment({
          spec: {
            template: {
              spec: {
                initContainers: [{ name: 'config-init', ...mounts }],
                containers: [
                  { name: 'api', ...mounts },
                  { name: 'dashboard', volumeMounts: [{ name: 'tmp' }] },
                ],
              },
            },
          },
        }),
      ]),
    ).toEqual({
      claims: [
        {
          object: {
            kind: 'PersistentVolumeClaim',
            namespace: 'library',
            name: 'alexandria-data',
          },
          volume: 'data',
          mountedBy: ['config-init', 'api'],
          presence: 'present',
          phase: 'Bound',
          storageClass: 'shared',
          accessModes: ['ReadWriteMany'],
          requested: '50Gi',
          capacity: '50Gi',
          volumeName: 'pvc-1',
          createdAt: ago(DAY),
          health: 'Healthy',
          sentence: 'It is bound: 50Gi, ReadWriteMany.',
        },
      ],
      sentence: 'Claim alexandria-data: It is bound: 50Gi, ReadWriteMany.',
    });
  });

  it.each<[string, Given, Partial<VolumeClaimStatus>]>([
    [
      'that is being enlarged',
      [
        deployment(),
        claim({
          spec: { resources: { requests: { storage: '80Gi' } } },
          status: { conditions: [condition('Resizing', 'True')] },
        }),
      ],
      {
        requested: '80Gi',
        capacity: '50Gi',
        health: 'Healthy',
        sentence: 'It is bound: 50Gi, ReadWriteMany. It is being enlarged.',
      },
    ],
    [
      'that is new',
      [deployment(), claim({ ...unbound, ...isNew })],
      {
        phase: 'Pending',
        accessModes: ['ReadWriteMany'],
        capacity: undefined,
        health: 'Progressing',
        sentence: 'No volume has been bound to it.',
      },
    ],
    [
      'that has waited too long',
      [deployment(), claim(unbound)],
      { health: 'Degraded', sentence: 'No volume has been bound to it.' },
    ],
    [
      'that waits for its first pod',
      [
        deployment(),
        claim(unbound),
        event(
          'PersistentVolumeClaim',
          'alexandria-data',
          'WaitForFirstConsumer',
          'waiting for first consumer to be created before binding',
        ),
      ],
      {
        health: 'Progressing',
        sentence: 'It waits for the first pod that uses it.',
      },
    ],
    [
      'that gets no volume',
      [
        deployment(),
        claim({ ...unbound, ...isNew }),
        event(
          'PersistentVolumeClaim',
          'alexandria-data',
          'ProvisioningFailed',
          'storageclass "shared" not found',
        ),
      ],
      {
        health: 'Degraded',
        sentence:
          'It gets no volume, ProvisioningFailed: storageclass "shared" not found.',
      },
    ],
    [
      'that lost its volume',
      [deployment(), claim({ status: { phase: 'Lost' } })],
      {
        health: 'Degraded',
        sentence: 'The volume that it was bound to is gone.',
      },
    ],
    [
      'that is not read, of pods that run',
      instance(),
      {
        presence: 'present',
        phase: undefined,
        accessModes: [],
        health: 'Healthy',
        sentence: 'Pods that mount it run; the claim itself is not read.',
      },
    ],
    [
      'that is not read, of pods that do not run',
      [downDeployment()],
      {
        presence: 'unknown',
        health: 'Unknown',
        sentence: 'Nothing is known of it: the claim itself is not read.',
      },
    ],
    [
      'that the scheduler does not find',
      [
        downDeployment(),
        pendingPod('persistentvolumeclaim "alexandria-data" not found'),
      ],
      {
        presence: 'absent',
        health: 'Missing',
        sentence:
          'The namespace has no such claim: persistentvolumeclaim "alexandria-data" not found.',
      },
    ],
    [
      'that is not among all claims',
      { objects: [downDeployment()], complete: ['PersistentVolumeClaim'] },
      {
        presence: 'absent',
        health: 'Missing',
        sentence: 'The namespace has no such claim.',
      },
    ],
  ])('tells a claim %s', (_, given, said) => {
    expect(storageOf(given).claims).toEqual([expect.objectContaining(said)]);
  });

  it.each<[string, object[], string]>([
    ['no claim', [], 'No claim is mounted.'],
    [
      'an emptyDir for its data',
      [{ name: 'data', emptyDir: {} }],
      'No claim is mounted: the volume data is an emptyDir, and what is on it is lost with the pod.',
    ],
    [
      'two claims, one of which is not well',
      ['alexandria-data', 'models'].map(claimName => ({
        name: claimName,
        persistentVolumeClaim: { claimName },
      })),
      'Claim models: Nothing is known of it: the claim itself is not read.',
    ],
  ])('says in one sentence that a pod mounts %s', (_, volumes, sentence) => {
    const given = [
      downDeployment({ spec: { template: { spec: { volumes } } } }),
      claim(),
    ];
    expect(storageOf(given).sentence).toBe(sentence);
  });

  it('says that all of several claims are well', () => {
    const volumes = ['a', 'b'].map(claimName => ({
      name: claimName,
      persistentVolumeClaim: { claimName },
    }));
    expect(
      storageOf([
        deployment({ spec: { template: { spec: { volumes } } } }),
        claim({ metadata: { name: 'a' } }),
        claim({ metadata: { name: 'b' } }),
      ]).sentence,
    ).toBe('All 2 claims are well.');
  });
});
