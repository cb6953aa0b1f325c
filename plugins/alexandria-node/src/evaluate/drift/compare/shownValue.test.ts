import type { Json } from '../../objects/read';
import type { Step } from './path';
import { shownValue } from './shownValue';

const at = (...fields: string[]): Step[] => fields.map(field => ({ field }));

const TOKEN = `x9${'aB3_'.repeat(10)}`;

describe('shownValue', () => {
  it.each<[Step[], Json, string]>([
    [at('spec', 'replicas'), 3, '3'],
    [at('spec', 'paused'), false, 'false'],
    [at('spec', 'type'), 'a\n  b', 'a b'],
    [at('spec', 'x'), 'word '.repeat(50), `${'word '.repeat(40)}…`],
    [
      at('spec', 'image'),
      `ghcr.io/a/b@sha256:${'0'.repeat(64)}`,
      `ghcr.io/a/b@sha256:${'0'.repeat(64)}`,
    ],
    [
      at('metadata', 'annotations', 'checksum/config'),
      'a1'.repeat(32),
      'a1'.repeat(32),
    ],
    [at('env', 'name'), 'LEVEL', 'LEVEL'],
  ])('tells what is at %j: %j', (path, value, text) => {
    expect(shownValue(path, value)).toEqual({ text, withheld: false });
  });

  it.each<[Step[], Json]>([
    [[...at('env'), { key: { name: 'A' } }, ...at('value')], 'info'],
    [[...at('args'), { index: 0 }], '--port'],
    [at('lifecycle', 'preStop', 'exec', 'command'), ['sleep']],
    [at('data', 'alexandria.conf'), 'a'],
    [at('metadata', 'annotations', 'a.b/c'), 'a'],
    [at('readinessProbe', 'httpGet', 'httpHeaders'), 'a'],
    [at('rules', 'filters', 'requestHeaderModifier', 'set', 'value'), 'a'],
    [at('spec', 'url'), 'postgres://user:pw@host/db'],
    [at('spec', 'x'), TOKEN],
    [at('spec', 'x'), 'ghp_abcdefgh'],
    [at('spec', 'x'), '-----BEGIN KEY-----'],
  ])('keeps back what is at %j: %j', (path, value) => {
    expect(shownValue(path, value)).toEqual({ withheld: true });
  });

  it.each([undefined, {}, ['a'], { a: TOKEN }])(
    'tells nothing of what is no single value: %j',
    value => {
      expect(shownValue(at('spec', 'x'), value)).toEqual({ withheld: false });
    },
  );
});
