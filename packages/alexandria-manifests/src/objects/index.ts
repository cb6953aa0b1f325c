import { Release, Values } from '../values/valuesSchema';
import { configMap } from './configmap';
import { createContext, KubernetesObject, RenderContext } from './context';
import { deployment } from './deployment';
import { externalSecret } from './externalsecret';
import { hpa } from './hpa';
import { httpRoute } from './httproute';
import { ingress } from './ingress';
import { inInstallOrder } from './installOrder';
import { networkPolicy } from './networkpolicy';
import { nginxConfigMap } from './nginx-configmap';
import { pdb } from './pdb';
import { pvc } from './pvc';
import { rbac } from './rbac';
import { samlCertJob } from './saml-cert-job';
import { samlCertificate } from './saml-certificate';
import { secret } from './secret';
import { service } from './service';
import { serviceAccount } from './serviceaccount';
import { serviceMonitor } from './servicemonitor';
import { connection } from './tests/connection';

export { CHART } from './chart';
export type { KubernetesObject, ObjectMeta } from './context';

type Renderer = (
  context: RenderContext,
) => KubernetesObject | KubernetesObject[] | undefined;

/** One for each template of the chart. */
const objects: Renderer[] = [
  configMap,
  deployment,
  externalSecret,
  hpa,
  httpRoute,
  ingress,
  networkPolicy,
  nginxConfigMap,
  pdb,
  pvc,
  rbac,
  samlCertificate,
  secret,
  service,
  serviceAccount,
  serviceMonitor,
];

/**
 * What `helm template` renders from the same values, but for managed-by and helm.sh/chart: in Helm's install order,
 * the same for the same input, with no null and no undefined anywhere.
 *
 * @param values - complete and checked, as resolveValues gives them
 * @param options - hooks and tests are Helm's own and left out unless asked for
 *
 * @public
 */
export function renderObjects(
  values: Values,
  release: Release,
  options: { hooks?: boolean; tests?: boolean } = {},
): KubernetesObject[] {
  const context = createContext(values, release);
  const renderers = [
    ...objects,
    ...(options.hooks ? [samlCertJob] : []),
    ...(options.tests ? [connection] : []),
  ];
  return inInstallOrder(renderers.flatMap(renderer => renderer(context) ?? []));
}
