/**
 * Reads and writes files below one directory without ever leaving it.
 *
 * @packageDocumentation
 */
export {
  writeWorkspaceFiles,
  type WorkspaceFile,
  type WriteResult,
} from './writeWorkspaceFiles';
export { readWorkspaceFile } from './readWorkspaceFile';
export { WorkspaceError } from './WorkspaceError';
