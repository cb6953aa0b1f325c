import { told } from './Control';
import type { Pod } from './workloads';

/** How a container fails that is told to. */
export interface Failure {
  kind: 'CrashLoopBackOff' | 'OOMKilled' | 'NotReady';
  exitCode: number;
  message: string;
  /** How long it runs before it ends, in milliseconds. */
  runsMs: number;
}

/** How long a container takes until it is ready, in milliseconds: the API waits for its database, the dashboard for nothing. */
const START_MS: Record<string, number> = {
  api: 4_000,
  dashboard: 1_000,
  orchestrator: 3_000,
};
const DEFAULT_START_MS = 2_000;

/** How long an init container runs, in milliseconds. */
export const INIT_MS = 1_000;

/** How long an image takes to be pulled, in milliseconds. */
export const PULL_MS = 1_000;

const number = (text: string | undefined, otherwise: number) =>
  text !== undefined && Number.isFinite(Number(text))
    ? Number(text)
    : otherwise;

const KINDS = ['CrashLoopBackOff', 'OOMKilled', 'NotReady'] as const;

/** How a container of a pod fails; undefined when it does not. */
export function failureOf(pod: Pod, container: string): Failure | undefined {
  const kind = KINDS.find(each => each === told(pod, 'behaviour'));
  if (kind === undefined || told(pod, 'container') !== container) {
    return undefined;
  }
  return {
    kind,
    exitCode: kind === 'OOMKilled' ? 137 : number(told(pod, 'exit-code'), 1),
    message: told(pod, 'message') ?? '',
    runsMs: 1_000 * number(told(pod, 'runs-seconds'), 4),
  };
}

/** How long a container of a pod takes until it is ready, in milliseconds. */
export function startMs(pod: Pod, container: string): number {
  const seconds = told(pod, 'start-seconds');
  return seconds === undefined
    ? START_MS[container] ?? DEFAULT_START_MS
    : 1_000 * number(seconds, 0);
}

/**
 * Why an image cannot be pulled; undefined when it can: a registry of the domain `.invalid` is never found.
 *
 * https://www.rfc-editor.org/rfc/rfc2606#section-2
 */
export function pullProblem(image: string): string | undefined {
  const [host] = image.split('/');
  return /\.invalid(?::\d+)?$/.test(host)
    ? `failed to pull and unpack image "${image}": failed to resolve reference "${image}": failed to do request: Head "https://${host}/v2/": dial tcp: lookup ${
        host.split(':')[0]
      }: no such host`
    : undefined;
}
