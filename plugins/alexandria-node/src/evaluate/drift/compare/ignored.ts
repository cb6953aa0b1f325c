import { fieldsOf, type Step } from './path';

/** Labels and annotations that tools and controllers write for themselves, by how their keys begin. */
const OWN_KEYS = [
  'app.kubernetes.io/managed-by',
  'argocd.argoproj.io/',
  'autoscaling.alpha.kubernetes.io/',
  'cert-manager.io/inject-',
  'cloud.google.com/neg-status',
  'deployment.kubernetes.io/',
  'external-secrets.io/',
  'helm.sh/chart',
  'helm.toolkit.fluxcd.io/',
  'ingress.kubernetes.io/',
  'kubectl.kubernetes.io/last-applied-configuration',
  // `kubectl rollout restart` asks for nothing else than new pods.
  'kubectl.kubernetes.io/restartedAt',
  'kubernetes.io/change-cause',
  'kustomize.toolkit.fluxcd.io/',
  'meta.helm.sh/',
  'pv.kubernetes.io/',
  'volume.beta.kubernetes.io/',
  'volume.kubernetes.io/',
];

const isMap = (field: string | undefined) =>
  field === 'labels' || field === 'annotations';

/** Whether a place is never compared: the status, what the API server keeps of an object, and what tools note on it. */
export function isIgnored(path: readonly Step[]): boolean {
  const fields = fieldsOf(path);
  const [first, second] = fields;
  if (first === 'status' || first === 'apiVersion' || first === 'kind') {
    return true;
  }
  if (first === 'metadata' && second !== undefined && !isMap(second)) {
    return true;
  }
  const at = fields.lastIndexOf('metadata');
  const key = fields[at + 2];
  return (
    at >= 0 &&
    isMap(fields[at + 1]) &&
    key !== undefined &&
    OWN_KEYS.some(own => key.startsWith(own))
  );
}
