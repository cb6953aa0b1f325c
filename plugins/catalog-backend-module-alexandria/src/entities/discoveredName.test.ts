import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import fc from 'fast-check';
import { discoveredName } from './discoveredName';

const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
const deployment = fc.record({
  cluster: fc.oneof(fc.string({ minLength: 1 }), label),
  namespace: label,
  name: fc.stringMatching(/^[a-z0-9]([-a-z0-9.]{0,80}[a-z0-9])?$/),
});

describe('discoveredName', () => {
  it.each([
    ['north', 'payments', 'assistant', /^north_payments_assistant$/],
    ['eu.north-1', 'a', 'b.c', /^eu\.north-1_a_b\.c$/],
    ['North', 'a', 'b', /^north_a_b_[0-9a-f]{8}$/],
    ['my cluster!', 'a', 'b', /^my-cluster-_a_b_[0-9a-f]{8}$/],
    ['n_a', 'b', 'c', /^n_a_b_c_[0-9a-f]{8}$/],
    ['日本', 'a', 'b', /^a_b_[0-9a-f]{8}$/],
    ['north', 'a'.repeat(63), 'b', /^north_a{48}_[0-9a-f]{8}$/],
  ])('of %s, %s and %s', (cluster, namespace, name, expected) => {
    expect(discoveredName(cluster, { namespace, name })).toMatch(expected);
  });

  it('is a name of the catalog, and of one Deployment only', () => {
    fc.assert(
      fc.property(fc.array(deployment, { maxLength: 20 }), all => {
        const names = new Map(
          all.map(each => [
            JSON.stringify([each.cluster, each.namespace, each.name]),
            discoveredName(each.cluster, each),
          ]),
        );
        const distinct = new Set(
          [...names.values()].map(name => name.toLocaleLowerCase('en-US')),
        );
        expect(distinct.size).toBe(names.size);
        expect(
          [...names.values()].filter(
            name => !KubernetesValidatorFunctions.isValidObjectName(name),
          ),
        ).toEqual([]);
      }),
    );
  });
});
