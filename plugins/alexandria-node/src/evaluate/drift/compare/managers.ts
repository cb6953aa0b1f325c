import { isRecord, type Json } from '../../objects/read';
import type { Step } from './path';
import { owns, type Entry } from './writers';

/** What deploys from git or from a chart, whatever it is asked to deploy. */
const DEPLOYERS = [
  'Helm',
  'argocd-application-controller',
  'argocd-controller',
  'fluxcd',
  'helm',
  'helm-controller',
  'kustomize-controller',
];

/** What acts by itself in a cluster: its own controllers, autoscalers, operators, and what admission calls. */
const CONTROLLERS =
  /^(kube-|cloud-controller|istio|linkerd|keda|vpa-|cert-manager|cluster-autoscaler|aws-load-balancer|glbc)|(-controller|-controller-manager|-injector|-operator|-webhook|-autoscaler|-updater)$/;

const isDeployerName = (name: string) => DEPLOYERS.includes(name);

/** Whether what somebody of this name adds is no drift: it is theirs to add. */
export const isController = ({ writer }: Entry): boolean =>
  !isDeployerName(writer.manager) && CONTROLLERS.test(writer.manager);

/** Whether the number of replicas is what an autoscaler made it. */
export const isAutoscaler = (entry: Entry): boolean =>
  entry.writer.subresource === 'scale' && isController(entry);

/** The paths of all single values of what is asked for, without lists, whose items another manager may share. */
function* leaves(value: Json, path: readonly Step[] = []): Generator<Step[]> {
  if (isRecord(value)) {
    for (const [field, inner] of Object.entries(value)) {
      yield* leaves(inner, [...path, { field }]);
    }
  } else {
    yield [...path];
  }
}

/**
 * The names of those who deployed an object: whoever owns half of what is asked for, the one who owns most, and the tools
 * that do nothing else. What the API server fills in counts as theirs, so what is theirs and not asked for says nothing:
 * unless they applied it on the server, where what is filled in is nobody's.
 */
export function deployersOf(
  entries: readonly Entry[],
  { metadata, ...asked }: Record<string, Json>,
): ReadonlySet<string> {
  const paths = [...leaves(asked)];
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const { manager } = entry.writer;
    const count = paths.filter(path => owns(entry, path)).length;
    counts.set(manager, Math.max(count, counts.get(manager) ?? 0));
  }
  const most = Math.max(0, ...counts.values());
  return new Set(
    [...counts]
      .filter(
        ([name, count]) =>
          isDeployerName(name) ||
          (count > 0 && (count === most || count * 2 >= paths.length)),
      )
      .map(([name]) => name),
  );
}
