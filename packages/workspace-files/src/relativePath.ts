import path from 'path';

/** The longest file name that ext4, APFS and NTFS all take, in bytes. */
const MAX_NAME_BYTES = 255;

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
  if (given.includes('\0')) {
    return { problem: `${shown} contains a NUL character` };
  }
  if (given.includes('\\')) {
    return { problem: `${shown} contains a backslash; separate with "/"` };
  }
  if (path.posix.isAbsolute(given) || path.win32.isAbsolute(given)) {
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
