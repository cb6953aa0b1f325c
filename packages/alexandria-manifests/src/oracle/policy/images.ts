import { Policy } from './Policy';
import { containersOf, podsOf } from './pods';

/** The grammar of references: a name, and a tag or a digest. */
const REFERENCE =
  /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(:[0-9]+)?(\/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}|@[a-z0-9]+:[a-f0-9]{32,})$/i;

export const images: Policy = {
  name: 'images',
  what: 'Every container names an image that has a tag or a digest.',
  why: 'A name without either means "latest" of whatever registry the node falls back to.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  unless: {
    values: ({ extraContainers }) => extraContainers.length > 0,
    because: 'extra containers bring their own image',
  },
  check: objects =>
    podsOf(objects)
      .flatMap(containersOf)
      .filter(({ container }) => !REFERENCE.test(container.image ?? ''))
      .map(
        ({ where, container }) =>
          `${where} has the image ${JSON.stringify(container.image)}`,
      ),
};
