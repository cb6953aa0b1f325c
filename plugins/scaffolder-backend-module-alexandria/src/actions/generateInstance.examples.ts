import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { exampleStep } from './exampleStep';

const step = (input: object) =>
  exampleStep('alexandria:instance:generate', 'Generate the repository', input);

/** Examples of `alexandria:instance:generate`, shown on the portal's page of actions. */
export const generateInstanceExamples: TemplateExample[] = [
  {
    description: 'Hand over all answers of the form',
    example: step({ answers: '${{ parameters }}' }),
  },
  {
    description: 'One development environment, the least that is needed',
    example: step({
      answers: {
        name: 'payments-assistant',
        owner: 'group:default/payments',
        environments: [{ name: 'dev', stage: 'development' }],
        repoUrl: 'github.com?owner=payments&repo=payments-assistant',
      },
    }),
  },
  {
    description: 'Into a directory of the workspace, for a monorepo',
    example: step({
      answers: '${{ parameters }}',
      targetPath: 'instances/payments-assistant',
      checkName: false,
    }),
  },
];
