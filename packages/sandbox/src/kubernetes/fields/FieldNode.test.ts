import fc from 'fast-check';
import { FieldNode } from './FieldNode';

const trees: (depth?: number) => fc.Arbitrary<FieldNode> = fc.memo(depth =>
  fc
    .tuple(
      fc.boolean(),
      fc.array(
        fc.tuple(
          fc.constantFrom('f:a', 'f:b', 'k:{"name":"c"}'),
          depth > 1 ? trees() : fc.constant(new FieldNode(true)),
        ),
        { maxLength: 3 },
      ),
    )
    .map(([isMember, children]) => new FieldNode(isMember, children)),
);

/** A tree below a root, which is never a member itself. */
const sets = trees(4).map(tree => new FieldNode(false, tree.children));

const shown = (node: FieldNode) => JSON.stringify(node);

describe('FieldNode', () => {
  it('reads and writes fieldsV1', () => {
    const json = {
      'f:metadata': { 'f:labels': { '.': {}, 'f:app': {} } },
      'f:spec': { 'k:{"name":"api"}': { '.': {}, 'f:image': {} } },
    };
    expect(FieldNode.parse(json).toJSON()).toEqual(json);
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(sets, set => {
        expect(shown(FieldNode.parse(set.toJSON()))).toBe(shown(set));
      }),
    );
  });

  it('is a set', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        expect(shown(a.union(b))).toBe(shown(b.union(a)));
        expect(shown(a.union(a))).toBe(shown(a));
        expect(a.without(a).isEmpty).toBe(true);
        expect(shown(a.without(b).union(a.common(b)))).toBe(shown(a));
        expect(a.without(b).common(b).isEmpty).toBe(true);
        expect(shown(a.common(b))).toBe(shown(b.common(a)));
      }),
    );
  });
});
