import {
  evaluateChecklist,
  formatIssue,
} from '@alexandriaproject/alexandria-manifests';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { readValues, releaseOf, valuesInputSchema } from '../readValues';
import { rejected } from '../rejected';
import { validateValuesExamples } from './validateValues.examples';

/** Makes `alexandria:values:validate`: judges values by schema, guards and production checklist. Writes nothing. */
export function createValidateValuesAction() {
  return createTemplateAction({
    id: 'alexandria:values:validate',
    description:
      'Validates values of the chart alexandria-ee: schema, rules over several values, and the production checklist. Writes nothing.',
    examples: validateValuesExamples,
    supportsDryRun: true,
    schema: {
      input: {
        ...valuesInputSchema,
        failOnRejected: z =>
          z
            .boolean()
            .describe(
              'Fail the task when the values are rejected; true when omitted',
            )
            .optional(),
      },
      output: {
        accepted: z => z.boolean(),
        issues: z =>
          z
            .array(
              z.object({
                path: z.string(),
                message: z.string(),
                given: z.string().optional(),
                remedy: z.string().optional(),
              }),
            )
            .describe('Why the values were rejected'),
        checklist: z =>
          z
            .array(
              z.object({
                id: z.string(),
                title: z.string(),
                severity: z.enum(['must', 'should', 'manual']),
                state: z.enum(['satisfied', 'open', 'notApplicable', 'byHand']),
                paths: z.array(z.string()),
                why: z.string(),
                fix: z.string(),
              }),
            )
            .describe('The production checklist; empty for rejected values'),
      },
    },
    async handler(ctx) {
      const { failOnRejected = true, ...input } = ctx.input;
      ctx.signal?.throwIfAborted();
      const read = await readValues(input, ctx.workspacePath);
      read.warnings.forEach(warning => ctx.logger.warn(formatIssue(warning)));
      if (!read.ok && failOnRejected) {
        throw rejected('The values', read.issues);
      }
      const checklist = read.ok
        ? evaluateChecklist(read.value, releaseOf(input))
        : [];
      const open = checklist.filter(item => item.state === 'open');
      ctx.logger.info(
        read.ok
          ? `The values are accepted; ${open.length} points of the production checklist are open`
          : `The values are rejected: ${read.issues
              .map(formatIssue)
              .join('; ')}`,
      );
      ctx.output('accepted', read.ok);
      ctx.output('issues', read.ok ? [] : read.issues);
      ctx.output('checklist', checklist);
    },
  });
}
