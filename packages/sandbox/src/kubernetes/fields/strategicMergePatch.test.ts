import { strategicMergePatch } from './strategicMergePatch';

const target = {
  spec: {
    replicas: 1,
    containers: [
      { name: 'a', image: '1', env: [{ name: 'A', value: '1' }] },
      { name: 'b', image: '1' },
    ],
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } },
  },
  finalizers: ['one', 'two'],
};

const names = (patched: { spec?: unknown }) =>
  (patched.spec as typeof target.spec).containers.map(({ name }) => name);

describe('strategicMergePatch', () => {
  it('merges items by name', () => {
    const patched = strategicMergePatch(target, {
      spec: { containers: [{ name: 'b', image: '2' }, { name: 'c' }] },
    });
    expect(patched).toMatchObject({
      spec: {
        replicas: 1,
        containers: [
          target.spec.containers[0],
          { name: 'b', image: '2' },
          { name: 'c' },
        ],
      },
    });
  });

  it.each([
    [
      'an item',
      { spec: { containers: [{ name: 'a', $patch: 'delete' }] } },
      ['b'],
    ],
    [
      'nothing but what is given',
      { spec: { containers: [{ $patch: 'replace' }, { name: 'z' }] } },
      ['z'],
    ],
    [
      'the order that is asked for',
      {
        spec: {
          '$setElementOrder/containers': [{ name: 'b' }, { name: 'a' }],
          containers: [{ name: 'a' }],
        },
      },
      ['b', 'a'],
    ],
  ])('deletes, replaces and orders: %s', (_, patch, left) => {
    expect(names(strategicMergePatch(target, patch))).toEqual(left);
  });

  it('keeps of a map only the keys that are named', () => {
    const patched = strategicMergePatch(target, {
      spec: { strategy: { $retainKeys: ['type'], type: 'Recreate' } },
    });
    expect(patched).toMatchObject({ spec: { strategy: { type: 'Recreate' } } });
    expect(JSON.stringify(patched)).not.toContain('rollingUpdate');
  });

  it('adds to sets and takes from them', () => {
    expect(
      strategicMergePatch(target, { finalizers: ['three'] }).finalizers,
    ).toEqual([...['one', 'two', 'three']]);
    expect(
      strategicMergePatch(target, {
        '$deleteFromPrimitiveList/finalizers': ['one'],
      }).finalizers,
    ).toEqual(['two']);
  });

  it('removes what is null', () => {
    expect(strategicMergePatch(target, { spec: null })).toEqual({
      finalizers: target.finalizers,
    });
  });

  it('refuses a directive that it does not know', () => {
    expect(() => strategicMergePatch(target, { $patch: 'other' })).toThrow(
      'directive',
    );
  });
});
