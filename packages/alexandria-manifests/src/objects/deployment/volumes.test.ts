import { contextOf } from '../__testUtils__/contextOf';
import {
  apiMounts,
  dashboardMounts,
  orchestratorMounts,
  volumes,
} from './volumes';

const context = contextOf({
  rbac: { create: true },
  federation: {
    enabled: true,
    providers: [
      {
        name: 'corporate',
        kind: 'saml',
        metadata_url: 'https://idp.example.com/metadata',
      },
    ],
    saml: { keyPair: 'existingSecret' },
  },
});
const paths = (mounts: Record<string, unknown>[]) =>
  mounts.map(({ mountPath }) => mountPath);

describe('the mounts', () => {
  it('of the dashboard show it neither data nor a secret nor a token', () => {
    expect(dashboardMounts(context).map(({ name }) => name)).toEqual([
      'nginx-config',
      'tmp',
    ]);
  });

  it('of the API have the key pair and the token', () => {
    expect(paths(apiMounts(context))).toEqual([
      '/var/lib/alexandria',
      '/var/run/alexandria',
      '/etc/alexandria',
      '/tmp',
      '/etc/alexandria/saml',
      '/var/run/secrets/kubernetes.io/serviceaccount',
    ]);
  });

  it('of the orchestrator have the token and not the key pair', () => {
    expect(paths(orchestratorMounts(context))).toEqual([
      '/var/lib/alexandria',
      '/var/run/alexandria',
      '/etc/alexandria',
      '/tmp',
      '/var/run/secrets/kubernetes.io/serviceaccount',
    ]);
  });

  it('have a volume each', () => {
    const names = volumes(context).map(({ name }) => name);
    const mounted = [apiMounts, orchestratorMounts, dashboardMounts].flatMap(
      mounts => mounts(context).map(({ name }) => name),
    );
    expect(mounted.filter(name => !names.includes(name))).toEqual([]);
  });
});

describe('the data volume', () => {
  it.each([
    [{}, { persistentVolumeClaim: { claimName: 'alexandria-data' } }],
    [
      { persistence: { existingClaim: 'old' } },
      { persistentVolumeClaim: { claimName: 'old' } },
    ],
    [
      { persistence: { enabled: false }, auth: { existingSecret: 'a' } },
      { emptyDir: {} },
    ],
  ])('of %j is %j', (values, source) => {
    const [data] = volumes(contextOf(values));
    expect(data).toEqual({ name: 'data', ...source });
  });
});
