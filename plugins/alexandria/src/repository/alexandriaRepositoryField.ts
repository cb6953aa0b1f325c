import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** `ui:field: AlexandriaRepository`: where the repository of a new instance is created. */
export const alexandriaRepositoryField = FormFieldBlueprint.make({
  name: 'alexandria-repository',
  params: {
    field: () =>
      import('./repositoryFormField').then(m => m.repositoryFormField),
  },
});
