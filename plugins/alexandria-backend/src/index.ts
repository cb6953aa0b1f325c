/**
 * Backend of the Alexandria plugin.
 *
 * @packageDocumentation
 */
export { alexandriaPlugin as default } from './plugin';
