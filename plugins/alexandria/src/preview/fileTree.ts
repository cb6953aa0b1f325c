import type { GeneratedFile } from '@alexandriaproject/alexandria-manifests';

/** A folder or a file of a repository. */
export interface FileNode {
  /** From the root, with `/` between folders. */
  path: string;
  /** Last part of the path. */
  name: string;
  /** Folders first, then files, each in the order of their names; absent for a file. */
  children?: FileNode[];
}

function inOrder(a: FileNode, b: FileNode): number {
  const folders =
    Number(b.children !== undefined) - Number(a.children !== undefined);
  return folders || (a.name < b.name ? -1 : 1);
}

/** Files as the tree that their paths make. */
export function fileTree(
  files: readonly Pick<GeneratedFile, 'path'>[],
): FileNode[] {
  const root: FileNode = { path: '', name: '', children: [] };
  const folders = new Map([['', root]]);
  const folder = (path: string): FileNode => {
    const found = folders.get(path);
    if (found) {
      return found;
    }
    const made: FileNode = { path, name: nameOf(path), children: [] };
    folders.set(path, made);
    folder(parentOf(path)).children!.push(made);
    return made;
  };
  for (const { path } of files) {
    folder(parentOf(path)).children!.push({ path, name: nameOf(path) });
  }
  for (const { children } of folders.values()) {
    children!.sort(inOrder);
  }
  return root.children!;
}

/** The folders that a path lies in, from the root on. */
export function parentsOf(path: string): string[] {
  const parent = parentOf(path);
  return parent === '' ? [] : [...parentsOf(parent), parent];
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
