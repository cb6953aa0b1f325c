import fs from 'fs/promises';
import { Folder } from './Folder';

/** The directories of one workspace, each opened once and held until `close`. */
export class Folders {
  readonly #open = new Map<string, Folder>();
  readonly #made: { parent: Folder; name: string }[] = [];

  private constructor(root: Folder) {
    this.#open.set('', root);
  }

  static async of(workspace: string): Promise<Folders> {
    return new Folders(await Folder.openRoot(workspace));
  }

  /** @throws with the code ENOENT, ELOOP or ENOTDIR, and `shown`, the part of the path that is no directory */
  async get(segments: readonly string[]): Promise<Folder> {
    return this.#walk(segments, false);
  }

  /** As `get`, but makes the directories that are missing. */
  async make(segments: readonly string[]): Promise<Folder> {
    return this.#walk(segments, true);
  }

  async #walk(segments: readonly string[], make: boolean): Promise<Folder> {
    let folder = this.#open.get('')!;
    for (const [index, name] of segments.entries()) {
      const key = segments.slice(0, index + 1).join('/');
      const known = this.#open.get(key);
      try {
        const next = known ?? (await this.#step(folder, name, make));
        this.#open.set(key, next);
        folder = next;
      } catch (error) {
        throw Object.assign(error as Error, { shown: key });
      }
    }
    return folder;
  }

  async #step(parent: Folder, name: string, make: boolean): Promise<Folder> {
    try {
      return await parent.open(name);
    } catch (error) {
      if (!make || (error as NodeJS.ErrnoException).code !== 'ENOENT') {
        throw error;
      }
    }
    await fs.mkdir(parent.entry(name));
    this.#made.push({ parent, name });
    return parent.open(name);
  }

  /** Takes away the directories that `make` made and that nobody has put anything into. */
  async removeMade(): Promise<void> {
    for (const { parent, name } of [...this.#made].reverse()) {
      await fs.rmdir(parent.entry(name)).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    for (const folder of this.#open.values()) {
      await folder.close();
    }
  }
}
