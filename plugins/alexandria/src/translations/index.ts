/**
 * Texts of the Alexandria plugin: the reference for overrides, and the translations that come with it.
 *
 * @packageDocumentation
 */
export { alexandriaTranslations } from './alexandriaTranslations';
export { alexandriaTranslationRef } from './ref';
