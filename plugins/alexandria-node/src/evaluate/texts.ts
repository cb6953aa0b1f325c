import type { KubernetesObject } from './objects/KubernetesObject';
import type { Container, Termination } from './objects/Pod';

/** Longer messages say the rest in the cluster. */
const MAX_MESSAGE = 400;

/** The user information of a URL, as in a DSN that a program printed when it ended. */
const CREDENTIALS = /(:\/\/)[^\s/@]+@/g;

const CONTROL = /[\p{Cc}\p{Cf}\s]+/gu;

/** What a cluster wrote, as one line that is safe to show: no control characters, no credentials of a URL. */
export function quoted(message: string): string {
  const line = message
    .replace(CONTROL, ' ')
    .trim()
    .replace(CREDENTIALS, '$1***@');
  return line.length > MAX_MESSAGE ? `${line.slice(0, MAX_MESSAGE)}…` : line;
}

/** A sentence that ends in a message when there is one, and in a full stop, so that another may follow. */
export function withMessage(sentence: string, message: string): string {
  const said = quoted(message);
  const text = said === '' ? sentence : `${sentence}: ${said}`;
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** A word for a shell: quoted unless it holds nothing that a shell reads. */
export const shellWord = (word: string) =>
  /^[\w./:@=-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`;

/** A command, word by word. */
export const command = (...words: string[]) => words.map(shellWord).join(' ');

/** `kubectl` in the namespace of an object. */
export const kubectl = (
  { namespace }: Pick<KubernetesObject, 'namespace'>,
  ...words: string[]
) =>
  command('kubectl', ...words, ...(namespace === '' ? [] : ['-n', namespace]));

/** A length of time in the largest unit that says it well. */
export function duration(milliseconds: number): string {
  const units: [number, string][] = [
    [86_400_000, 'd'],
    [3_600_000, 'h'],
    [60_000, 'min'],
  ];
  const unit = units.find(([length]) => milliseconds >= 2 * length);
  return unit === undefined
    ? `${Math.max(0, Math.round(milliseconds / 1000))} s`
    : `${Math.floor(milliseconds / unit[0])} ${unit[1]}`;
}

const SIGNALS: Record<number, string> = {
  126: 'the command cannot be run',
  127: 'the command was not found',
  134: 'aborted, SIGABRT',
  137: 'killed, SIGKILL',
  139: 'segmentation fault, SIGSEGV',
  143: 'ended, SIGTERM',
};

/** How a container ended, with its exit code. */
export function termination(end: Termination): string {
  if (end.reason === 'OOMKilled') {
    return 'exit code 137, OOMKilled';
  }
  const { exitCode } = end;
  if (exitCode === undefined) {
    return end.reason === '' ? 'exit code unknown' : end.reason;
  }
  const meaning = SIGNALS[exitCode];
  return `exit code ${exitCode}${meaning === undefined ? '' : ` (${meaning})`}`;
}

/** What users miss while a container of every pod is down. */
const CONSEQUENCES: Record<string, string> = {
  api: 'no login and no API',
  orchestrator: 'no agent and no query',
  dashboard: 'no user interface',
};

/** What it means to users that a container is down; empty when another replica serves. */
export function consequence(
  { name, kind }: Pick<Container, 'name' | 'kind'>,
  serving: boolean,
): string {
  if (serving) {
    return ' Other replicas serve.';
  }
  if (kind === 'init') {
    return ' The pod does not start, so there is no login, no API, no agent and no user interface from it.';
  }
  const missing = Object.hasOwn(CONSEQUENCES, name)
    ? CONSEQUENCES[name]
    : undefined;
  return missing === undefined ? '' : ` For users: ${missing}.`;
}
