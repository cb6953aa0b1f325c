import {
  helmUpgrade,
  kustomizeApply,
  rolloutStatus,
  uninstall,
} from '../../repository/commands';
import { code, word } from '../../repository/markdown';
import type {
  PlannedEnvironment,
  RepositoryPlan,
} from '../../repository/RepositoryPlan';
import { hasMoved, type StepRule } from './StepRule';

/** The name that people open. */
export const host: StepRule = ({ before, after }) =>
  after === undefined ||
  !after.exposed ||
  (before?.exposed && before.origin === after.origin)
    ? []
    : [
        {
          when: 'beforeMerge',
          title: `Point ${after.answers.host} at the cluster`,
          environment: after.name,
          text: `A DNS record to the address of the ingress or gateway of ${code(
            after.answers.cluster,
          )}. Identity providers have to know the new address too.`,
          commands: [],
        },
      ];

function applying(
  plan: RepositoryPlan,
  environment: PlannedEnvironment,
  isNew: boolean,
): string[] {
  const { gitops } = plan.instance.delivery;
  if (gitops !== 'none') {
    return isNew
      ? [`kubectl apply -f gitops/${gitops}/${environment.name}.yaml`]
      : [];
  }
  return [
    plan.hasHelm ? helmUpgrade(environment) : kustomizeApply(environment),
    rolloutStatus(environment),
  ];
}

/** Brings it into its cluster. */
export const apply: StepRule = ({ sides, change, before, after }) => {
  if (after === undefined || change.action === 'none') {
    return [];
  }
  const isNew =
    before === undefined ||
    sides.before.instance.delivery.gitops !==
      sides.after.instance.delivery.gitops;
  const commands = applying(sides.after, after, isNew);
  return commands.length === 0
    ? []
    : [
        {
          when: 'afterMerge',
          title: `Apply ${after.name}`,
          environment: after.name,
          text: `In the cluster ${code(after.answers.cluster)}.`,
          commands,
        },
      ];
};

/** The definition is gone from git by then, so it is named. */
export function removeDefinition(
  { instance }: RepositoryPlan,
  { name }: PlannedEnvironment,
): string {
  const definition = word(`${instance.name}-${name}`);
  return instance.delivery.gitops === 'argocd'
    ? `kubectl delete application.argoproj.io ${definition} --namespace argocd`
    : `kubectl delete kustomization.kustomize.toolkit.fluxcd.io,gitrepository.source.toolkit.fluxcd.io ${definition} --namespace flux-system`;
}

/** Takes it out of where it was. */
export const leave: StepRule = ({ sides, before, after }) => {
  if (
    before === undefined ||
    (after !== undefined && !hasMoved(before, after))
  ) {
    return [];
  }
  const { gitops } = sides.before.instance.delivery;
  return [
    {
      when: 'afterMerge',
      title:
        after === undefined
          ? `Take ${before.name} out of its cluster`
          : `Remove ${before.name} from where it was`,
      environment: before.name,
      text: `In the cluster ${code(before.answers.cluster)}.${
        gitops === 'none'
          ? ''
          : ' What the GitOps tool was given is taken away first, else it puts everything back.'
      } The claim with the data stays.`,
      commands: [
        ...(gitops === 'none' ? [] : [removeDefinition(sides.before, before)]),
        uninstall(sides.before, before),
      ],
    },
  ];
};
