import {
  makeFieldSchema,
  type CustomFieldValidator,
} from '@backstage/plugin-scaffolder-react';
import type { Draft } from './answerAt';
import { InstanceForm } from './InstanceForm';
import type { InstanceFormOptions } from './InstanceSection';
import { isSectionId, sectionIds } from './sections';
import { problemsUpTo } from './validateInstance';

const validation: CustomFieldValidator<Draft, InstanceFormOptions> = async (
  answers,
  field,
  { apiHolder, formData, uiSchema },
) => {
  const { section, purpose } = uiSchema?.['ui:options'] ?? {};
  if (!isSectionId(section)) {
    field.addError(
      `ui:options.section must be one of ${sectionIds.join(', ')}`,
    );
    return;
  }
  const problems = await problemsUpTo(
    section,
    answers ?? {},
    formData,
    apiHolder,
    purpose === 'change',
  );
  for (const problem of problems) {
    field.addError(problem);
  }
};

/** The field as both frontend systems take it. */
export const fieldExtension = {
  name: 'AlexandriaInstance',
  component: InstanceForm,
  validation,
  schema: makeFieldSchema({
    output: z => z.record(z.unknown()),
    uiOptions: z =>
      z.object({
        section: z
          .enum(sectionIds)
          .describe('The page of the answers that is edited here.'),
        purpose: z
          .enum(['new', 'change'])
          .optional()
          .describe(
            'Whether a new instance is made, which is so when omitted, or the one of the field entityRef changed.',
          ),
      }),
  }),
};
