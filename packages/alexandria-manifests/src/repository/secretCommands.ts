import { wrapped } from './commands';
import { word } from './markdown';
import { NeededSecret, neededSecrets } from './neededSecrets';
import type { PlannedEnvironment, RepositoryPlan } from './RepositoryPlan';

/** Bytes of randomness: 256 bits for what signs sessions, as the source document has it. */
const RANDOM = '"$(openssl rand -base64 32)"';

const variable = (key: string) => key.toUpperCase().replace(/[^A-Z0-9]/g, '_');

function generic(
  secret: Extract<NeededSecret, { kind: 'generic' }>,
  namespace: string,
): string[] {
  const asked = secret.keys.filter(({ origin }) => origin === 'asked');
  return [
    ...asked.map(
      ({ key, what }) =>
        `printf '%s: ' ${word(what)}; read -rs ${variable(key)}; echo`,
    ),
    wrapped(
      `kubectl create secret generic ${word(secret.name)}`,
      namespace,
      ...secret.keys.map(
        ({ key, origin }) =>
          `--from-literal=${key}=${
            origin === 'random' ? RANDOM : `"$${variable(key)}"`
          }`,
      ),
    ),
    ...(asked.length === 0
      ? []
      : [`unset ${asked.map(({ key }) => variable(key)).join(' ')}`]),
  ];
}

/** A key pair made here has files of its own: another one may lie beside it, for the Ingress, and has to stay. */
function tls(
  secret: Extract<NeededSecret, { kind: 'tls' }>,
  namespace: string,
): string[] {
  const [key, certificate] = ['key', 'crt'].map(
    ending => `${secret.selfSigned ? 'self-signed' : 'tls'}.${ending}`,
  );
  return [
    ...(secret.selfSigned
      ? [
          wrapped(
            'openssl req -x509 -newkey rsa:3072 -nodes -sha256 -days 3650',
            `-subj ${word(
              `/CN=${secret.host}`,
            )} -keyout ${key} -out ${certificate}`,
          ),
        ]
      : []),
    wrapped(
      `kubectl create secret tls ${word(secret.name)}`,
      namespace,
      `--cert=${certificate} --key=${key}`,
    ),
    ...(secret.selfSigned ? [`rm ${key} ${certificate}`] : []),
  ];
}

function registry(
  secret: Extract<NeededSecret, { kind: 'registry' }>,
  namespace: string,
): string[] {
  return [
    "printf 'user: '; read -r REGISTRY_USER",
    "printf 'password: '; read -rs REGISTRY_PASSWORD; echo",
    wrapped(
      `kubectl create secret docker-registry ${word(secret.name)}`,
      namespace,
      `--docker-server=${word(secret.server)}`,
      '--docker-username="$REGISTRY_USER" --docker-password="$REGISTRY_PASSWORD"',
    ),
    'unset REGISTRY_USER REGISTRY_PASSWORD',
  ];
}

function commandsOf(secret: NeededSecret, namespace: string): string[] {
  switch (secret.kind) {
    case 'generic':
      return generic(secret, namespace);
    case 'tls':
      return tls(secret, namespace);
    default:
      return registry(secret, namespace);
  }
}

/** Adds keys to a Secret that is there, and leaves alone those it has. */
function added(commands: string[], namespace: string): string[] {
  return commands.map(command =>
    command.startsWith('kubectl create secret generic')
      ? `${command} \\\n  --dry-run=client --output yaml |\n  kubectl apply --server-side ${namespace} --filename -`
      : command,
  );
}

/**
 * Creates a Secret, or adds its keys to one that is there.
 *
 * @param isNew - whether nothing is there yet
 */
export function secretCommandsOf(
  secret: NeededSecret,
  environment: PlannedEnvironment,
  isNew: boolean,
): string[] {
  const namespace = `--namespace ${word(environment.namespace)}`;
  const commands = commandsOf(secret, namespace);
  return isNew ? commands : added(commands, namespace);
}

/** Creates every Secret of an environment. What only a person knows is asked for, so that no shell history keeps it. */
export function secretCommands(
  plan: RepositoryPlan,
  environment: PlannedEnvironment,
): string[] {
  return neededSecrets(plan, environment).flatMap(secret => [
    `# ${secret.name}: ${secret.what}`,
    ...commandsOf(secret, `--namespace ${word(environment.namespace)}`),
  ]);
}
