import { evaluateChecklist } from '../../checklist';
import { Policy } from './Policy';
import {
  fewestPods,
  Labels,
  matches,
  nameOf,
  ofKind,
  podsOf,
  specOf,
} from './pods';

interface Spec {
  minAvailable?: number | string;
  maxUnavailable?: number | string;
  unhealthyPodEvictionPolicy?: string;
  selector: { matchLabels: Labels };
}

/** Of that many pods, rounded up, as the controller does. */
const count = (value: number | string, pods: number): number =>
  typeof value === 'number'
    ? value
    : Math.ceil((Number(value.replace('%', '')) * pods) / 100);

export const disruptionBudget: Policy = {
  name: 'disruption-budget',
  what: 'A PodDisruptionBudget selects the pods of the Deployment, has one of its two limits, lets unhealthy pods go, and lets at least one of the fewest pods that there may be go.',
  why: 'A budget that lets no pod go blocks every drain of a node; one that selects nothing protects nothing.',
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  unless: {
    values: values =>
      values.pdb.enabled &&
      evaluateChecklist(values, { name: 'a', namespace: 'a' }).some(
        ({ id, state }) => id === 'disruption-budget' && state === 'open',
      ),
    because:
      'the numbers are a team’s own; the production checklist says when they block drains',
  },
  check: objects =>
    ofKind(objects, 'PodDisruptionBudget').flatMap(object => {
      const { selector, minAvailable, maxUnavailable, ...spec } =
        specOf<Spec>(object);
      const deployments = ofKind(objects, 'Deployment').filter(deployment =>
        podsOf([deployment]).some(({ labels }) =>
          matches(selector.matchLabels, labels),
        ),
      );
      const blocked = deployments.flatMap(deployment => {
        const pods = fewestPods(objects, deployment);
        const free = Math.max(
          minAvailable === undefined ? 0 : pods - count(minAvailable, pods),
          maxUnavailable === undefined ? 0 : count(maxUnavailable, pods),
        );
        return free > 0 ? [] : [`lets none of ${pods} pods go`];
      });
      const found = [
        ...(deployments.length === 0 ? ['selects no pod'] : []),
        ...((minAvailable === undefined) === (maxUnavailable === undefined)
          ? ['needs one of minAvailable and maxUnavailable']
          : blocked),
        ...(spec.unhealthyPodEvictionPolicy === 'AlwaysAllow'
          ? []
          : ['holds pods that are not healthy']),
      ];
      return found.map(what => `${nameOf(object)} ${what}`);
    }),
};
