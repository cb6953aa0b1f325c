import { ago, DAY, HOUR, object } from '../__testUtils__/objects';
import { readSecretMetadata, reduceSecret } from './reduceSecret';
import { CERTIFICATE, CERTIFICATE_END } from './__fixtures__/certificate';

const CANARY = 'canary-5b1d';
const base64 = (text: string) => Buffer.from(text).toString('base64');

const secret = object('v1', 'Secret', 'alexandria-auth', {
  type: 'Opaque',
  metadata: {
    labels: { 'app.kubernetes.io/managed-by': 'Helm' },
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': `{"data":{"jwt-secret":"${base64(
        CANARY,
      )}"}}`,
    },
    ownerReferences: [{ kind: 'ExternalSecret', name: 'alexandria' }],
    managedFields: [
      {
        manager: 'kubectl',
        time: ago(HOUR),
        fieldsV1: {
          'f:data': { '.': {}, 'f:jwt-secret': {} },
          'f:type': {},
        },
      },
      {
        manager: 'apply',
        time: ago(2 * HOUR),
        fieldsV1: { 'f:stringData': { 'f:admin-password': {} } },
      },
      {
        manager: 'labeller',
        time: ago(60),
        fieldsV1: { 'f:metadata': { 'f:labels': {} } },
      },
    ],
  },
  data: {
    'jwt-secret': base64(CANARY),
    'admin-password': '',
    'tls.crt': base64(CERTIFICATE),
    'ca.crt': base64('-----BEGIN CERTIFICATE-----\nnot one'),
  },
});

describe('reduceSecret', () => {
  it('keeps which keys are there, which are empty, and when certificates end', () => {
    expect(reduceSecret(secret)).toEqual({
      namespace: 'library',
      name: 'alexandria-auth',
      tier: 2,
      exists: true,
      type: 'Opaque',
      labels: { 'app.kubernetes.io/managed-by': 'Helm' },
      owners: ['ExternalSecret'],
      writtenAt: Date.parse(ago(HOUR)),
      keys: {
        'jwt-secret': { empty: false },
        'admin-password': { empty: true },
        'tls.crt': { empty: false, notAfter: CERTIFICATE_END },
        'ca.crt': { empty: false },
      },
    });
  });

  it('keeps no value, nor anything computed from one', () => {
    const kept = JSON.stringify([
      reduceSecret(secret),
      reduceSecret({ ...secret, data: undefined, stringData: { a: CANARY } }),
      readSecretMetadata(secret),
    ]);
    expect(kept).not.toContain(CANARY);
    expect(kept).not.toContain(base64(CANARY).slice(0, 8));
  });

  it('takes the age for the last write when no manager says anything', () => {
    expect(
      reduceSecret(object('v1', 'Secret', 'x', { data: {} })).writtenAt,
    ).toBe(Date.parse(ago(DAY)));
  });

  it.each([null, 1, 'x', [], {}, { data: 1 }, { data: { a: 1, b: null } }])(
    'takes %j',
    json => {
      expect(reduceSecret(json)).toMatchObject({ tier: 2, keys: {} });
    },
  );
});

describe('readSecretMetadata', () => {
  it('reads the keys that managers wrote', () => {
    expect(readSecretMetadata(secret)).toMatchObject({
      tier: 1,
      exists: true,
      writtenAt: Date.parse(ago(HOUR)),
      keys: { 'jwt-secret': {}, 'admin-password': {} },
    });
  });

  it('does not know the keys when managers say nothing', () => {
    expect(readSecretMetadata(object('v1', 'Secret', 'x'))).not.toHaveProperty(
      'keys',
    );
  });
});
