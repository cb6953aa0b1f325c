import { Policy } from './Policy';
import { Container, nameOf, ofKind, podsOf, specOf } from './pods';

interface Metric {
  resource?: { name: string };
  containerResource?: { name: string; container: string };
}

interface Spec {
  scaleTargetRef: { kind: string; name: string };
  minReplicas?: number;
  maxReplicas: number;
  metrics?: Metric[];
}

function unmeasured(metric: Metric, containers: readonly Container[]) {
  const { name, container } = {
    container: undefined,
    ...(metric.containerResource ?? metric.resource ?? { name: '' }),
  };
  const measured = containers.filter(
    each => container === undefined || each.name === container,
  );
  return measured.length === 0
    ? [`measures ${container}, which the pod does not have`]
    : measured
        .filter(({ resources }) => resources?.requests?.[name] === undefined)
        .map(each => `measures ${each.name}, which requests no ${name}`);
}

export const autoscaler: Policy = {
  name: 'autoscaler',
  what: 'A HorizontalPodAutoscaler scales a Deployment that is rendered and has no replicas of its own, between limits in order, by metrics of containers that exist and request what is measured.',
  why: 'Use is a share of the request, so without one there is no metric; and replicas in the Deployment would undo the scaling with every upgrade.',
  source:
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  unless: {
    values: ({ extraContainers, resources, autoscaling }) =>
      extraContainers.length > 0 ||
      (autoscaling.targetCPUUtilizationPercentage === undefined &&
        autoscaling.targetMemoryUtilizationPercentage === undefined) ||
      Object.values(resources).some(
        ({ requests }) =>
          requests?.cpu === undefined || requests.memory === undefined,
      ),
    because:
      'extra containers bring their own requests, and a team may take requests and metrics away',
  },
  check: objects =>
    ofKind(objects, 'HorizontalPodAutoscaler').flatMap(object => {
      const {
        scaleTargetRef: target,
        minReplicas = 1,
        maxReplicas,
        metrics = [],
      } = specOf<Spec>(object);
      const deployment = ofKind(objects, target.kind).find(
        ({ metadata }) => metadata.name === target.name,
      );
      const found =
        deployment === undefined
          ? [`scales ${target.kind} ${target.name}, which is not there`]
          : [
              ...('replicas' in specOf<object>(deployment)
                ? ['scales what has replicas of its own']
                : []),
              ...podsOf([deployment]).flatMap(({ spec }) =>
                metrics.flatMap(metric => unmeasured(metric, spec.containers)),
              ),
            ];
      return [
        ...found,
        ...(metrics.length === 0 ? ['has no metric'] : []),
        ...(minReplicas > maxReplicas ? ['has its limits the wrong way'] : []),
      ].map(what => `${nameOf(object)} ${what}`);
    }),
};
