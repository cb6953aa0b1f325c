import {
  planChange,
  type ChangePlan,
  type Decision,
  type Result,
} from '@alexandriaproject/alexandria-manifests';
import type { InstanceRepository } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useMemo } from 'react';

/** The files of a repository as the planning takes them. */
export function filesOf({ files }: InstanceRepository): Map<string, string> {
  return new Map(files.map(({ path, content }) => [path, content]));
}

/** What answers change of a repository, worked out again when one of them is another. */
export function useChangePlan(
  repository: InstanceRepository,
  answers: unknown,
  decisions?: readonly Decision[],
): Result<ChangePlan> {
  const files = useMemo(() => filesOf(repository), [repository]);
  return useMemo(
    () => planChange({ files, answers, decisions }),
    [files, answers, decisions],
  );
}
