import { applySet } from './applySet';

const value = (result: ReturnType<typeof applySet>) =>
  result.ok ? result.value : result.issues[0].message;

describe('applySet', () => {
  it.each<[string, unknown]>([
    ['a=b', { a: 'b' }],
    ['a.b.c=d', { a: { b: { c: 'd' } } }],
    ['a=1,b=2', { a: 1, b: 2 }],
    ['a=true,b=FALSE,c=null', { a: true, b: false, c: null }],
    ['a=0,b=007,c=-5,d=1.5', { a: 0, b: '007', c: -5, d: '1.5' }],
    ['a=31536000', { a: 31536000 }],
    ['a=99999999999999999999', { a: '99999999999999999999' }],
    ['a={x,y,3}', { a: ['x', 'y', 3] }],
    ['a={x},b=1', { a: ['x'], b: 1 }],
    ['a[0]=x,a[1]=y', { a: ['x', 'y'] }],
    ['a[1]=y', { a: [null, 'y'] }],
    ['a[0].b=c,a[0].d=e', { a: [{ b: 'c', d: 'e' }] }],
    ['a[0][1]=x', { a: [[null, 'x']] }],
    ['a=x\\,y', { a: 'x,y' }],
    [
      'nodeSelector.kubernetes\\.io/os=linux',
      { nodeSelector: { 'kubernetes.io/os': 'linux' } },
    ],
    ['a\\=b=c', { a: undefined, 'a=b': 'c' }],
    ['a=b=c', { a: 'b=c' }],
    ['a=', { a: '' }],
    ['a={}', { a: [''] }],
    ['', {}],
    ['__proto__.polluted=1', JSON.parse('{"__proto__": {"polluted": 1}}')],
  ])('reads %s', (expression, expected) => {
    expect(value(applySet({}, expression))).toEqual(expected);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    ['a', 'the path at character 1 of 1 has no value'],
    ['a,b=1', 'the path at character 1 of 5 has no value: it ends at a comma'],
    ['a={b', 'the list has no closing "}"'],
    ['a[x]=1', 'the brackets at character 2 of 6 hold no position in a list'],
    ['a[-1]=1', 'the position -1 is negative'],
    ['a[65537]=1', 'the position 65537 is above 65536'],
    [
      'a[0]b=1',
      'character 5 of 7 follows a "]", where only ".", "[" or "=" may',
    ],
    ['x.y=1', '"x" holds no map'],
    ['x[0]=1', '"x" holds no list'],
    [`${'a.'.repeat(31)}b=1`, 'is nested more than 30 levels deep'],
    [`a${'[0]'.repeat(100_000)}=1`, 'holds more than 60 lists in lists'],
    [
      `a${'[65535]'.repeat(3)}=1`,
      'its positions leave more than 131072 places empty',
    ],
  ])('refuses %s', (expression, message) => {
    expect(value(applySet({ x: 'text' }, expression))).toBe(
      `--set cannot be read: ${message}`,
    );
  });

  it.each([
    'auth.jwtSecret=hun,canary',
    'auth.jwtSecret=hun,canary,x=1',
    'auth.jwtSecret=hun,canary.=1',
    'auth.jwtSecret=hun,x[canary]=1',
    'auth.jwtSecret[0]canary=1',
    'auth.jwtSecret:canary',
    'auth.jwtSecret={canary',
  ])('does not repeat what may be a secret in %s', expression => {
    const result = applySet({ auth: {} }, expression);
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain('canary');
  });

  it('changes a copy', () => {
    const before = { a: { list: [{ b: 1 }] } };
    expect(value(applySet(before, 'a.list[0].b=2'))).toEqual({
      a: { list: [{ b: 2 }] },
    });
    expect(before).toEqual({ a: { list: [{ b: 1 }] } });
  });
});
