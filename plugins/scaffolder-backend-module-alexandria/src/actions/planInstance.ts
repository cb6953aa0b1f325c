import { describePlan } from '@alexandriaproject/alexandria-manifests';
import type { InstanceRepositories } from '@alexandriaproject/backstage-plugin-alexandria-node';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { planInstance, summaryOf } from '../planInstance';
import { changeInputs } from './changeInputs';
import { planInstanceExamples } from './planInstance.examples';

/** Makes `alexandria:instance:plan`: says what other answers would change of an instance, and writes nothing anywhere. */
export function createPlanInstanceAction(services: {
  repositories: InstanceRepositories;
}): TemplateAction<JsonObject, JsonObject> {
  return {
    id: 'alexandria:instance:plan',
    description:
      'Says what other answers would change of an Alexandria instance: files, objects, what restarts, and which changes by hand are in the way. Writes nothing.',
    examples: planInstanceExamples,
    supportsDryRun: true,
    schema: {
      input: {
        type: 'object',
        required: ['entityRef', 'answers'],
        properties: changeInputs(),
      },
      output: {
        type: 'object',
        properties: {
          summary: { type: 'string', description: 'One sentence' },
          description: {
            type: 'string',
            description: 'Markdown, as a pull request would have it',
          },
          hasChanges: { type: 'boolean' },
          restarts: {
            type: 'array',
            items: { type: 'object' },
            description:
              'Deployments whose pods are replaced: {environment, namespace, deployment, strategy}',
          },
          conflicts: {
            type: 'array',
            items: { type: 'object' },
            description:
              'Changes by hand that the new answers change otherwise: {path, field, remedy, decision}',
          },
        },
      },
    },
    async handler(ctx) {
      ctx.logger.info('Reading the repository of the instance');
      const { plan, warnings } = await planInstance(
        services.repositories,
        ctx.input,
        {
          credentials: await ctx.getInitiatorCredentials(),
          signal: ctx.signal,
        },
      );
      warnings.forEach(warning => ctx.logger.warn(warning));
      const summary = summaryOf(plan);
      ctx.logger.info(summary);
      ctx.output('summary', summary);
      ctx.output('description', describePlan(plan));
      ctx.output('hasChanges', plan.files.length > 0);
      ctx.output(
        'restarts',
        plan.environments.flatMap(({ name: environment, restarts }) =>
          restarts.map(({ namespace, deployment, strategy }) => ({
            ...{ environment, namespace, deployment, strategy },
          })),
        ),
      );
      ctx.output(
        'conflicts',
        plan.conflicts.map(({ path, field, remedy, decision }) => ({
          ...{ path, field, remedy },
          ...(decision && { decision }),
        })),
      );
    },
  };
}
