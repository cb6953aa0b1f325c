export {
  writeWorkspaceFiles,
  type WorkspaceFile,
  type WriteResult,
} from './writeWorkspaceFiles';
export { readWorkspaceFile } from './readWorkspaceFile';
export { WorkspaceError } from './WorkspaceError';
