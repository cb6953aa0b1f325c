import { repoPickerValidation } from '@backstage/plugin-scaffolder';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { RepositoryField } from './RepositoryField';

/** The field as both frontend systems take it. */
export const fieldExtension = {
  name: 'AlexandriaRepository',
  component: RepositoryField,
  // What RepoUrlPicker itself is checked by: each host says what it needs.
  validation: repoPickerValidation,
  schema: makeFieldSchema({
    output: z => z.string(),
    uiOptions: z =>
      z
        .object({
          allowedHosts: z
            .array(z.string())
            .optional()
            .describe(
              'Hosts to choose from; those of the configuration when omitted',
            ),
        })
        .passthrough(),
  }),
};
