import { instanceStatusSchema } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { readInstanceStatus } from '../readInstanceStatus';
import type { ActionServices } from './ActionServices';
import { READ_ONLY } from './readOnly';
import { registrySchema } from './registrySchema';

const inputSchema = z.object({
  entityRef: z
    .string()
    .describe(
      'The entity of the instance, for example "component:default/payments-assistant"; "payments-assistant" is the same',
    ),
});

function parse(entityRef: string): CompoundEntityRef {
  try {
    return parseEntityRef(entityRef, {
      defaultKind: 'component',
      defaultNamespace: DEFAULT_NAMESPACE,
    });
  } catch (error) {
    throw new InputError(`entityRef: ${error}`);
  }
}

/** Offers what `GET /v1/instances/…/status` answers, without the channel of hints: nobody listens. */
export function registerGetInstanceStatus(
  registry: Pick<ActionsRegistryService, 'register'>,
  services: ActionServices,
) {
  registry.register({
    name: 'get-instance-status',
    title: 'Get the status of an Alexandria instance',
    description: `
Says whether an Alexandria instance serves and, if not, why and what to do.

The answer has the \`health\` of the instance (Healthy, Progressing, Suspended, Degraded, Missing or Unknown) and, for each of its
Deployments, a sentence, replicas, autoscaler, secrets and \`findings\`, worst first. A finding has a code, the cause with the evidence
that it was read from, and a remedy. Unknown means that nobody could look, not that it is well: \`clusters\` says why. \`partial\` means
that it may also run where nobody could look.
    `,
    attributes: READ_ONLY,
    schema: {
      input: registrySchema(inputSchema),
      output: registrySchema(instanceStatusSchema.omit({ hints: true })),
    },
    examples: [
      {
        title: 'Why is my Alexandria down?',
        input: { entityRef: 'component:default/payments-assistant' },
      },
    ],
    action: async ({ input, credentials }) => {
      const { entityRef } = inputSchema.parse(input);
      const { instance } = await readInstanceStatus(
        services,
        parse(entityRef),
        credentials,
      );
      return { output: instance };
    },
  });
}
