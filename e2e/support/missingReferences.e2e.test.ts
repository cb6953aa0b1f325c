import { missingReferences, type PodSpec } from './missingReferences';

const container = { name: 'api', image: 'example/api:1' };
const bare: PodSpec = { containers: [container] };
const ref = { name: 'auth', key: 'jwt-secret' };
const present = [
  { kind: 'ServiceAccount', metadata: { name: 'default' } },
  {
    kind: 'Secret',
    metadata: { name: 'auth' },
    data: { 'jwt-secret': 'c2VjcmV0' },
  },
];

const withEnv = (valueFrom: object): PodSpec => ({
  containers: [{ ...container, env: [{ valueFrom }] }],
});
const withVolume = (volume: object): PodSpec => ({
  ...bare,
  volumes: [volume],
});

describe('missingReferences', () => {
  it.each<[string, PodSpec, string[]]>([
    ['nothing', bare, []],
    ['a key that is there', withEnv({ secretKeyRef: ref }), []],
    [
      'a key that is not there',
      withEnv({ secretKeyRef: { ...ref, key: 'other' } }),
      ['Secret/auth other'],
    ],
    [
      'a key that need not be there',
      withEnv({ secretKeyRef: { ...ref, key: 'other', optional: true } }),
      [],
    ],
    [
      'a ConfigMap of the name of a Secret',
      withEnv({ configMapKeyRef: ref }),
      ['ConfigMap/auth'],
    ],
    [
      'a whole Secret',
      {
        containers: [
          { ...container, envFrom: [{ secretRef: { name: 'none' } }] },
        ],
      },
      ['Secret/none'],
    ],
    [
      'an init container',
      {
        ...withEnv({ secretKeyRef: ref }),
        initContainers: withEnv({ secretKeyRef: { ...ref, name: 'none' } })
          .containers,
      },
      ['Secret/none'],
    ],
    [
      'a volume with one key of a Secret',
      withVolume({
        secret: { secretName: 'auth', items: [{ key: 'tls.key' }] },
      }),
      ['Secret/auth tls.key'],
    ],
    [
      'a volume that may be empty',
      withVolume({ secret: { secretName: 'none', optional: true } }),
      [],
    ],
    [
      'a claim',
      withVolume({ persistentVolumeClaim: { claimName: 'data' } }),
      ['PersistentVolumeClaim/data'],
    ],
    [
      'a pull secret and an account',
      {
        ...bare,
        serviceAccountName: 'alexandria',
        imagePullSecrets: [{ name: 'regcred' }],
      },
      ['Secret/regcred', 'ServiceAccount/alexandria'],
    ],
  ])('of a pod that names %s', (_, spec, missing) => {
    expect(missingReferences(spec, present)).toEqual(missing);
  });
});
