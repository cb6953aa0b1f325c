import { llmApiKey } from '../instance';
import { neededSecrets } from '../repository/neededSecrets';
import type {
  PlannedEnvironment,
  RepositoryPlan,
} from '../repository/RepositoryPlan';
import { databaseSource, jwtSource } from '../values/facts';
import { renderObjects } from '../objects';
import type { Loss } from './RetirementPlan';

function volumes({ name, values, release }: PlannedEnvironment): Loss[] {
  const { enabled, existingClaim } = values.persistence;
  const holds = [
    ...(databaseSource(values) === 'sqlite' ? ['the SQLite database'] : []),
    ...(jwtSource(values) === 'firstStart'
      ? ['the secret that signs sessions']
      : []),
    'models and the knowledge store',
  ].join(', ');
  if (!enabled) {
    return [
      {
        environment: name,
        kind: 'volume',
        subject: 'emptyDir/data',
        fate: 'removed',
        message: `Nothing is persistent: ${holds} go with the pods.`,
      },
    ];
  }
  const claims =
    existingClaim === ''
      ? renderObjects(values, release)
          .filter(({ kind }) => kind === 'PersistentVolumeClaim')
          .map(({ metadata }) => metadata.name)
      : [existingClaim];
  return claims.map(claim => ({
    environment: name,
    kind: 'volume',
    subject: `PersistentVolumeClaim/${claim}`,
    fate: 'kept',
    message: `Kept by its policy until somebody deletes it: ${holds}. Deleted with it are the data for good.`,
  }));
}

function secretsOf(
  plan: RepositoryPlan,
  environment: PlannedEnvironment,
): Loss[] {
  const { name, values } = environment;
  return [
    ...neededSecrets(plan, environment).map(
      (secret): Loss => ({
        environment: name,
        kind: 'secret',
        subject: `Secret/${secret.name}`,
        fate: 'kept',
        message: `Made by the team, so nothing removes it: ${secret.what}.`,
      }),
    ),
    ...(values.externalSecrets.enabled
      ? [
          {
            environment: name,
            kind: 'secret' as const,
            subject: 'Secret/alexandria-external',
            fate: 'removed' as const,
            message: 'Goes with its ExternalSecret; the store keeps the keys.',
          },
        ]
      : []),
  ];
}

function outside(
  plan: RepositoryPlan,
  environment: PlannedEnvironment,
): Loss[] {
  const { name, answers, exposed, values } = environment;
  const { access, llmBackends } = plan.instance;
  const providers = access.providers.map(provider => provider.name);
  const keys = llmBackends
    .filter(({ apiKey }) => apiKey)
    .map(backend => llmApiKey(backend.name).key);
  return [
    ...(exposed
      ? [
          {
            environment: name,
            kind: 'host' as const,
            subject: answers.host,
            fate: 'kept' as const,
            message:
              'The DNS record stays and leads nowhere, and passkeys made for the name are of no use any more. Take the record away: whoever gets the address would answer for it.',
          },
        ]
      : []),
    ...(databaseSource(values) === 'sqlite'
      ? []
      : [
          {
            environment: name,
            kind: 'database' as const,
            subject: 'Postgres',
            fate: 'kept' as const,
            message:
              'The database is that of the team, and stays with all its data.',
          },
        ]),
    ...(providers.length === 0
      ? []
      : [
          {
            environment: name,
            kind: 'external' as const,
            subject: providers.join(', '),
            fate: 'kept' as const,
            message:
              'The clients at the identity providers stay, with their secrets.',
          },
        ]),
    ...(keys.length === 0
      ? []
      : [
          {
            environment: name,
            kind: 'external' as const,
            subject: keys.join(', '),
            fate: 'kept' as const,
            message: 'The API keys of the LLM backends stay valid.',
          },
        ]),
  ];
}

/** What is there only because of an environment. */
export function losses(
  plan: RepositoryPlan,
  environment: PlannedEnvironment,
): Loss[] {
  return [
    ...volumes(environment),
    ...secretsOf(plan, environment),
    ...outside(plan, environment),
    {
      environment: environment.name,
      kind: 'namespace',
      subject: `Namespace/${environment.namespace}`,
      fate: 'kept',
      message:
        'Stays, with whatever else is in it. Deleting it deletes the claim and the secrets.',
    },
  ];
}
