/**
 * A git host on loopback for development.
 *
 * @packageDocumentation
 */
export { sandboxPlugin as default } from './plugin';
export {
  startGitHost,
  type GitHost,
  type GitHostOptions,
} from './startGitHost';
