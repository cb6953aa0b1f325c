import { Release, Values } from '../values/valuesSchema';
import { CHART } from './chart';

export type Labels = Record<string, string>;

/** `server` are the pods of the Deployment; hook and test pods have a component of their own, so that nothing selects them. */
export type Component = 'server' | 'saml-cert' | 'test';

/** Labels that select the pods of a component. */
export function selectorLabels(
  release: Release,
  component: Component = 'server',
): Labels {
  return {
    'app.kubernetes.io/name': CHART.name,
    'app.kubernetes.io/instance': release.name,
    'app.kubernetes.io/component': component,
  };
}

function sharedLabels(values: Values): Labels {
  const { entityName } = values.backstage;
  return {
    'app.kubernetes.io/part-of': 'alexandria',
    ...(entityName === '' ? {} : { 'backstage.io/kubernetes-id': entityName }),
  };
}

/**
 * Labels of an object. What is rendered here is applied by Kustomize: so managed-by says that, and there is no
 * `helm.sh/chart`. Everything else is what the chart writes.
 */
export function labels(
  values: Values,
  release: Release,
  component: Component = 'server',
): Labels {
  return {
    ...selectorLabels(release, component),
    ...sharedLabels(values),
    'app.kubernetes.io/managed-by': 'kustomize',
    'app.kubernetes.io/version': CHART.appVersion,
    ...values.commonLabels,
  };
}

/** Labels of a pod template: without version and managed-by, which would roll the pods at every upgrade. */
export function podLabels(
  values: Values,
  release: Release,
  component: Component = 'server',
): Labels {
  return {
    ...selectorLabels(release, component),
    ...sharedLabels(values),
    ...values.commonLabels,
    ...(component === 'server' ? values.podLabels : {}),
  };
}
