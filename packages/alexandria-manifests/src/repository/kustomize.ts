import type { GeneratedFile } from '../GeneratedFile';
import { renderKustomize } from '../kustomize';
import type { RepositoryPlan } from './RepositoryPlan';

/** The base and the overlays, below k8s/. */
export function kustomize(plan: RepositoryPlan): GeneratedFile[] {
  return renderKustomize(plan.environments, plan.base.name).map(
    ({ path, content }) => ({ path: `k8s/${path}`, content }),
  );
}
