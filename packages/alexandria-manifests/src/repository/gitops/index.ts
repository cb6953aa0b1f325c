import type { GeneratedFile } from '../../GeneratedFile';
import type { RepositoryPlan } from '../RepositoryPlan';
import { argocd } from './argocd';
import { flux } from './flux';

const writers = { argocd, flux };

/** One file per environment for the tool that was chosen; none without a tool. */
export function gitops(plan: RepositoryPlan): GeneratedFile[] {
  const { host, instance, environments } = plan;
  const tool = instance.delivery.gitops;
  if (tool === 'none' || host === undefined) {
    return [];
  }
  return environments.map(environment =>
    writers[tool](plan, host, environment),
  );
}
