import { Policy } from './Policy';
import { nameOf, podsOf } from './pods';

const OBJECT_LABELS = [
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/component',
  'app.kubernetes.io/part-of',
  'app.kubernetes.io/managed-by',
  'app.kubernetes.io/version',
];

/** Those that change with an upgrade would roll the pods. */
const CHANGING = [
  'app.kubernetes.io/version',
  'app.kubernetes.io/managed-by',
  'helm.sh/chart',
];

export const labels: Policy = {
  name: 'labels',
  what: 'Every object has the recommended labels; the template of pods has those that no upgrade changes.',
  why: 'Tools find what belongs together by them; a label of a template that changes rolls every pod.',
  source:
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
  check: objects => [
    ...objects.flatMap(object =>
      OBJECT_LABELS.filter(
        label => object.metadata.labels?.[label] === undefined,
      ).map(label => `${nameOf(object)} has no ${label}`),
    ),
    ...podsOf(objects)
      .filter(({ kind }) => kind !== 'Pod')
      .flatMap(({ owner, labels: own }) => [
        ...OBJECT_LABELS.filter(
          label => !CHANGING.includes(label) && own[label] === undefined,
        ).map(label => `${owner}’s pod has no ${label}`),
        ...CHANGING.filter(label => label in own).map(
          label => `${owner}’s pod has ${label}, which changes`,
        ),
      ]),
  ],
};
