import { KubernetesObject } from '../../objects';
import { Policy } from './Policy';
import { Labels, matches, nameOf, podsOf, specOf } from './pods';

const CHANGING = [
  'app.kubernetes.io/version',
  'app.kubernetes.io/managed-by',
  'helm.sh/chart',
];

function selectorOf(object: KubernetesObject): Labels | undefined {
  switch (object.kind) {
    case 'Service':
      return specOf<{ selector: Labels }>(object).selector;
    case 'Deployment':
    case 'PodDisruptionBudget':
      return specOf<{ selector: { matchLabels: Labels } }>(object).selector
        .matchLabels;
    case 'NetworkPolicy':
      return (
        specOf<{ podSelector: { matchLabels?: Labels } }>(object).podSelector
          .matchLabels ?? {}
      );
    default:
      return undefined;
  }
}

export const selectors: Policy = {
  name: 'selectors',
  what: 'Deployment, Service, PodDisruptionBudget and NetworkPolicy select the pods of the Deployment and no other pod of the release, by labels that no upgrade changes.',
  why: 'The selector of a Deployment is immutable; a hook or test pod that is selected joins the Service and breaks the budget.',
  source:
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
  check: objects =>
    objects.flatMap(object => {
      const selector = selectorOf(object);
      if (selector === undefined) {
        return [];
      }
      const selected = podsOf(objects).filter(({ labels }) =>
        matches(selector, labels),
      );
      const found = [
        ...(selected.some(({ kind }) => kind === 'Deployment')
          ? []
          : ['selects no pod of the Deployment']),
        ...selected
          .filter(({ kind }) => kind !== 'Deployment')
          .map(({ owner }) => `selects ${owner}`),
        ...CHANGING.filter(label => label in selector).map(
          label => `selects by ${label}, which changes`,
        ),
      ];
      return found.map(what => `${nameOf(object)} ${what}`);
    }),
};
