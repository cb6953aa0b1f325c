import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { fieldExtension } from './fieldExtension';

/** The field for the new frontend system. */
export const repositoryFormField = createFormField(fieldExtension);
