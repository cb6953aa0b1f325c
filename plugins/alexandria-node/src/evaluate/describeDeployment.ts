import type { DeploymentDetails } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { absentVerdict } from './absentVerdict';
import { describeAutoscalerDetails } from './autoscaler/describeAutoscalerDetails';
import { DeploymentContext, Surroundings } from './DeploymentContext';
import { describeDrift } from './drift/describeDrift';
import type { EvaluationInput } from './EvaluationInput';
import { describeEvents } from './events/describeEvents';
import { describeNetwork } from './network/describeNetwork';
import { timestamp } from './objects/read';
import type { Snapshot } from './objects/Snapshot';
import { describePods } from './pods/describePods';
import { describeRollout } from './rollout/describeRollout';
import type { Rule } from './Rule';
import { describeStorage } from './storage/describeStorage';
import { surroundingsOf } from './surroundingsOf';
import {
  describeUnreadable,
  EventsKnown,
} from './unreadable/describeUnreadable';
import { verdictOf } from './verdictOf';

type Omitted = DeploymentDetails['omitted'];

/** So many at most of each list. A Deployment keeps 10 old revisions unless told otherwise; the rest is generous. */
const MOST: Record<keyof Omitted, number> = {
  revisions: 20,
  pods: 100,
  recentScaling: 20,
  claims: 20,
  addresses: 20,
  services: 20,
  disruptionBudgets: 20,
  events: 100,
};

/** Cuts lists, and remembers what was cut. */
class Cut {
  readonly omitted: Omitted = {};

  list<T>(name: keyof Omitted, items: readonly T[]): T[] {
    const more = items.length - MOST[name];
    if (more > 0) {
      this.omitted[name] = more;
    }
    return items.slice(0, MOST[name]);
  }
}

/** Some do not stand for all: they may have been read about single objects. */
function eventsKnown(
  { events, complete }: EvaluationInput,
  at: Snapshot,
): EventsKnown {
  if (complete?.includes('Event')) {
    return 'all';
  }
  const isSome = ['', 'events.k8s.io'].some(
    group => at.ofKind(group, 'Event').length > 0,
  );
  return isSome || events !== undefined ? 'some' : 'none';
}

function described(
  context: DeploymentContext,
  rules: readonly Rule[],
  events: EventsKnown,
): DeploymentDetails {
  const cut = new Cut();
  const rollout = describeRollout(context);
  const autoscaler = describeAutoscalerDetails(context);
  const storage = describeStorage(context);
  const network = describeNetwork(context);
  return {
    ...verdictOf(context, rules),
    createdAt: timestamp(context.deployment.createdAt),
    rollout: {
      ...rollout,
      revisions: cut.list('revisions', rollout.revisions),
    },
    pods: cut.list('pods', describePods(context)),
    autoscaler: autoscaler && {
      ...autoscaler,
      recentScaling: cut.list('recentScaling', autoscaler.recentScaling),
    },
    storage: { ...storage, claims: cut.list('claims', storage.claims) },
    network: {
      ...network,
      addresses: cut.list('addresses', network.addresses),
      services: cut.list('services', network.services),
      disruptionBudgets: cut.list(
        'disruptionBudgets',
        network.disruptionBudgets,
      ),
    },
    events: cut.list('events', describeEvents(context)),
    unreadable: describeUnreadable(context.unreadable, events),
    omitted: cut.omitted,
  };
}

/** The details of a Deployment that is not at hand: its verdict, and what could not be read. */
function undescribed(
  reference: { namespace: string; name: string },
  surroundings: Surroundings,
  events: EventsKnown,
): DeploymentDetails | undefined {
  const { expectations, unreadable } = surroundings;
  const isOurs = ({ namespace, name }: { namespace: string; name: string }) =>
    namespace === reference.namespace && name === reference.name;
  const expectation = expectations.find(isOurs);
  const { namespace } = reference;
  const sentence = 'The Deployment is not at hand.';
  return (
    expectation && {
      ...absentVerdict(expectation, surroundings),
      pods: [],
      storage: { claims: [], sentence },
      network: { addresses: [], services: [], disruptionBudgets: [], sentence },
      events: [],
      unreadable: describeUnreadable(
        unreadable.filter(
          ({ namespace: where }) => where === undefined || where === namespace,
        ),
        events,
      ),
      omitted: {},
    }
  );
}

/**
 * All that is said of one Deployment: its verdict, as `evaluate` gives it, and what that is read from.
 *
 * Pure: the same for the same input, whatever the order of its parts. Takes any JSON and never throws.
 *
 * @param rules - further rules, beside those of this package
 * @returns undefined for one that is neither among the objects nor expected
 *
 * @public
 */
export function describeDeployment(
  input: EvaluationInput,
  reference: { namespace: string; name: string },
  rules: readonly Rule[] = [],
): DeploymentDetails | undefined {
  const surroundings = surroundingsOf(input);
  const { namespace, name } = reference;
  const events = eventsKnown(input, surroundings.snapshot);
  const deployment = surroundings.snapshot.find(
    'apps',
    'Deployment',
    namespace,
    name,
  );
  const details =
    deployment === undefined
      ? undescribed(reference, surroundings, events)
      : described(
          new DeploymentContext(deployment, surroundings),
          rules,
          events,
        );
  const drift = describeDrift(input, reference, deployment?.json);
  return details && (drift ? { ...details, drift } : details);
}
