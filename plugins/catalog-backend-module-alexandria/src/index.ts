/**
 * Instances of Alexandria that run and are not registered, in the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleAlexandria as default } from './module';
