import {
  ContainerRole,
  containerRoleSchema,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { Json, recordsAt, textAt } from '../objects/read';
import { readImage } from './images';

/** What a container is to Alexandria, by its name; undefined for one that is not its own. */
export const roleOf = (name: string): ContainerRole | undefined =>
  containerRoleSchema.safeParse(name).data;

/** The tags that the components are asked to run; those without a tag are left out. */
export function componentVersions(template: Json): [string, string][] {
  return recordsAt(template, 'spec', 'containers')
    .map(container => ({
      name: textAt(container, 'name'),
      tag: readImage(textAt(container, 'image')).tag,
    }))
    .filter(({ name, tag }) => roleOf(name) !== undefined && tag !== '')
    .map(({ name, tag }) => [name, tag]);
}
