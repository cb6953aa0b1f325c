import { llmApiKey } from '../instance';
import { secretKeys } from '../objects/secretKeys';
import { RELEASE } from './commands';
import type { PlannedEnvironment, RepositoryPlan } from './RepositoryPlan';

/** How the value of a key comes about. */
export type Origin = 'random' | 'asked';

/** A Secret that the team creates in the namespace of an environment. */
export type NeededSecret = { name: string; what: string } & (
  | { kind: 'generic'; keys: { key: string; origin: Origin; what: string }[] }
  | { kind: 'tls'; host: string; selfSigned: boolean }
  | { kind: 'registry'; server: string }
);

function auth({ secrets }: RepositoryPlan): NeededSecret {
  return {
    kind: 'generic',
    name: secrets.auth,
    what: 'signs sessions, and lets the first administrator in',
    keys: [
      { key: secretKeys.jwtSecret, origin: 'random', what: 'signs sessions' },
      {
        key: secretKeys.adminPassword,
        origin: 'random',
        what: 'password of the first administrator',
      },
    ],
  };
}

function database(
  { secrets }: RepositoryPlan,
  { answers }: PlannedEnvironment,
): NeededSecret[] {
  return answers.database === 'postgres'
    ? [
        {
          kind: 'generic',
          name: secrets.database,
          what: 'the way to Postgres',
          keys: [
            {
              key: secretKeys.databaseUrl,
              origin: 'asked',
              what: 'postgres://user:password@host:5432/database',
            },
          ],
        },
      ]
    : [];
}

function oidc({ secrets, instance }: RepositoryPlan): NeededSecret[] {
  const providers = instance.access.providers.filter(
    ({ kind }) => kind === 'oidc',
  );
  return providers.length === 0
    ? []
    : [
        {
          kind: 'generic',
          name: secrets.oidc,
          what: 'client secrets of the OIDC providers',
          keys: providers.map(({ name }) => ({
            key: secretKeys.oidcClientSecret(name),
            origin: 'asked',
            what: `client secret of ${name}`,
          })),
        },
      ];
}

function llm({ secrets, instance }: RepositoryPlan): NeededSecret[] {
  const backends = instance.llmBackends.filter(({ apiKey }) => apiKey);
  return backends.length === 0
    ? []
    : [
        {
          kind: 'generic',
          name: secrets.llm,
          what: 'API keys of the LLM backends',
          keys: backends.map(({ name }) => ({
            key: llmApiKey(name).key,
            origin: 'asked',
            what: `API key of ${name}`,
          })),
        },
      ];
}

function saml({ secrets, instance }: RepositoryPlan): NeededSecret[] {
  const { providers, samlKeyPair } = instance.access;
  return providers.some(({ kind }) => kind === 'saml') &&
    samlKeyPair === 'existingSecret'
    ? [
        {
          kind: 'tls',
          name: secrets.saml,
          what: 'key pair of the SAML service provider',
          host: RELEASE,
          selfSigned: true,
        },
      ]
    : [];
}

function tls(
  { instance }: RepositoryPlan,
  { exposed, values }: PlannedEnvironment,
): NeededSecret[] {
  const { kind, clusterIssuer } = instance.exposure;
  return exposed && kind === 'ingress' && clusterIssuer === ''
    ? values.ingress.tls.flatMap(({ secretName, hosts = [] }) =>
        secretName === undefined
          ? []
          : [
              {
                kind: 'tls' as const,
                name: secretName,
                what: `certificate of ${hosts.join(', ')}`,
                host: hosts[0],
                selfSigned: false,
              },
            ],
      )
    : [];
}

function registry({ instance }: RepositoryPlan): NeededSecret[] {
  const { registry: server, pullSecret } = instance.images;
  return pullSecret === ''
    ? []
    : [
        {
          kind: 'registry',
          name: pullSecret,
          what: 'credentials of the image registry',
          server: server.split('/')[0],
        },
      ];
}

/** The Secrets that somebody has to create before an environment can start. */
export function neededSecrets(
  plan: RepositoryPlan,
  environment: PlannedEnvironment,
): NeededSecret[] {
  const own =
    plan.instance.secrets.source === 'existingSecret'
      ? [
          auth(plan),
          ...database(plan, environment),
          ...oidc(plan),
          ...llm(plan),
        ]
      : [];
  return [...own, ...saml(plan), ...tls(plan, environment), ...registry(plan)];
}
