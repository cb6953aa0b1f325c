import type { Entity } from '@backstage/catalog-model';
import { annotationRules } from './annotationRules';
import { InstanceAnnotationsProcessor } from './InstanceAnnotationsProcessor';

const entityOf = (annotations: Record<string, unknown>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments',
    tags: ['alexandria'],
    annotations: Object.fromEntries(
      Object.entries(annotations).map(([name, value]) => [
        `backstage.io/kubernetes-${name}`,
        value as string,
      ]),
    ),
  },
});

const processed = (entity: Entity, clusters?: string[]) =>
  new InstanceAnnotationsProcessor(annotationRules(clusters)).postProcessEntity(
    entity,
  );

describe('InstanceAnnotationsProcessor', () => {
  it.each<[string, Record<string, unknown>]>([
    ['nothing', {}],
    ['an id', { id: 'Payments_1.prod' }],
    ['a selector', { 'label-selector': 'app=a,environment in (dev, prod)' }],
    ['a namespace', { id: 'a', namespace: 'payments-prod' }],
    ['a cluster', { id: 'a', cluster: 'north' }],
  ])('takes an instance that names %s', async (_, annotations) => {
    const entity = entityOf(annotations);
    expect(await processed(entity, ['north'])).toBe(entity);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no id', { id: '' }, '["backstage.io/kubernetes-id"] is "" and must be'],
    [
      'what is no id',
      { id: 'the payments' },
      'is "the payments" and must be the label backstage.io/kubernetes-id of its Deployments',
    ],
    [
      'what is no selector',
      { 'label-selector': 'app in' },
      'is "app in" and must be a label selector as kubectl takes it, for example',
    ],
    [
      'what is no namespace',
      { namespace: 'Payments' },
      'is "Payments" and must be the name of a namespace',
    ],
    [
      'a cluster that is not there',
      { cluster: 'nrth' },
      'is "nrth" and must be the name of a cluster of kubernetes.clusterLocatorMethods, one of north, south',
    ],
    [
      'a long text',
      { id: 'a'.repeat(1000) },
      `is "${'a'.repeat(99)}… and must be`,
    ],
  ])('refuses one that names %s', async (_, annotations, message) => {
    await expect(
      processed(entityOf(annotations), ['north', 'south']),
    ).rejects.toThrow(message);
  });

  it('says all that is wrong, and of which entity', async () => {
    await expect(
      processed(entityOf({ id: '-', namespace: '-', cluster: ' ' })),
    ).rejects.toThrow(
      /^component:default\/payments is an instance of Alexandria .*kubernetes-id.*; .*kubernetes-namespace.*; .*kubernetes-cluster/,
    );
  });

  it('knows no cluster to be wrong where others may be located', async () => {
    const entity = entityOf({ cluster: 'nrth' });
    expect(await processed(entity)).toBe(entity);
  });

  it.each<[string, Partial<Entity>, string[]]>([
    ['a component of other software', {}, ['java']],
    ['an entity of another kind', { kind: 'Resource' }, ['alexandria']],
  ])('leaves %s alone', async (_, more, tags) => {
    const wrong = entityOf({ id: '-' });
    const entity = {
      ...{ ...wrong, ...more },
      metadata: { ...wrong.metadata, tags },
    };
    expect(await processed(entity)).toBe(entity);
  });
});
