import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** `ui:field: AlexandriaInstancePicker`: the instance that a template changes or takes out of service. */
export const alexandriaInstancePickerField = FormFieldBlueprint.make({
  name: 'alexandria-instance-picker',
  params: {
    field: () =>
      import('./instancePickerFormField').then(m => m.instancePickerFormField),
  },
});
