import {
  changedFiles,
  describeRetirement,
  planRetirement,
} from '@alexandriaproject/alexandria-manifests';
import type { InstanceRepositories } from '@alexandriaproject/backstage-plugin-alexandria-node';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { entityRefOf, readInstance } from '../planInstance';
import { prepareChange, preparedOutputs } from '../preparedChange';
import { rejected } from '../rejected';
import { supportedProvidersOf } from '../supportedProvidersOf';
import { entityRefInput, supportedProvidersInput } from './changeInputs';
import { retireInstanceExamples } from './retireInstance.examples';

/** Makes `alexandria:instance:retire`: as `alexandria:instance:update`, for a request that takes an instance out of service. */
export function createRetireInstanceAction(services: {
  repositories: InstanceRepositories;
  integrations: ScmIntegrationRegistry;
}): TemplateAction<JsonObject, JsonObject> {
  return {
    id: 'alexandria:instance:retire',
    description:
      'Prepares to take an Alexandria instance out of service: what a pull request removes from its repository, and a description with what is lost and what to do in which order.',
    examples: retireInstanceExamples,
    supportsDryRun: true,
    schema: {
      input: {
        type: 'object',
        required: ['entityRef', 'confirmName'],
        properties: {
          entityRef: entityRefInput,
          confirmName: {
            type: 'string',
            title: 'Name to confirm',
            description:
              'The name of the instance, as a person has typed it: what is lost does not come back',
          },
          supportedProviders: supportedProvidersInput,
        },
      },
      output: {
        type: 'object',
        properties: {
          ...preparedOutputs,
          losses: {
            type: 'array',
            items: { type: 'object' },
            description:
              'What becomes of what is there for the instance only: {environment, kind, subject, fate, message}',
          },
        },
      },
    },
    async handler(ctx) {
      const entityRef = entityRefOf(ctx.input.entityRef);
      const supportedProviders = supportedProvidersOf(
        ctx.input.supportedProviders,
      );
      ctx.logger.info('Reading the repository of the instance');
      const { present, files, url, commit } = await readInstance(
        services.repositories,
        entityRef,
        {
          credentials: await ctx.getInitiatorCredentials(),
          signal: ctx.signal,
        },
      );
      if (ctx.input.confirmName !== present.name) {
        throw new InputError(
          `confirmName: must be ${JSON.stringify(
            present.name,
          )}, the name of the instance. Nothing was written`,
        );
      }
      const planned = planRetirement({ files });
      if (!planned.ok) {
        throw rejected('The retirement', planned.issues);
      }
      const plan = planned.value;
      const changed = changedFiles(plan);
      if (!changed.ok) {
        throw rejected('The retirement', changed.issues);
      }
      const outputs = await prepareChange(
        ctx.workspacePath,
        {
          ...{ instance: present, files, url, commit, supportedProviders },
          ...{ changed: changed.value, verb: 'retire' },
          title: `Take ${plan.instance} out of service`,
          description: describeRetirement(plan),
        },
        { integrations: services.integrations, signal: ctx.signal },
      );
      Object.entries(outputs).forEach(([key, value]) => ctx.output(key, value));
      ctx.output(
        'losses',
        plan.losses.map(loss => ({ ...loss })),
      );
    },
  };
}
