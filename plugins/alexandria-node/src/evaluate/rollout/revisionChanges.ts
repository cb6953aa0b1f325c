import type { ContainerImage } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { textAt, valueAt } from '../objects/read';
import { describeImages } from '../pods/describeImages';
import { readImage } from '../pods/images';

const templateOf = ({ json }: KubernetesObject) =>
  valueAt(json, 'spec', 'template');

/** Annotations of the pod template that say of what else a revision was made. */
const ANNOTATIONS: [string, string][] = [
  ['checksum/config', 'configuration'],
  ['kubectl.kubernetes.io/restartedAt', 'restart'],
];

const nameOf = ({ tag, digest }: ReturnType<typeof readImage>) =>
  [tag, digest].filter(part => part !== '').join('@');

function imageChange(before: string, after: string): string {
  const [from, to] = [readImage(before), readImage(after)];
  return from.repository === to.repository && nameOf(from) && nameOf(to)
    ? `${nameOf(from)} → ${nameOf(to)}`
    : `${before} → ${after}`;
}

function imageChanges(
  before: readonly ContainerImage[],
  after: readonly ContainerImage[],
): string[] {
  const find = (images: readonly ContainerImage[], name: string) =>
    images.find(({ container }) => container === name)?.image;
  const names = new Set(
    [...after, ...before].map(({ container }) => container),
  );
  return [...names].flatMap(name => {
    const [from, to] = [find(before, name), find(after, name)];
    if (from === to) {
      return [];
    }
    if (from === undefined) {
      return [`${name}: added`];
    }
    return [`${name}: ${to === undefined ? 'removed' : imageChange(from, to)}`];
  });
}

/**
 * What is known to differ between the pod templates of two ReplicaSets: images, the checksum of the configuration, and
 * when somebody restarted the pods. Nothing where one of the templates is not at hand.
 */
export function revisionChanges(
  before: KubernetesObject,
  after: KubernetesObject,
): string[] {
  const [from, to] = [templateOf(before), templateOf(after)];
  const images = [describeImages(from), describeImages(to)];
  if (images.some(({ length }) => length === 0)) {
    return [];
  }
  const annotation = (template: typeof from, name: string) =>
    textAt(template, 'metadata', 'annotations', name);
  return [
    ...imageChanges(images[0], images[1]),
    ...ANNOTATIONS.flatMap(([name, change]) =>
      annotation(from, name) === annotation(to, name) ? [] : [change],
    ),
  ];
}
