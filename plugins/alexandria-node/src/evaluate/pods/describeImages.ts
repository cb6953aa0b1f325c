import type { ContainerImage } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { Json, recordsAt, textAt } from '../objects/read';
import { componentVersions, roleOf } from './componentVersions';

/** The images of a pod template, init containers first, in its order. */
export const describeImages = (template: Json): ContainerImage[] =>
  ['initContainers', 'containers'].flatMap(list =>
    recordsAt(template, 'spec', list).map(container => ({
      container: textAt(container, 'name'),
      image: textAt(container, 'image'),
    })),
  );

/** The tag that all components of a pod template have; undefined when one has none, or another. */
export function versionOf(template: Json): string | undefined {
  const components = recordsAt(template, 'spec', 'containers').filter(
    container => roleOf(textAt(container, 'name')) !== undefined,
  );
  const versions = componentVersions(template).map(([, tag]) => tag);
  return versions.length === components.length && new Set(versions).size === 1
    ? versions[0]
    : undefined;
}
