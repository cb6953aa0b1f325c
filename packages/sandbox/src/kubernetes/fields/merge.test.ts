import { FieldNode } from './FieldNode';
import { merge, mergePatch, prune } from './merge';

describe('merge', () => {
  it.each([
    [
      'maps by key',
      { a: 1, b: { c: 1 } },
      { b: { d: 2 } },
      { a: 1, b: { c: 1, d: 2 } },
    ],
    [
      'other lists whole',
      { args: ['a', 'b'] },
      { args: ['c'] },
      { args: ['c'] },
    ],
    [
      'containers by name, each in its place',
      {
        containers: [
          { name: 'a', image: '1' },
          { name: 'b', image: '1' },
        ],
      },
      {
        containers: [
          { name: 'b', image: '2' },
          { name: 'c', image: '1' },
        ],
      },
      {
        containers: [
          { name: 'a', image: '1' },
          { name: 'b', image: '2' },
          { name: 'c', image: '1' },
        ],
      },
    ],
    [
      'ports by number and protocol, which is TCP unless it is said',
      { ports: [{ containerPort: 80, protocol: 'TCP', name: 'http' }] },
      {
        ports: [{ containerPort: 80 }, { containerPort: 80, protocol: 'UDP' }],
      },
      {
        ports: [
          { containerPort: 80, protocol: 'TCP', name: 'http' },
          { containerPort: 80, protocol: 'UDP' },
        ],
      },
    ],
    [
      'selectors whole',
      { selector: { a: '1' } },
      { selector: { b: '1' } },
      { selector: { b: '1' } },
    ],
  ])('%s', (_, under, over, merged) => {
    expect(merge(under, over, false)).toEqual(merged);
  });

  it('takes the lists of a custom resource whole', () => {
    const under = { env: [{ name: 'a', value: '1' }] };
    const over = { env: [{ name: 'b', value: '1' }] };
    expect(merge(under, over, true)).toEqual(over);
  });
});

describe('prune', () => {
  const value = {
    data: { a: '1', b: '2' },
    containers: [{ name: 'a', image: '1' }, { name: 'b' }],
  };
  it.each([
    ['a field', { 'f:data': { 'f:a': {} } }, { ...value, data: { b: '2' } }],
    [
      'an item',
      { 'f:containers': { 'k:{"name":"b"}': { '.': {}, 'f:name': {} } } },
      { ...value, containers: [{ name: 'a', image: '1' }] },
    ],
    [
      'a field of an item',
      { 'f:containers': { 'k:{"name":"a"}': { 'f:image': {} } } },
      { ...value, containers: [{ name: 'a' }, { name: 'b' }] },
    ],
    ['nothing that is not there', { 'f:spec': { 'f:c': {} } }, value],
  ])('takes away %s', (_, fields, left) => {
    expect(prune(value, FieldNode.parse(fields), false)).toEqual(left);
  });
});

describe('mergePatch', () => {
  // https://www.rfc-editor.org/rfc/rfc7396#appendix-A
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j is %j', (target, patch, merged) => {
    expect(mergePatch(target, patch)).toEqual(merged);
  });
});
