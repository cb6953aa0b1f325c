import type { Instance } from '../instance';
import { createNamespace, helmUpgrade, kustomizeApply } from './commands';
import { code, document, shell, word } from './markdown';
import { planRepository, RepositoryPlan } from './RepositoryPlan';
import { secretCommands } from './secretCommands';

function cloning({ host }: RepositoryPlan): string[] {
  return host === undefined
    ? []
    : [
        '1. Clone the repository:',
        shell(`git clone ${word(host.cloneUrl)}`, `cd ${word(host.repo)}`),
      ];
}

function applying(plan: RepositoryPlan): string {
  const { gitops } = plan.instance.delivery;
  if (gitops !== 'none') {
    return `kubectl apply -f gitops/${gitops}/${plan.base.name}.yaml`;
  }
  return plan.hasHelm ? helmUpgrade(plan.base) : kustomizeApply(plan.base);
}

/** How many points of the checklist that must hold are open, where that is no error. */
function openPoints({ environments }: RepositoryPlan): number {
  return environments
    .flatMap(({ checklist }) => checklist)
    .filter(({ severity, state }) => severity === 'must' && state === 'open')
    .length;
}

/**
 * What to do once the repository is there, for its lowest environment, as Markdown: clone, namespace and secrets, apply.
 *
 * @throws RangeError for answers that parseInstance would have refused
 *
 * @public
 */
export function nextSteps(instance: Instance): string {
  const plan = planRepository(instance);
  const { base } = plan;
  const open = openPoints(plan);
  const external = instance.secrets.source === 'externalSecrets';
  return document(
    ...cloning(plan),
    `2. Create the namespace and the secrets of ${
      base.name
    }, in the cluster ${code(base.answers.cluster)}:`,
    shell(...createNamespace(base), ...secretCommands(plan, base)),
    external &&
      'The other secrets come from your store: docs/secrets.md lists the keys.',
    `3. Deploy ${base.name}:`,
    shell(applying(plan)),
    `The README has the same for every environment, and what comes later.${
      open === 0
        ? ''
        : ` ${open} point${
            open === 1 ? '' : 's'
          } of the production checklist must be settled before this is production; docs/production-checklist.md lists them.`
    }`,
  );
}
