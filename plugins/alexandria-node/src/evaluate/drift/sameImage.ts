import { readImage } from '../pods/images';

const lastPart = (repository: string) =>
  repository.slice(repository.lastIndexOf('/') + 1);

/**
 * Whether an image is the one that is wanted. Admission may name another registry, for a mirror, and add the digest of
 * the tag; neither is another version.
 */
export function sameImage(wanted: string, found: string): boolean {
  const [want, have] = [readImage(wanted), readImage(found)];
  return (
    lastPart(want.repository) === lastPart(have.repository) &&
    (want.digest === '' ? want.tag === have.tag : want.digest === have.digest)
  );
}
