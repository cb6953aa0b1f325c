import { deploymentSelectorOf } from './deploymentSelector';

const entityOf = (annotations?: Record<string, string>) => ({
  metadata: {
    name: 'payments',
    annotations:
      annotations &&
      Object.fromEntries(
        Object.entries(annotations).map(([name, value]) => [
          `backstage.io/kubernetes-${name}`,
          value,
        ]),
      ),
  },
});

const deployment = {
  cluster: 'north',
  namespace: 'payments',
  labels: { 'backstage.io/kubernetes-id': 'payments', app: 'a' },
};

describe('deploymentSelectorOf', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['its id', { id: 'payments' }, true],
    ['another id', { id: 'other' }, false],
    ['a selector of it', { 'label-selector': 'app=a' }, true],
    ['a selector, which wins', { id: 'other', 'label-selector': 'app' }, true],
    ['another selector', { id: 'payments', 'label-selector': '!app' }, false],
    ['its namespace', { id: 'payments', namespace: 'payments' }, true],
    ['another namespace', { id: 'payments', namespace: 'other' }, false],
    ['its cluster', { id: 'payments', cluster: 'north' }, true],
    ['another cluster', { id: 'payments', cluster: 'south' }, false],
  ])('of an entity that names %s: %p', (_, annotations, isOwn) => {
    expect(deploymentSelectorOf(entityOf(annotations))!(deployment)).toBe(
      isOwn,
    );
  });

  it.each<[string, Record<string, string> | undefined]>([
    ['no annotations', undefined],
    ['a namespace alone', { namespace: 'payments' }],
    ['an empty id', { id: '' }],
    ['a selector that is none', { id: 'payments', 'label-selector': '((' }],
  ])('selects nothing for %s', (_, annotations) => {
    expect(deploymentSelectorOf(entityOf(annotations))).toBeUndefined();
  });
});
