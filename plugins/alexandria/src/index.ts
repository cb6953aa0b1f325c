/**
 * Alexandria in Backstage, for the new frontend system.
 *
 * @packageDocumentation
 */
export { alexandriaPlugin as default } from './plugin';
export { alexandriaApiRef } from './api/alexandriaApiRef';
