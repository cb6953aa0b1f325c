import {
  ago,
  condition,
  DAY,
  deployment,
  downDeployment,
  event,
  HOUR,
  instance,
  merged,
  MINUTE,
  object,
  Patch,
  pod,
  waiting,
} from '../__testUtils__/objects';
import {
  Given,
  codesOf,
  codesOfRules,
  finding,
  ruleTable,
  verdictsOf,
} from '../__testUtils__/ruleCases';
import type { SecretState } from '../SecretState';
import { secretRules } from '.';

const state = (patch: Partial<SecretState> = {}): SecretState => ({
  namespace: 'library',
  name: 'alexandria-auth',
  tier: 2,
  exists: true,
  type: 'Opaque',
  labels: {},
  owners: [],
  keys: { 'jwt-secret': { empty: false } },
  ...patch,
});

const knowing = (...secrets: SecretState[]): Given => ({
  objects: instance(),
  secrets,
});

const unconfigured = (message: string) => [
  downDeployment(),
  pod(
    { status: { phase: 'Pending' } },
    waiting('api', 'CreateContainerConfigError', message),
  ),
];

const externalSecret = (patch: Patch = {}) =>
  merged(
    object('external-secrets.io/v1', 'ExternalSecret', 'alexandria', {
      spec: { refreshInterval: '1h', target: { name: 'alexandria-auth' } },
      status: {
        refreshTime: ago(10 * MINUTE),
        conditions: [condition('Ready', 'True', 'SecretSynced')],
      },
    }),
    patch,
  );

const failed = [
  condition('Ready', 'False', 'SecretSyncedError', 'could not get secret data'),
];

const certificate = (patch: Patch = {}) =>
  merged(
    object('cert-manager.io/v1', 'Certificate', 'alexandria-saml', {
      spec: { secretName: 'alexandria-auth' },
      status: {
        notBefore: ago(60 * DAY),
        notAfter: ago(-120 * DAY),
        conditions: [condition('Ready', 'True', 'Ready')],
      },
    }),
    patch,
  );

const ending = (seconds: number, lived = 365 * DAY) =>
  certificate({
    status: { notAfter: ago(-seconds), notBefore: ago(lived) },
  });

const sealed = (status: string, patch: Patch = {}) =>
  merged(
    object('bitnami.com/v1alpha1', 'SealedSecret', 'alexandria-auth', {
      status: { conditions: [condition('Synced', status, '', 'no key')] },
    }),
    patch,
  );

const ingress = object('networking.k8s.io/v1', 'Ingress', 'alexandria', {
  spec: {
    tls: [{ secretName: 'alexandria-tls' }],
    defaultBackend: { service: { name: 'alexandria' } },
  },
  status: { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } },
});

const service = object('v1', 'Service', 'alexandria', {
  spec: { selector: { 'app.kubernetes.io/instance': 'alexandria' } },
});

describe('secrets', () => {
  const { codes, fires, nearMisses } = ruleTable({
    SecretMissing: {
      fires: {
        'a container cannot be made (tier 0)': [
          unconfigured('secret "alexandria-auth" not found'),
          {
            health: 'Degraded',
            severity: 'critical',
            object: 'Pod/alexandria-7d9f-abcde',
            title: 'Secret alexandria-auth is not there',
            cause: 'no login and no API',
            remedy:
              'kubectl create secret generic alexandria-auth --from-file=jwt-secret=FILE -n library',
          },
        ],
        'a volume cannot be mounted (tier 0)': [
          [
            downDeployment(),
            pod(
              { status: { phase: 'Pending' } },
              waiting('api', 'ContainerCreating'),
            ),
            event(
              'Pod',
              'alexandria-7d9f-abcde',
              'FailedMount',
              'MountVolume.SetUp failed for volume "saml" : secret "alexandria-saml" not found',
            ),
          ],
          { health: 'Degraded', title: 'Secret alexandria-saml' },
        ],
        'the cluster has none (tiers 1 and 2)': [
          knowing(state({ exists: false, keys: undefined, tier: 1 })),
          { health: 'Degraded', object: 'Secret/alexandria-auth' },
        ],
        'External Secrets is to make it': [
          [
            ...unconfigured('secret "alexandria-auth" not found'),
            externalSecret(),
          ],
          { remedy: 'kubectl describe externalsecret alexandria -n library' },
        ],
      },
      nearMisses: {
        'a ConfigMap is missing': unconfigured('configmap "x" not found'),
        'a key of it is missing': unconfigured(
          "couldn't find key jwt-secret in Secret library/alexandria-auth",
        ),
        'nothing is known of it': instance(),
        'the secret that is missing is one of another namespace': knowing(
          state({ exists: false, namespace: 'other' }),
        ),
        'it is optional': {
          objects: [
            deployment({
              spec: {
                template: {
                  spec: {
                    containers: [
                      {
                        name: 'api',
                        image: 'r/ee-api:v1.2.0',
                        envFrom: [
                          { secretRef: { name: 'extra', optional: true } },
                        ],
                      },
                    ],
                  },
                },
              },
            }),
          ],
          secrets: [state({ name: 'extra', exists: false })],
        },
      },
    },
    SecretKeyMissing: {
      fires: {
        'a container cannot be made (tier 0)': [
          unconfigured(
            "couldn't find key jwt-secret in Secret library/alexandria-auth",
          ),
          {
            health: 'Degraded',
            title: 'Secret alexandria-auth has no key jwt-secret',
            remedy: '--from-file=jwt-secret=FILE',
          },
        ],
        'managers have not written it (tier 1)': [
          knowing(state({ tier: 1, keys: { 'admin-password': {} } })),
          { health: 'Degraded', object: 'Secret/alexandria-auth' },
        ],
      },
      nearMisses: {
        'it is there': knowing(state()),
        'the keys are not known (tier 1)': knowing(
          state({ tier: 1, keys: undefined }),
        ),
        'the whole secret is missing': unconfigured(
          'secret "alexandria-auth" not found',
        ),
      },
    },
    SecretKeyEmpty: {
      fires: {
        'it holds nothing (tier 2)': [
          knowing(state({ keys: { 'jwt-secret': { empty: true } } })),
          {
            health: 'Degraded',
            title: 'Key jwt-secret of Secret alexandria-auth',
            remedy: 'kubectl rollout restart deployment/alexandria -n library',
          },
        ],
      },
      nearMisses: {
        'it holds something': knowing(state()),
        'tier 1 cannot tell': knowing(
          state({ tier: 1, keys: { 'jwt-secret': {} } }),
        ),
        'it is a key that nobody needs': knowing(
          state({
            keys: { 'jwt-secret': { empty: false }, other: { empty: true } },
          }),
        ),
      },
    },
    SecretRotatedNotRolled: {
      fires: {
        'it was written after the containers started': [
          knowing(state({ writtenAt: Date.parse(ago(HOUR)) })),
          {
            health: 'Healthy',
            severity: 'warning',
            cause: ago(HOUR),
            remedy: 'kubectl rollout restart deployment/alexandria -n library',
          },
        ],
      },
      nearMisses: {
        'it was written before': knowing(
          state({ writtenAt: Date.parse(ago(2 * DAY)) }),
        ),
        'when it was written is not known': knowing(state()),
        'it is used by nobody': knowing(
          state(),
          state({ name: 'unused', writtenAt: Date.parse(ago(HOUR)) }),
        ),
      },
    },
    ExternalSecretFailed: {
      fires: {
        'it was fetched before': [
          [...instance(), externalSecret({ status: { conditions: failed } })],
          {
            health: 'Degraded',
            severity: 'warning',
            cause: 'could not get secret data',
            remedy: 'kubectl describe externalsecret alexandria -n library',
          },
        ],
        'it was never fetched': [
          [
            ...instance(),
            externalSecret({
              status: { conditions: failed, refreshTime: undefined },
            }),
          ],
          { health: 'Degraded', severity: 'critical' },
        ],
      },
      nearMisses: {
        'it is Ready': [...instance(), externalSecret()],
        'nobody uses what it writes': [
          ...instance(),
          externalSecret({
            spec: { target: { name: 'other' } },
            status: { conditions: failed },
          }),
        ],
      },
    },
    ExternalSecretStale: {
      fires: {
        'two fetches are overdue': [
          [
            ...instance(),
            externalSecret({ status: { refreshTime: ago(3 * HOUR) } }),
          ],
          { health: 'Healthy', severity: 'warning', title: '3 h ago' },
        ],
      },
      nearMisses: {
        'one fetch is a little late': [
          ...instance(),
          externalSecret({ status: { refreshTime: ago(65 * MINUTE) } }),
        ],
        'it is fetched once': [
          ...instance(),
          externalSecret({
            spec: { refreshPolicy: 'CreatedOnce' },
            status: { refreshTime: ago(3 * DAY) },
          }),
        ],
        'an interval of 0 is never': [
          ...instance(),
          externalSecret({
            spec: { refreshInterval: '0' },
            status: { refreshTime: ago(3 * DAY) },
          }),
        ],
        'it failed': [
          ...instance(),
          externalSecret({
            status: { refreshTime: ago(3 * HOUR), conditions: failed },
          }),
        ],
      },
    },
    SealedSecretFailed: {
      fires: {
        'it cannot be opened': [
          [...instance(), sealed('False')],
          { health: 'Degraded', severity: 'warning', cause: 'no key' },
        ],
      },
      nearMisses: {
        'it was opened': [...instance(), sealed('True')],
        'nobody uses it': [
          ...instance(),
          sealed('False', { metadata: { name: 'other' } }),
        ],
      },
    },
    CertificateNotIssued: {
      fires: {
        'the issuer refuses it': [
          [
            ...instance(),
            certificate({
              status: {
                notAfter: undefined,
                conditions: [condition('Ready', 'False', 'Failed', 'refused')],
              },
            }),
          ],
          { health: 'Degraded', cause: 'refused' },
        ],
      },
      nearMisses: {
        'it is being issued': [
          ...instance(),
          certificate({
            status: {
              conditions: [
                condition('Ready', 'False', 'DoesNotExist'),
                condition('Issuing', 'True', 'DoesNotExist'),
              ],
            },
          }),
        ],
        'it has ended': [
          ...instance(),
          certificate({
            status: {
              notAfter: ago(HOUR),
              conditions: [condition('Ready', 'False', 'Expired')],
            },
          }),
        ],
      },
    },
    CertificateExpiring: {
      fires: {
        'ten days are left': [
          [...instance(), ending(10 * DAY)],
          {
            health: 'Healthy',
            severity: 'warning',
            title: '10 d',
            remedy: 'cmctl renew alexandria-saml -n library',
          },
        ],
        'a short one was not renewed': [
          [...instance(), ending(1 * DAY, 6 * DAY)],
          { severity: 'warning' },
        ],
        'the secret says so (tier 2)': [
          knowing(
            state({
              keys: {
                'jwt-secret': {
                  empty: false,
                  notAfter: Date.parse(ago(-3 * DAY)),
                },
              },
            }),
          ),
          { object: 'Secret/alexandria-auth', title: '3 d' },
        ],
        'it is the one of the Ingress': [
          {
            objects: [...instance(), service, ingress],
            secrets: [
              state({
                name: 'alexandria-tls',
                keys: { 'tls.crt': { notAfter: Date.parse(ago(-3 * DAY)) } },
              }),
            ],
          },
          { object: 'Secret/alexandria-tls' },
        ],
      },
      nearMisses: {
        'half a year is left': [...instance(), ending(180 * DAY)],
        'a short one is due for renewal': [
          ...instance(),
          ending(2 * DAY, 4 * DAY),
        ],
        'it has ended': [...instance(), ending(-HOUR)],
        'nobody uses it': [
          ...instance(),
          merged(ending(DAY), { spec: { secretName: 'other' } }),
        ],
      },
    },
    CertificateExpired: {
      fires: {
        'it ended yesterday': [
          [...instance(), ending(-2 * DAY)],
          { health: 'Degraded', severity: 'critical', title: '2 d ago' },
        ],
        'it ends now': [[...instance(), ending(0)], { severity: 'critical' }],
      },
      nearMisses: {
        'it ends in an hour': [...instance(), ending(HOUR)],
      },
    },
  });

  it('has a case that fires and a near miss of every rule', () => {
    expect(codes).toEqual(codesOfRules(secretRules));
  });

  it.each(fires)('%s fires: %s', (code, _, given, expected) => {
    expect(verdictsOf(given)).toEqual([finding(code, expected)]);
  });

  it.each(nearMisses)('%s does not fire: %s', (code, _, given) => {
    expect(codesOf(given)).not.toContain(code);
  });

  const statusOf = (given: Given) => verdictsOf(given)[0].secrets[0];

  it.each<[string, Given, Patch]>([
    [
      'tier 0: the container that needs it runs',
      instance(),
      {
        tier: 0,
        presence: 'present',
        source: 'unknown',
        keys: [
          {
            key: 'jwt-secret',
            state: 'present',
            optional: false,
            neededBy: ['api'],
          },
        ],
      },
    ],
    [
      'tier 0: nothing tells',
      [downDeployment()],
      { tier: 0, presence: 'unknown', keys: [{ state: 'unknown' }] },
    ],
    [
      'tier 0: the kubelet says that it is not there',
      unconfigured('secret "alexandria-auth" not found'),
      { tier: 0, presence: 'absent', keys: [{ state: 'absent' }] },
    ],
    [
      'tier 0: External Secrets has written it',
      [downDeployment(), externalSecret()],
      {
        tier: 0,
        presence: 'present',
        source: 'externalSecrets',
        lastSync: ago(10 * MINUTE),
        nextSync: ago(-50 * MINUTE),
      },
    ],
    ['tier 0: sealed', [...instance(), sealed('True')], { source: 'sealed' }],
    [
      'tier 0: from cert-manager',
      [...instance(), certificate()],
      { source: 'certManager', notAfter: ago(-120 * DAY) },
    ],
    [
      'tier 1: keys are not known',
      knowing(state({ tier: 1, keys: undefined })),
      { tier: 1, presence: 'present', source: 'existing' },
    ],
    [
      'tier 2: empty, rotated',
      knowing(
        state({
          keys: { 'jwt-secret': { empty: true } },
          writtenAt: Date.parse(ago(HOUR)),
        }),
      ),
      {
        tier: 2,
        keys: [{ state: 'empty' }],
        writtenAt: ago(HOUR),
        rotatedNotRolled: true,
      },
    ],
    [
      'tier 2: made by an operator that is not at hand',
      knowing(state({ owners: ['ExternalSecret'] })),
      { source: 'externalSecrets' },
    ],
  ])('says of a secret, %s', (_, given, expected) => {
    expect(statusOf(given)).toMatchObject(expected);
  });
});
