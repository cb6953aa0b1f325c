import {
  changedFiles,
  describePlan,
} from '@alexandriaproject/alexandria-manifests';
import type { InstanceRepositories } from '@alexandriaproject/backstage-plugin-alexandria-node';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { planInstance, summaryOf } from '../planInstance';
import { prepareChange, preparedOutputs } from '../preparedChange';
import { rejected } from '../rejected';
import { supportedProvidersOf } from '../supportedProvidersOf';
import { changeInputs, supportedProvidersInput } from './changeInputs';
import { updateInstanceExamples } from './updateInstance.examples';

/**
 * Makes `alexandria:instance:update`: from other answers to the files that change, in the workspace, for an action that opens a
 * pull request. It reads the repository and writes to the workspace only, and so does the same in a dry run.
 */
export function createUpdateInstanceAction(services: {
  repositories: InstanceRepositories;
  integrations: ScmIntegrationRegistry;
}): TemplateAction<JsonObject, JsonObject> {
  return {
    id: 'alexandria:instance:update',
    description:
      'Prepares a change of an Alexandria instance in the workspace: the files that other answers change, merged with what was changed by hand, and the description of a pull request. Refuses while a conflict is not decided.',
    examples: updateInstanceExamples,
    supportsDryRun: true,
    schema: {
      input: {
        type: 'object',
        required: ['entityRef', 'answers'],
        properties: {
          ...changeInputs(),
          supportedProviders: supportedProvidersInput,
        },
      },
      output: { type: 'object', properties: preparedOutputs },
    },
    async handler(ctx) {
      const supportedProviders = supportedProvidersOf(
        ctx.input.supportedProviders,
      );
      ctx.logger.info('Reading the repository of the instance');
      const { repository, plan, warnings } = await planInstance(
        services.repositories,
        ctx.input,
        {
          credentials: await ctx.getInitiatorCredentials(),
          signal: ctx.signal,
        },
      );
      warnings.forEach(warning => ctx.logger.warn(warning));
      const changed = changedFiles(plan);
      if (!changed.ok) {
        throw rejected('The change', changed.issues);
      }
      const summary = summaryOf(plan);
      const outputs = await prepareChange(
        ctx.workspacePath,
        {
          ...{ instance: plan.answers, files: repository.files },
          ...{ url: repository.url, commit: repository.commit },
          ...{ changed: changed.value, supportedProviders, verb: 'change' },
          title: `Change ${plan.instance}: ${summary}`.slice(0, 200),
          description: describePlan(plan),
        },
        { integrations: services.integrations, signal: ctx.signal },
      );
      ctx.logger.info(`${repository.url} at ${repository.commit}: ${summary}`);
      Object.entries(outputs).forEach(([key, value]) => ctx.output(key, value));
    },
  };
}
