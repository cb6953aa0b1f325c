/**
 * Scaffolder actions that generate, render and validate Alexandria instances.
 *
 * @packageDocumentation
 */
export { scaffolderModuleAlexandria as default } from './module';
