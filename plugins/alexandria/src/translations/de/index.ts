import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../ref';
import { change } from './change';
import { fields } from './fields';
import { fleet } from './fleet';
import { form } from './form';
import { parts } from './parts';
import { preview } from './preview';
import { status } from './status';
import { statusDetails } from './statusDetails';

export default createTranslationMessages({
  ref: alexandriaTranslationRef,
  full: true,
  messages: {
    ...change,
    ...fields,
    ...fleet,
    ...form,
    ...parts,
    ...preview,
    ...status,
    ...statusDetails,
  },
});
