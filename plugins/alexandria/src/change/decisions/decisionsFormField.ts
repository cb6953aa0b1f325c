import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { decisionsExtension } from './decisionsExtension';

/** The field for the new frontend system. */
export const decisionsFormField = createFormField(decisionsExtension);
