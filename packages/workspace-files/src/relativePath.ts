import path from 'path';

/** The longest file name that ext4, APFS and NTFS all take, in bytes. */
const MAX_NAME_BYTES = 255;
/** Half of what Linux takes for a whole path, which begins with the workspace's own. */
const MAX_PATH_BYTES = 2048;
/** Control characters, and halves of surrogate pairs, which no file name holds. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;
/** On Windows it is relative to a folder of that drive. */
const DRIVE = /^[A-Za-z]:/;

/**
 * Splits a path below the workspace into its segments.
 *
 * @param given - relative, with `/` between the segments; `.` alone is the workspace itself
 * @returns the segments, or what is wrong with the path
 */
export function relativePathSegments(
  given: string,
): { segments: string[] } | { problem: string } {
  const shown = JSON.stringify(given.slice(0, 200));
  if (given === '') {
    return { problem: 'a path is empty; give one below the workspace' };
  }
  if (Buffer.byteLength(given) > MAX_PATH_BYTES) {
    return {
      problem: `${shown}… is a path of more than ${MAX_PATH_BYTES} bytes`,
    };
  }
  if (UNPRINTABLE.test(given)) {
    return { problem: `${shown} contains a control character` };
  }
  if (given.includes('\\')) {
    return { problem: `${shown} contains a backslash; separate with "/"` };
  }
  if (
    path.posix.isAbsolute(given) ||
    path.win32.isAbsolute(given) ||
    DRIVE.test(given)
  ) {
    return { problem: `${shown} is absolute; give a path below the workspace` };
  }
  const segments = given.split('/').filter(part => part !== '' && part !== '.');
  if (segments.includes('..')) {
    return { problem: `${shown} leaves the workspace; remove ".."` };
  }
  const long = segments.find(part => Buffer.byteLength(part) > MAX_NAME_BYTES);
  if (long) {
    return {
      problem: `${shown} has a name of more than ${MAX_NAME_BYTES} bytes`,
    };
  }
  return { segments };
}
