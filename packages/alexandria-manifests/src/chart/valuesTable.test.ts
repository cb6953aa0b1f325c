import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveValues } from '../values/resolveValues';
import { readYaml } from '../yaml';
import {
  documentedValues,
  valuesTable,
  withValuesTable,
} from '../../scripts/valuesTable';

const text = (file: string) =>
  readFileSync(join(__dirname, '../../chart', file), 'utf8');

describe('documentedValues', () => {
  it('reads what stands above each key', () => {
    expect(
      documentedValues(`
# Not about a key.
a:
  # -- First, and
  #    more of it.
  b: 1
  # -- By hand.
  # c: 80
  # -- Whole.
  d:
    e: ""
f:
  # -- Hosts.
  g:
    - h: x
      # -- In an item.
      i: y
`),
    ).toEqual([
      { path: 'a.b', description: 'First, and more of it.', default: 1 },
      { path: 'a.c', description: 'By hand.', default: undefined },
      { path: 'a.d', description: 'Whole.', default: { e: '' } },
      { path: 'f.g', description: 'Hosts.', default: [{ h: 'x', i: 'y' }] },
      { path: 'f.g[].i', description: 'In an item.', default: undefined },
    ]);
  });

  it('names the keys that nothing is said about', () => {
    expect(() =>
      documentedValues('a:\n  b: 1\n# -- C.\nc: 2\nd: {}\n'),
    ).toThrow('values.yaml says nothing about a.b, d');
  });
});

describe('valuesTable', () => {
  it('escapes what would end a cell', () => {
    expect(valuesTable('# -- One | <two>.\na: "x|y"\n')).toContain(
      '| `a` | `"x\\|y"` | One \\| &lt;two>. |',
    );
  });
});

describe('README.md of the chart', () => {
  it('has the table of values.yaml as it stands', () => {
    // When this fails: yarn workspace @alexandriaproject/alexandria-manifests generate
    const readme = text('README.md');
    expect(withValuesTable(readme, text('values.yaml'))).toBe(readme);
    expect(readme).toContain('| `config.security.hstsMaxAge` | `0` |');
  });

  it('has production values that can be deployed', () => {
    const [, example] = /```yaml\n([^`]*)```/.exec(text('README.md')) ?? [];
    const values = readYaml(example);
    const release = { name: 'alexandria', namespace: 'alexandria' };
    expect(values.ok && resolveValues([values.value], release)).toMatchObject({
      ok: true,
      value: { checklist: { enforce: true } },
      warnings: [],
    });
  });

  it('is not written without its marks', () => {
    expect(() => withValuesTable('# A\n', 'a: 1\n')).toThrow('marks');
  });
});
