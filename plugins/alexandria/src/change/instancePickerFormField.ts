import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { instancePickerExtension } from './instancePickerExtension';

/** The field for the new frontend system. */
export const instancePickerFormField = createFormField(instancePickerExtension);
