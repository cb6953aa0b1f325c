import type { Expectation } from '../EvaluationInput';

/** @param otherwise - what to change in the values when the cluster is right */
export const deployOr = ({ source }: Expectation, otherwise: string) =>
  `Deploy what git has, with Helm, Kustomize or a sync of the GitOps tool. Is what runs right, set ${otherwise} in ${
    source ?? 'the values'
  }`;
