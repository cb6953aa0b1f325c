import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { exampleStep } from './exampleStep';

const step = (input: object) =>
  exampleStep('alexandria:manifests:render', 'Render the manifests', input);

/** Examples of `alexandria:manifests:render`, shown on the portal's page of actions. */
export const renderManifestsExamples: TemplateExample[] = [
  {
    description: 'A values file of the workspace',
    example: step({
      valuesFiles: ['values-production.yaml'],
      namespace: 'assistants',
      outputPath: 'rendered/production.yaml',
    }),
  },
  {
    description: 'Values in line',
    example: step({
      values: { auth: { existingSecret: 'alexandria-auth' } },
      set: ['image.api.tag=v1.0.0'],
    }),
  },
];
