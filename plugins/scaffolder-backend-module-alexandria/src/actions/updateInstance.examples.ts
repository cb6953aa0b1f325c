import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { exampleStep } from './exampleStep';

const step = (input: object) =>
  exampleStep('alexandria:instance:update', 'Prepare the change', input);

/** Examples of `alexandria:instance:update`, shown on the portal's page of actions. */
export const updateInstanceExamples: TemplateExample[] = [
  {
    description:
      'Prepare what the answers of the form change, for a step that opens a pull request',
    example: step({
      entityRef: '${{ parameters.entityRef }}',
      answers: '${{ parameters.answers }}',
    }),
  },
  {
    description: 'Keep what was changed by hand in one file',
    example: step({
      entityRef: 'component:default/assistant',
      answers: '${{ parameters.answers }}',
      decisions: [{ path: 'values-prod.yaml', take: 'theirs' }],
    }),
  },
];
