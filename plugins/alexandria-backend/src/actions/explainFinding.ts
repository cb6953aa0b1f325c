import {
  healthSchema,
  severitySchema,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import type { ActionServices } from './ActionServices';
import { READ_ONLY } from './readOnly';
import { registrySchema } from './registrySchema';

const inputSchema = z.object({
  code: z
    .string()
    .describe('The code of a finding, for example "PodUnschedulable"'),
});

/** What is said of a kind of finding. */
export const explanationSchema = z.object({
  code: z.string(),
  severity: severitySchema,
  title: z.string().describe('What it means, in one line'),
  health: healthSchema
    .optional()
    .describe(
      'What it makes of the health of the Deployment; absent when it changes nothing',
    ),
  docs: z
    .string()
    .describe(
      'Its page of the documentation, which says how it is told and what to do: a URL, or a path in the repository of the plugin',
    ),
});

/** Offers the catalogue of findings. */
export function registerExplainFinding(
  registry: Pick<ActionsRegistryService, 'register'>,
  { findings }: Pick<ActionServices, 'findings'>,
) {
  registry.register({
    name: 'explain-finding',
    title: 'Explain a finding of Alexandria',
    description:
      'Says what a code among the findings of an Alexandria instance means, how much it matters, what it makes of the health, and where it is documented. What is wrong with an instance, with the evidence and the remedy, is in the answer of get-instance-status.',
    attributes: READ_ONLY,
    schema: {
      input: registrySchema(inputSchema),
      output: registrySchema(explanationSchema),
    },
    examples: [
      {
        title: 'A pod that no node takes',
        input: { code: 'PodUnschedulable' },
      },
    ],
    action: async ({ input }) => {
      const { code } = inputSchema.parse(input);
      const found = findings.find(
        finding => finding.code.toLowerCase() === code.trim().toLowerCase(),
      );
      if (!found) {
        throw new NotFoundError(
          `There is no finding ${code}. There are ${findings
            .map(finding => finding.code)
            .join(', ')}`,
        );
      }
      const { severity, title, docs } = found;
      const health =
        found.health ?? (severity === 'critical' ? 'Degraded' : undefined);
      return {
        output: {
          ...{ code: found.code, severity, title, docs },
          ...(health === undefined ? {} : { health }),
        },
      };
    },
  });
}
