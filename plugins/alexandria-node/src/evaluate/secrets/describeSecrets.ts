import type {
  SecretKeyStatus,
  SecretStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentContext } from '../DeploymentContext';
import { conditionOf } from '../objects/conditions';
import { timeAt, timestamp } from '../objects/read';
import { eachContainer } from '../pods/eachContainer';
import type { SecretState } from '../SecretState';
import { syncTimes } from './externalSecrets';
import { makerOf } from './makerOf';
import type { NeededKey, NeededSecret } from './neededSecrets';
import { isRotatedNotRolled } from './rotation';
import { Absence, secretAbsences } from './secretAbsences';

const MAKERS: Record<string, SecretStatus['source']> = {
  ExternalSecret: 'externalSecrets',
  SealedSecret: 'sealed',
  Certificate: 'certManager',
};

function sourceOf(
  context: DeploymentContext,
  name: string,
  state: SecretState | undefined,
): SecretStatus['source'] {
  const maker =
    makerOf(context, name)?.kind ??
    state?.owners.find(owner => Object.hasOwn(MAKERS, owner));
  if (maker !== undefined) {
    return MAKERS[maker];
  }
  if (
    state?.labels['app.kubernetes.io/managed-by'] === 'Helm' &&
    name === context.name
  ) {
    return 'chart';
  }
  return state?.exists === true ? 'existing' : 'unknown';
}

/** Containers that have been made: what they need without exception was there then. */
function madeContainers(context: DeploymentContext): Set<string> {
  const made = new Set<string>();
  for (const { container } of eachContainer(context)) {
    if (container.running ?? container.terminated ?? container.lastTerminated) {
      made.add(container.name);
    }
  }
  return made;
}

function keyState(
  { key, optional, containers }: NeededKey,
  state: SecretState | undefined,
  missing: boolean,
  made: Set<string>,
): SecretKeyStatus['state'] {
  if (state?.exists === false) {
    return 'absent';
  }
  if (state?.keys !== undefined) {
    const known = Object.hasOwn(state.keys, key) ? state.keys[key] : undefined;
    if (known === undefined) {
      return 'absent';
    }
    return known.empty === true ? 'empty' : 'present';
  }
  if (missing) {
    return 'absent';
  }
  return !optional && containers.some(name => made.has(name))
    ? 'present'
    : 'unknown';
}

function describe(
  context: DeploymentContext,
  needed: NeededSecret,
  absences: readonly Absence[],
  made: Set<string>,
): SecretStatus {
  const { name, optional, containers } = needed;
  const state = context.secret(name);
  const absent = absences.filter(({ secret }) => secret === name);
  const isAbsent = absent.some(({ key }) => key === undefined);
  const maker = makerOf(context, name);
  const keys = needed.keys.map(each => ({
    key: each.key,
    state: keyState(
      each,
      state,
      isAbsent || absent.some(({ key }) => key === each.key),
      made,
    ),
    optional: each.optional,
    neededBy: each.containers,
    notAfter: timestamp(state?.keys?.[each.key]?.notAfter),
  }));
  const inferred =
    keys.some(key => key.state === 'present') ||
    (!optional && containers.some(container => made.has(container))) ||
    (maker?.kind === 'ExternalSecret' &&
      conditionOf(maker.json, 'Ready')?.status === 'True');
  let presence: SecretStatus['presence'] = inferred ? 'present' : 'unknown';
  if (isAbsent) {
    presence = 'absent';
  }
  if (state !== undefined) {
    presence = state.exists ? 'present' : 'absent';
  }
  const sync = maker?.kind === 'ExternalSecret' ? syncTimes(maker) : {};
  const ends = Object.values(state?.keys ?? {}).flatMap(
    ({ notAfter }) => notAfter ?? [],
  );
  const issuedUntil =
    maker?.kind === 'Certificate'
      ? timeAt(maker.json, 'status', 'notAfter')
      : undefined;
  return {
    name,
    tier: state?.tier ?? 0,
    presence,
    source: sourceOf(context, name, state),
    keys,
    writtenAt: timestamp(state?.writtenAt),
    lastSync: timestamp(sync.last),
    nextSync: timestamp(sync.next),
    notAfter: timestamp(
      issuedUntil ?? (ends.length > 0 ? Math.min(...ends) : undefined),
    ),
    rotatedNotRolled: isRotatedNotRolled(context, needed),
  };
}

/** What is known of the secrets that a Deployment needs, in the order of its pod template. */
export function describeSecrets(context: DeploymentContext): SecretStatus[] {
  const absences = secretAbsences(context);
  const made = madeContainers(context);
  return context.neededSecrets.map(needed =>
    describe(context, needed, absences, made),
  );
}
