import type { GeneratedFile } from '../../GeneratedFile';
import { RELEASE } from '../commands';
import { code, document, list, shell, table, word } from '../markdown';
import { neededSecrets } from '../neededSecrets';
import type { PlannedEnvironment, RepositoryPlan } from '../RepositoryPlan';
import { secretCommands } from '../secretCommands';

/** The keys of the store and of the Secret that is made from them. */
function storeKeys({ values }: PlannedEnvironment): string[][] {
  const from = values.externalSecrets;
  return [
    [from.jwtSecretKey, 'signs sessions; 32 random bytes'],
    [from.adminPasswordKey, 'password of the first administrator'],
    [from.databaseUrlKey, 'postgres:// URL with user and password'],
    ...Object.entries(from.oidcClientSecrets).map(([name, { key }]) => [
      key,
      `client secret of ${name}`,
    ]),
    ...Object.entries(from.llmApiKeys).map(([name, { key }]) => [
      key,
      `API key of ${name}`,
    ]),
  ]
    .filter(([key]) => key !== '')
    .map(([key, what]) => [code(key), what]);
}

function externalSecrets(
  plan: RepositoryPlan,
  environment: PlannedEnvironment,
): string[] {
  const { store } = plan.instance.secrets;
  return [
    `The External Secrets Operator reads these keys from the ${
      store.kind
    } ${code(store.name)}${
      store.kind === 'SecretStore'
        ? `, which has to be in the namespace ${code(environment.namespace)}`
        : ''
    }, and writes the Secret ${code(`${RELEASE}-external`)}:`,
    table(['Key in the store', 'Value'], storeKeys(environment)),
  ];
}

function environmentSecrets(
  plan: RepositoryPlan,
  environment: PlannedEnvironment,
): string[] {
  const needed = neededSecrets(plan, environment);
  return [
    `## ${environment.name}`,
    ...(plan.instance.secrets.source === 'externalSecrets'
      ? externalSecrets(plan, environment)
      : []),
    ...(needed.length === 0
      ? []
      : [
          table(
            ['Secret', 'Keys', 'What for'],
            needed.map(secret => [
              code(secret.name),
              secret.kind === 'generic'
                ? secret.keys.map(({ key }) => code(key)).join(', ')
                : {
                    tls: '`tls.crt`, `tls.key`',
                    registry: '`.dockerconfigjson`',
                  }[secret.kind],
              secret.what,
            ]),
          ),
          shell(...secretCommands(plan, environment)),
        ]),
  ];
}

/** Which Secrets there are, how each comes about and how it is changed. Never a value. */
export function secrets(plan: RepositoryPlan): GeneratedFile {
  const { top } = plan;
  return {
    path: 'docs/secrets.md',
    content: document(
      '# Secrets',
      'No secret value is in this repository, and none belongs here. What the pods need is in Secrets of their namespace.',
      ...plan.environments.flatMap(environment =>
        environmentSecrets(plan, environment),
      ),
      '## Changing a secret',
      list(
        plan.instance.secrets.source === 'externalSecrets'
          ? `Change the value in the store. The operator follows within ${top.values.externalSecrets.refreshInterval}.`
          : `Delete the Secret, and create it again with the commands above.`,
        'Pods read Secrets when they start, so restart them:',
      ),
      shell(
        `kubectl rollout restart deployment/${RELEASE} --namespace ${word(
          top.namespace,
        )}`,
      ),
      'A new `jwt-secret` signs everybody out. A new `admin-password` has no effect once the first administrator exists: change the password in the dashboard.',
    ),
  };
}
