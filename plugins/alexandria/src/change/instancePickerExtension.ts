import {
  makeFieldSchema,
  type CustomFieldValidator,
} from '@backstage/plugin-scaffolder-react';
import { alexandriaApiRef } from '../api/alexandriaApiRef';
import { reasonOf } from '../form/checks/useAsked';
import { InstancePicker, type InstancePickerOptions } from './InstancePicker';
import { rememberedRepository } from './instanceMemory';

/** Nobody goes on from an instance whose repository cannot be read: there would be nothing to change. */
const validation: CustomFieldValidator<string, InstancePickerOptions> = async (
  entityRef,
  field,
  { apiHolder },
) => {
  const api = apiHolder.get(alexandriaApiRef);
  if (!entityRef || !api) {
    return;
  }
  try {
    await rememberedRepository(api, entityRef);
  } catch (error) {
    field.addError(reasonOf(error));
  }
};

/** The field as both frontend systems take it. */
export const instancePickerExtension = {
  name: 'AlexandriaInstancePicker',
  component: InstancePicker,
  validation,
  schema: makeFieldSchema({
    output: z => z.string(),
    uiOptions: z => z.object({}).passthrough(),
  }),
};
