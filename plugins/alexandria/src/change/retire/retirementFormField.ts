import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { retirementExtension } from './retirementExtension';

/** The field for the new frontend system. */
export const retirementFormField = createFormField(retirementExtension);
