import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { exampleStep } from './exampleStep';

const step = (input: object) =>
  exampleStep('alexandria:instance:retire', 'Prepare the retirement', input);

/** Examples of `alexandria:instance:retire`, shown on the portal's page of actions. */
export const retireInstanceExamples: TemplateExample[] = [
  {
    description: 'Take out of service what the person has named',
    example: step({
      entityRef: '${{ parameters.entityRef }}',
      confirmName: '${{ parameters.confirmName }}',
    }),
  },
  {
    description: 'On hosts on which files can be deleted',
    example: step({
      entityRef: 'component:default/assistant',
      confirmName: 'assistant',
      supportedProviders: ['github', 'gitlab', 'gitea'],
    }),
  },
];
