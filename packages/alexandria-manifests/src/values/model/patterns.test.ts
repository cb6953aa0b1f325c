import * as patterns from './patterns';

/** What each pattern takes, and what only looks like it. */
const cases: [keyof typeof patterns, string[], string[]][] = [
  [
    'ipAddress',
    ['0.0.0.0', '::', '::1', '1::', 'fd00::1', '1:2:3:4:5:6:7:8', '1:2::7:8'],
    [':::', '1:2', '1::2::3', '1:2:3:4:5:6:7:8:9', '256.0.0.1', '12345::', ''],
  ],
  [
    'optionalCidr',
    ['', '10.0.0.0/8', '0.0.0.0/0', '2001:db8::/32', '::/0'],
    ['10.0.0.0', '10.0.0.0/33', '1:2/64', '::/129'],
  ],
  [
    'storageSize',
    ['10Gi', '1', '1.5Ti', '0.5Gi', '010M'],
    ['0', '0Gi', '0.0Gi', '1.5', '100m', '-1Gi', '1e3', ''],
  ],
  [
    'labelKey',
    ['team', 'example.com/team', 'A_b.c-d', 'a'.repeat(63)],
    ['a..b/c', '-a', '/a', 'a/', 'A.example.com/x', 'a/b/c', 'a'.repeat(64)],
  ],
  ['secretKey', ['.a', 'a..b', 'URL_1.a', '-'], ['.', '..', '..a', 'a/b', '']],
  [
    'resourceName',
    ['cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'nvidia.com/gpu'],
    ['memmory', 'gpu', 'cpus', 'hugepages-', 'nvidia.com/'],
  ],
  [
    'nginxSize',
    ['0', '1', '64m', '64M', '1k', '1g', '999999999G', '999999999999999'],
    ['', 'm', '1t', '-1', '1.5m', '1000000000g', '1000000000000000'],
  ],
  [
    'storeKey',
    ['', 'alexandria/jwt-secret', 'schlüssel'],
    ['a b', 'a\tb', 'a\vb', ' '],
  ],
  [
    'postgresUrl',
    [
      '',
      'postgres://db',
      'postgresql://u:p@ss:5@db:65535,[::1]:1,c/a:b?c=d',
      'postgres://u:p,a@db:5432',
    ],
    [
      'mysql://db',
      'postgres://',
      'postgres://u@',
      'postgres://db:0',
      'postgres://db:05432/a',
      'postgres://db:65536',
      'postgres://db,c:x/a',
      'postgres://db,/a',
      'postgres://db/a b',
    ],
  ],
  ['percentage', ['0%', '50%', '100%'], ['101%', '5', '05%', '1.5%']],
];

describe('patterns', () => {
  it.each(cases)('%s takes %j and not %j', (name, taken, refused) => {
    const pattern = new RegExp(patterns[name]);
    expect(taken.filter(text => !pattern.test(text))).toEqual([]);
    expect(refused.filter(text => pattern.test(text))).toEqual([]);
  });

  it.each(Object.entries(patterns))(
    '%s has no class that JavaScript and Go take differently',
    (_, pattern) => {
      expect(String(pattern)).not.toMatch(/\\[bBdDsSuwW]/);
    },
  );
});
