/** An image as a container names it. */
export interface ImageName {
  repository: string;
  tag: string;
  digest: string;
}

/** Reads `host:port/path:tag@digest`. */
export function readImage(image: string): ImageName {
  const [name, digest = ''] = image.split('@', 2);
  const colon = name.lastIndexOf(':');
  return colon > name.lastIndexOf('/')
    ? { repository: name.slice(0, colon), tag: name.slice(colon + 1), digest }
    : { repository: name, tag: '', digest };
}

/** A release or a commit: what a tag looks like that nobody moves. */
const FIXED = /^v?\d+\.\d+|^[0-9a-f]{7,40}$|\d{8}/;

/** Whether the same name may mean another image tomorrow. */
export const isFloating = ({ tag, digest }: ImageName) =>
  digest === '' && !FIXED.test(tag);
