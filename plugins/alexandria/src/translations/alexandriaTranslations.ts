import { createTranslationResource } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from './ref';

/**
 * The languages that the plugin speaks beside English, each loaded when it is chosen.
 *
 * @public
 */
export const alexandriaTranslations = createTranslationResource({
  ref: alexandriaTranslationRef,
  translations: { de: () => import('./de') },
});
