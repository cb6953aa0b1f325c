import type { GeneratedFile } from '../../GeneratedFile';
import { code, document, table } from '../markdown';
import type { PlannedEnvironment, RepositoryPlan } from '../RepositoryPlan';
import { checklistLines } from './checklistLines';

function environment({ name, answers, checklist }: PlannedEnvironment) {
  return [`## ${name} (${answers.stage})`, checklistLines(checklist)];
}

/** Every point of the checklist for every environment, and why each is there. */
export function productionChecklist(plan: RepositoryPlan): GeneratedFile {
  const { environments, top } = plan;
  return {
    path: 'docs/production-checklist.md',
    content: document(
      '# Production checklist',
      'A point is ticked when the values of the environment satisfy it. In production an open "must" is an error: the chart does not render.',
      ...environments.flatMap(environment),
      '## Why',
      table(
        ['Point', 'Values', 'Why'],
        top.checklist.map(({ title, paths, why }) => [
          title,
          paths.map(code).join(' '),
          why,
        ]),
      ),
    ),
  };
}
