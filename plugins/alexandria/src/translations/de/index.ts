import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../ref';
import { fields } from './fields';
import { form } from './form';
import { preview } from './preview';

export default createTranslationMessages({
  ref: alexandriaTranslationRef,
  full: true,
  messages: { ...fields, ...form, ...preview },
});
