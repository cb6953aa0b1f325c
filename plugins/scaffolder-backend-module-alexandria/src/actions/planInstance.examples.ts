import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { exampleStep } from './exampleStep';

const step = (input: object) =>
  exampleStep('alexandria:instance:plan', 'Plan the change', input);

/** Examples of `alexandria:instance:plan`, shown on the portal's page of actions. */
export const planInstanceExamples: TemplateExample[] = [
  {
    description: 'Say what the answers of the form would change',
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
