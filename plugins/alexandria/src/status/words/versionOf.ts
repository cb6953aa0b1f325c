/** The tag of an image, or the first digits of its digest; the name where it has neither. */
export function versionOf(image: string): string {
  const [name, digest] = image.split('@');
  const tag = /:([^/:]+)$/.exec(name)?.[1];
  return tag ?? digest?.replace(/^(sha256:.{12}).*/, '$1') ?? name;
}

/** The last part of the name of an image, without tag and digest. */
export function imageName(image: string): string {
  return image
    .replace(/@.*$/, '')
    .replace(/:[^/:]+$/, '')
    .replace(/^.*\//, '');
}
