import { BrokenCase } from './BrokenCase';

export const brokenText: BrokenCase[] = [
  {
    id: 'text-unreadable',
    values: {
      podAnnotations: { 'a.b/c': 'a\u0085b', fine: 'a\\u2028b' },
      extraContainers: [
        {
          name: 'side',
          image: 'busybox',
          args: ['x', '\u2028'],
          'a\u2029b': 'x',
        },
      ],
    },
  },
  {
    id: 'key-merge',
    values: {
      global: { a: { '<<': { b: 1 } } },
      affinity: { '<<': 'x', list: [{ '<<': 1 }], text: '"<<": a', '<<<': 1 },
    },
  },
];
