import { constants } from 'fs';
import fs from 'fs/promises';

/**
 * A directory that is held open, so that what is reached through it stays what was looked at, even when somebody moves
 * it away and puts a symbolic link in its place.
 *
 * Linux reaches the entries of an open directory through /proc, and so never by the name that may have changed. Node has
 * no other way to it: elsewhere entries are reached by the directory's path, which is looked at before every step.
 */
export class Folder {
  readonly #handle: fs.FileHandle;
  readonly #base: string;

  private constructor(handle: fs.FileHandle, at: string) {
    this.#handle = handle;
    this.#base =
      process.platform === 'linux' ? `/proc/self/fd/${handle.fd}` : at;
  }

  /** @param at - followed when it is a link: whoever names a workspace may name it so */
  static async openRoot(at: string): Promise<Folder> {
    const real = await fs.realpath(at);
    return new Folder(
      await fs.open(real, constants.O_RDONLY | constants.O_DIRECTORY),
      real,
    );
  }

  /** The path of an entry, good only while this is open. */
  entry(name: string): string {
    return `${this.#base}/${name}`;
  }

  /** @throws with the code ENOENT, ELOOP or ENOTDIR where there is no directory of that name, but a link or a file */
  async open(name: string): Promise<Folder> {
    const at = this.entry(name);
    try {
      return new Folder(
        await fs.open(
          at,
          constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW,
        ),
        at,
      );
    } catch (error) {
      // Linux says of a link that it is no directory.
      const stats = await fs.lstat(at).catch(() => undefined);
      throw stats?.isSymbolicLink()
        ? Object.assign(error as Error, { code: 'ELOOP' })
        : error;
    }
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}
