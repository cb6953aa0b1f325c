import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { serverSideStrategies } from './authStrategies';
import { readConfiguredClusters } from './readConfiguredClusters';

const strategies = serverSideStrategies({
  config: mockServices.rootConfig(),
  logger: mockServices.logger.mock(),
});

const read = (...clusters: object[]) =>
  readConfiguredClusters(
    new ConfigReader(JSON.parse(JSON.stringify({ type: 'config', clusters }))),
    strategies,
  );

const PROVIDER = 'kubernetes.io/auth-provider';

describe('readConfiguredClusters', () => {
  it('reads what the Kubernetes plugin reads', () => {
    expect(
      read(
        {
          name: 'north',
          title: 'North',
          url: 'https://north.example.com',
          authProvider: 'serviceAccount',
          serviceAccountToken: 'canary',
          caData: 'Y2E=',
          dashboardUrl: 'https://dashboard.example.com',
        },
        {
          name: 'aws',
          url: 'https://aws.example.com',
          authMetadata: { [PROVIDER]: 'aws' },
          assumeRole: 'arn:aws:iam::1:role/reader',
          externalId: 'x',
          skipTLSVerify: true,
        },
      ),
    ).toEqual([
      {
        name: 'north',
        title: 'North',
        strategy: strategies.get('serviceAccount'),
        details: expect.objectContaining({
          url: 'https://north.example.com',
          caData: 'Y2E=',
          skipTLSVerify: false,
          dashboardUrl: 'https://dashboard.example.com',
          authMetadata: {
            [PROVIDER]: 'serviceAccount',
            serviceAccountToken: 'canary',
          },
        }),
      },
      {
        name: 'aws',
        title: undefined,
        strategy: strategies.get('aws'),
        details: expect.objectContaining({
          skipTLSVerify: true,
          authMetadata: {
            [PROVIDER]: 'aws',
            'kubernetes.io/aws-assume-role': 'arn:aws:iam::1:role/reader',
            'kubernetes.io/aws-external-id': 'x',
          },
        }),
      },
    ]);
  });

  it.each<[string, object, string]>([
    ['a name', { url: 'https://a.example.com' }, "'clusters[0].name'"],
    ['an address', { name: 'a' }, "'clusters[0].url'"],
    [
      'an address that is one',
      { name: 'a', url: 'nowhere', authProvider: 'aws' },
      'has a url that is none',
    ],
    [
      'a provider',
      { name: 'a', url: 'https://a.example.com' },
      'names no authProvider. What would do: aws, azure, googleServiceAccount, localKubectlProxy, serviceAccount',
    ],
    [
      'a provider that needs nobody to be there',
      { name: 'a', url: 'https://a.example.com', authProvider: 'oidc' },
      'takes the credentials of whoever looks',
    ],
    [
      'a provider that there is',
      { name: 'a', url: 'https://a.example.com', authProvider: 'magic' },
      'has the authProvider "magic", which is not known',
    ],
    [
      'a token that is text',
      {
        name: 'a',
        url: 'https://a.example.com',
        authProvider: 'serviceAccount',
        serviceAccountToken: { canary: 1 },
      },
      'serviceAccountToken',
    ],
    [
      'metadata that are text',
      {
        name: 'a',
        url: 'https://a.example.com',
        authMetadata: { [PROVIDER]: { canary: 1 } },
      },
      'has an authMetadata.kubernetes.io/auth-provider that is not text',
    ],
  ])(
    'says that a cluster lacks %s, and reads the others',
    (_, wrong, problem) => {
      const good = {
        name: 'good',
        url: 'https://good.example.com',
        authProvider: 'aws',
      };
      const clusters = read(wrong, good);
      expect(clusters).toEqual([
        { ...clusters[0], problem: expect.stringContaining(problem) },
        expect.objectContaining({ name: 'good', details: expect.anything() }),
      ]);
      expect(JSON.stringify(clusters)).not.toContain('canary');
    },
  );

  it('finds none in a locator without clusters', () => {
    expect(readConfiguredClusters(new ConfigReader({}), strategies)).toEqual(
      [],
    );
  });
});
