import { KubernetesObject, objectMeta, RenderContext } from './context';
import { present } from './deployment/present';

function metric(name: string, container: string, averageUtilization: number) {
  const target = { type: 'Utilization', averageUtilization };
  return container === ''
    ? { type: 'Resource', resource: { name, target } }
    : {
        type: 'ContainerResource',
        containerResource: { name, container, target },
      };
}

export function hpa(context: RenderContext): KubernetesObject | undefined {
  const { values, names } = context;
  const {
    enabled,
    minReplicas,
    maxReplicas,
    targetCPUUtilizationPercentage: cpu,
    targetMemoryUtilizationPercentage: memory,
    container,
    behavior,
  } = values.autoscaling;
  if (!enabled) {
    return undefined;
  }
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: objectMeta(context, names.fullname),
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: names.fullname,
      },
      minReplicas,
      maxReplicas,
      metrics: [
        ...(cpu === undefined ? [] : [metric('cpu', container, cpu)]),
        ...(memory === undefined ? [] : [metric('memory', container, memory)]),
      ],
      ...present({ behavior }),
    },
  };
}
