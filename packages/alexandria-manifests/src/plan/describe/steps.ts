import { list, shell } from '../../repository/markdown';
import type { PlanStep } from '../ChangePlan';

const titles: Record<PlanStep['when'], string> = {
  beforeMerge: 'Before the merge',
  afterMerge: 'After the merge',
};

/** Steps as lists to tick, each with its commands. */
export function stepBlocks(steps: readonly PlanStep[]): string[] {
  return (['beforeMerge', 'afterMerge'] as const).flatMap(when => {
    const those = steps.filter(step => step.when === when);
    return those.length === 0
      ? []
      : [
          `### ${titles[when]}`,
          ...those.flatMap(({ title, text, commands }) => [
            list(`[ ] **${title}.** ${text}`),
            ...(commands.length === 0 ? [] : [shell(...commands)]),
          ]),
        ];
  });
}
