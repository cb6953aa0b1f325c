import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** `ui:field: AlexandriaInstance`: a page of the answers for a new instance. */
export const alexandriaInstanceField = FormFieldBlueprint.make({
  name: 'alexandria-instance',
  params: {
    field: () => import('./instanceFormField').then(m => m.instanceFormField),
  },
});
