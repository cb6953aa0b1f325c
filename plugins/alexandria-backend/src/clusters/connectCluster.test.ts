/** @jest-environment node */
import type {
  ClusterDetails,
  KubernetesCredential,
} from '@backstage/plugin-kubernetes-node';
import type { RequestOptions } from 'node:https';
import { connectCluster, type KubeConfigClass } from './connectCluster';

let KubeConfig: KubeConfigClass;

beforeAll(async () => {
  ({ KubeConfig } = await import('@kubernetes/client-node'));
});

const cluster: ClusterDetails = {
  name: 'north',
  url: 'https://north.example.com/prefix',
  caData: Buffer.from('authority').toString('base64'),
  authMetadata: { 'kubernetes.io/auth-provider': 'test' },
};

async function optionsFor(
  credential: KubernetesCredential,
  details: Partial<ClusterDetails> = {},
) {
  const config = await connectCluster(
    KubeConfig,
    { ...cluster, ...details },
    {
      getCredential: async () => credential,
      validateCluster: () => [],
      presentAuthMetadata: () => ({}),
    },
  );
  const options: RequestOptions = {};
  await config.applyToHTTPSOptions(options);
  return { server: config.getCurrentCluster()?.server, options };
}

describe('connectCluster', () => {
  it('carries a token', async () => {
    const { server, options } = await optionsFor({
      type: 'bearer token',
      token: 'one',
    });
    expect(server).toBe('https://north.example.com/prefix');
    expect(options.headers).toEqual({ Authorization: 'Bearer one' });
    expect(String(options.ca)).toBe('authority');
    expect(options.rejectUnauthorized).not.toBe(false);
  });

  it('carries a certificate', async () => {
    const { options } = await optionsFor({
      type: 'x509 client certificate',
      cert: 'certificate',
      key: 'key',
    });
    expect([String(options.cert), String(options.key)]).toEqual([
      'certificate',
      'key',
    ]);
    expect(options.headers).toEqual({});
  });

  it('verifies the server unless it is told not to', async () => {
    const { options } = await optionsFor(
      { type: 'anonymous' },
      { skipTLSVerify: true },
    );
    expect(options.rejectUnauthorized).toBe(false);
  });

  it('reaches a proxy on this machine without TLS', async () => {
    const { server, options } = await optionsFor(
      { type: 'anonymous' },
      { url: 'http://127.0.0.1:8001', caData: undefined },
    );
    expect(server).toBe('http://127.0.0.1:8001');
    expect(options.headers).toEqual({});
  });

  it('says why it got no credentials', async () => {
    await expect(
      connectCluster(KubeConfig, cluster, {
        getCredential: () => Promise.reject(new Error('signed out')),
        validateCluster: () => [],
        presentAuthMetadata: () => ({}),
      }),
    ).rejects.toThrow('signed out');
  });
});
