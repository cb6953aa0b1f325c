import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { exampleStep } from './exampleStep';

const step = (input: object) =>
  exampleStep('alexandria:values:validate', 'Validate the values', input);

/** Examples of `alexandria:values:validate`, shown on the portal's page of actions. */
export const validateValuesExamples: TemplateExample[] = [
  {
    description: 'Fail the task when a values file is rejected',
    example: step({ valuesFiles: ['values-production.yaml'] }),
  },
  {
    description: 'Only report',
    example: step({
      valuesFiles: ['values-dev.yaml', 'values-production.yaml'],
      failOnRejected: false,
    }),
  },
];
