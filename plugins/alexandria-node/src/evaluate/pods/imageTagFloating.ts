import { builtInRule } from '../builtInRule';
import { recordsAt, textAt } from '../objects/read';
import { isFloating, readImage } from './images';
import { imageValue } from './valuePaths';

/** A tag that moves: what runs depends on when and where it was pulled. */
export const imageTagFloating = builtInRule(
  'ImageTagFloating',
  function* check({ template, reference }) {
    const floating = recordsAt(template, 'spec', 'containers')
      .map(container => ({
        name: textAt(container, 'name'),
        image: textAt(container, 'image'),
      }))
      .filter(({ image }) => image !== '' && isFloating(readImage(image)));
    if (floating.length > 0) {
      const list = floating.map(({ name, image }) => `${name}: ${image}`);
      yield {
        object: reference,
        title: `${floating.map(({ name }) => name).join(', ')} ${
          floating.length === 1 ? 'runs' : 'run'
        } an image whose tag moves`,
        cause: `${list.join(
          ', ',
        )}. Two nodes may run different images under one name.`,
        remedy: `Pin a release or a digest: ${floating
          .map(({ name }) => `${imageValue(name)}.tag`)
          .join(', ')} in the values`,
      };
    }
  },
);
