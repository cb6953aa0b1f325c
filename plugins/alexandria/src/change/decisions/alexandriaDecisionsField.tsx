import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** `ui:field: AlexandriaDecisions`: what to do where a change by hand and the answers do not go together. */
export const alexandriaDecisionsField = FormFieldBlueprint.make({
  name: 'alexandria-decisions',
  params: {
    field: () => import('./decisionsFormField').then(m => m.decisionsFormField),
  },
});
