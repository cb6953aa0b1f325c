import { kubernetesAnnotations } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { deploymentSelectorOf } from '@alexandriaproject/backstage-plugin-alexandria-node';
import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { Claims } from './Claims';

const few = (...values: string[]) => fc.constantFrom(...values);
const maybe = (...values: string[]) =>
  fc.option(few(...values), { nil: undefined });

const annotations = fc.record(
  {
    [kubernetesAnnotations.id]: few('a', 'b', ''),
    [kubernetesAnnotations.labelSelector]: few('app=a', 'app in (a,b)', 'app'),
    [kubernetesAnnotations.cluster]: few('north', 'south'),
    [kubernetesAnnotations.namespace]: few('dev', 'prod'),
  },
  { requiredKeys: [] },
);

const deployment = fc.record({
  cluster: few('north', 'south', 'west'),
  namespace: few('dev', 'prod'),
  labels: fc
    .record({ [kubernetesAnnotations.id]: maybe('a', 'b'), app: maybe('a') })
    .map(
      labels => JSON.parse(JSON.stringify(labels)) as Record<string, string>,
    ),
});

const entityOf = (given: Record<string, string>, index: number): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: `e${index}`, annotations: given },
});

it('says of a Deployment which entities select it, as each of them does by itself', () => {
  fc.assert(
    fc.property(fc.array(annotations), deployment, (given, asked) => {
      const entities = given.map(entityOf);
      const names = (of: Entity[]) => of.map(({ metadata }) => metadata.name);
      expect(names(new Claims(entities).of(asked)).sort()).toEqual(
        names(
          entities.filter(each => deploymentSelectorOf(each)?.(asked)),
        ).sort(),
      );
    }),
  );
});
