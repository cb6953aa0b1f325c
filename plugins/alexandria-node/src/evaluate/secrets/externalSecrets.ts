import type { DeploymentContext } from '../DeploymentContext';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { textAt, timeAt } from '../objects/read';
import { targetOf } from './makerOf';
import { usedSecrets } from './usedSecrets';

/** The ExternalSecrets that write a secret which the instance uses. */
export function externalSecretsOf(
  context: DeploymentContext,
): KubernetesObject[] {
  const used = usedSecrets(context);
  return context
    .inNamespace('external-secrets.io', 'ExternalSecret')
    .filter(object => used.has(targetOf(object)));
}

const UNITS: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** A duration as Go writes it, such as `1h30m`, in milliseconds; undefined for anything else. */
export function goDuration(text: string): number | undefined {
  if (!/^(?:[\d.]+(?:ns|us|µs|ms|s|m|h))+$/.test(text)) {
    return text === '0' ? 0 : undefined;
  }
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(
    /([\d.]+)(ns|us|µs|ms|s|m|h)/g,
  )) {
    sum += Number(amount) * UNITS[unit];
  }
  return Number.isFinite(sum) ? sum : undefined;
}

/** When an ExternalSecret was last fetched and when it will next be, in milliseconds since the epoch. */
export function syncTimes({ json }: KubernetesObject): {
  last?: number;
  next?: number;
  interval?: number;
} {
  const last = timeAt(json, 'status', 'refreshTime');
  const policy = textAt(json, 'spec', 'refreshPolicy') || 'Periodic';
  // The operator's own default.
  const interval = goDuration(textAt(json, 'spec', 'refreshInterval') || '1h');
  if (policy !== 'Periodic' || interval === undefined || interval <= 0) {
    return { last };
  }
  return {
    last,
    next: last === undefined ? undefined : last + interval,
    interval,
  };
}
