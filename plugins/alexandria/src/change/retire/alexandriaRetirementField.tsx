import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** `ui:field: AlexandriaRetirement`: what is lost with an instance, and its name to confirm. */
export const alexandriaRetirementField = FormFieldBlueprint.make({
  name: 'alexandria-retirement',
  params: {
    field: () =>
      import('./retirementFormField').then(m => m.retirementFormField),
  },
});
