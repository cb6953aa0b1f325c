import type { Decision } from '@alexandriaproject/alexandria-manifests';
import { translationApiRef } from '@backstage/frontend-plugin-api';
import {
  makeFieldSchema,
  type CustomFieldValidator,
} from '@backstage/plugin-scaffolder-react';
import { alexandriaApiRef } from '../../api/alexandriaApiRef';
import { alexandriaTranslationRef } from '../../translations/ref';
import { rememberedRepository } from '../instanceMemory';
import { placeOf } from '../plan/Conflicts';
import { chosenInstance } from '../useInstanceRepository';
import { DecisionsField } from './DecisionsField';
import { answersOf, conflictsOf } from './conflictsOf';

/** Nobody goes on while a conflict is not decided: the action would refuse it. */
const validation: CustomFieldValidator<Decision[]> = async (
  decisions,
  field,
  { apiHolder, formData },
) => {
  const api = apiHolder.get(alexandriaApiRef);
  const entityRef = chosenInstance(formData);
  if (!api || entityRef === undefined) {
    return;
  }
  const repository = await rememberedRepository(api, entityRef).catch(
    () => undefined,
  );
  if (!repository) {
    // The page of the instance says why.
    return;
  }
  const snapshot = apiHolder
    .get(translationApiRef)
    ?.getTranslation(alexandriaTranslationRef);
  conflictsOf(repository, answersOf(formData), decisions ?? [])
    .filter(({ decision }) => decision === undefined)
    .map(placeOf)
    .forEach(place =>
      field.addError(
        snapshot?.ready
          ? snapshot.t('change.conflict.undecided', { place })
          : place,
      ),
    );
};

/** The field as both frontend systems take it. */
export const decisionsExtension = {
  name: 'AlexandriaDecisions',
  component: DecisionsField,
  validation,
  schema: makeFieldSchema({
    output: z =>
      z.array(
        z.object({
          path: z.string(),
          field: z.string().optional(),
          take: z.enum(['theirs', 'ours']),
        }),
      ),
  }),
};
