import {
  detailsPartSchema,
  type DeploymentDetails,
  type DetailsPart,
  type Finding,
} from '@alexandriaproject/backstage-plugin-alexandria-common';

/** The parts of the page of a Deployment, in their order. */
export const detailsParts = detailsPartSchema.options;

const partOfKind: Record<string, DetailsPart> = {
  Deployment: 'rollout',
  ReplicaSet: 'rollout',
  Pod: 'pods',
  Job: 'pods',
  HorizontalPodAutoscaler: 'autoscaler',
  Secret: 'secrets',
  ExternalSecret: 'secrets',
  SealedSecret: 'secrets',
  Certificate: 'secrets',
  PersistentVolumeClaim: 'storage',
  Service: 'network',
  Ingress: 'network',
  HTTPRoute: 'network',
  PodDisruptionBudget: 'network',
  ConfigMap: 'drift',
  NetworkPolicy: 'drift',
  ServiceAccount: 'drift',
  ServiceMonitor: 'drift',
};

/** Findings that are read from a comparison, whatever object they are about. */
const comparedCodes = [
  'ChartBehind',
  'DeprecatedApiVersion',
  'FieldDrift',
  'ReplicaDrift',
  'ValuesDrift',
  'VersionDrift',
];

/** The part that shows the object of a finding; undefined for kinds that only an adopter's rule names. */
export function partOf({ code, object }: Finding): DetailsPart | undefined {
  return comparedCodes.includes(code) ? 'drift' : partOfKind[object.kind];
}

/** The parts that are open when nobody has chosen: the pods, and those that hold what somebody should act on. */
export function partsToOpen({ findings }: DeploymentDetails): DetailsPart[] {
  const concerned = findings
    .filter(({ severity }) => severity !== 'info')
    .map(partOf);
  return detailsParts.filter(
    part => part === 'pods' || concerned.includes(part),
  );
}
