import { translationApiRef } from '@backstage/frontend-plugin-api';
import {
  makeFieldSchema,
  type CustomFieldValidator,
} from '@backstage/plugin-scaffolder-react';
import { alexandriaApiRef } from '../../api/alexandriaApiRef';
import { alexandriaTranslationRef } from '../../translations/ref';
import { rememberedRepository } from '../instanceMemory';
import { chosenInstance } from '../useInstanceRepository';
import { RetirementField } from './RetirementField';

const validation: CustomFieldValidator<string> = async (
  typed,
  field,
  { apiHolder, formData },
) => {
  const api = apiHolder.get(alexandriaApiRef);
  const entityRef = chosenInstance(formData);
  const repository =
    api && entityRef !== undefined
      ? await rememberedRepository(api, entityRef).catch(() => undefined)
      : undefined;
  const name = String(repository?.answers.name ?? '');
  if (repository && typed === name) {
    return;
  }
  const snapshot = apiHolder
    .get(translationApiRef)
    ?.getTranslation(alexandriaTranslationRef);
  field.addError(
    snapshot?.ready ? snapshot.t('retire.confirm.wrong', { name }) : name,
  );
};

/** The field as both frontend systems take it. */
export const retirementExtension = {
  name: 'AlexandriaRetirement',
  component: RetirementField,
  validation,
  schema: makeFieldSchema({ output: z => z.string() }),
};
