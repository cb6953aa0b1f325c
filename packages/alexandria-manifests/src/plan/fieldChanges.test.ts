import { fieldChanges } from './fieldChanges';

const text = (value: string) => ({ is: 'text', text: value });
const absent = { is: 'absent' };

describe('fieldChanges', () => {
  it.each<[string, unknown, unknown, unknown[]]>([
    ['nothing', { a: 1 }, { a: 1 }, []],
    ['another order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    ['a change', { a: 1 }, { a: 2 }, [['a', text('1'), text('2')]]],
    ['an addition', {}, { a: 1 }, [['a', absent, text('1')]]],
    ['a removal', { a: 1 }, {}, [['a', text('1'), absent]]],
    [
      'a key with a dot',
      { 'a.b': 1 },
      { 'a.b': 2 },
      [['["a.b"]', text('1'), text('2')]],
    ],
    [
      'an item by its name',
      { a: [{ name: 'x', v: 1 }] },
      { a: [{ name: 'x', v: 2 }] },
      [['a[name=x].v', text('1'), text('2')]],
    ],
    [
      'a list that was not there',
      {},
      { a: [{ name: 'x' }] },
      [['a[name=x]', absent, text('name: x')]],
    ],
    [
      'a list without names',
      { a: [1] },
      { a: [2] },
      [['a', text('- 1'), text('- 2')]],
    ],
    [
      'items in another order',
      { a: [{ name: 'x' }, { name: 'z' }] },
      { a: [{ name: 'z' }, { name: 'x' }] },
      [['a', text('- name: x\n- name: z'), text('- name: z\n- name: x')]],
    ],
    [
      'only the lines that change',
      { a: 'x\ny\nz\n' },
      { a: 'x\nY\nz\n' },
      [['a', text('y'), text('Y')]],
    ],
  ])('tells of %s', (_, from, to, expected) => {
    expect(
      fieldChanges(from, to).map(each => [each.path, each.from, each.to]),
    ).toEqual(expected);
  });

  it('withholds what is said to be a secret, and still says that it changes', () => {
    expect(
      fieldChanges({ a: 1, b: 1 }, { a: 2, b: 2 }, path => path === 'a'),
    ).toEqual([
      { path: 'a', from: { is: 'withheld' }, to: { is: 'withheld' } },
      { path: 'b', from: text('1'), to: text('2') },
    ]);
  });
});
