import { Destination, destinations } from './destinations';

const anywhere = (port: number): Destination => ({
  kind: 'anywhere',
  where: '',
  port,
});
const own = (port: number): Destination => ({ kind: 'own', where: '', port });
const namespace = (where: string, port: number): Destination => ({
  kind: 'namespace',
  where,
  port,
});
const address = (where: string, port: number): Destination => ({
  kind: 'address',
  where,
  port,
});

const cases: [string, Destination[]][] = [
  ['http://ollama', [own(80)]],
  ['https://ollama', [own(443)]],
  ['https://OLLAMA:11434/v1', [own(11434)]],
  ['http://ollama.models.svc', [namespace('models', 80)]],
  ['http://a.b.svc.cluster.local:8080/x', [namespace('b', 8080)]],
  ['http://A.B.SVC.example.internal', [namespace('b', 80)]],
  ['http://pod-0.a.b.svc.cluster.local', [namespace('b', 80)]],
  ['http://a.svc.b.svc', [namespace('b', 80)]],
  ['http://a.svc', [anywhere(80)]],
  ['http://a.b', [anywhere(80)]],
  ['http://svc', [own(80)]],
  ['https://api.example.com/v1?a=b', [anywhere(443)]],
  ['http://192.0.2.7:8000', [address('192.0.2.7/32', 8000)]],
  ['http://256.0.0.1', [anywhere(80)]],
  ['http://[2001:db8::1]:8000', [anywhere(8000)]],
  ['http://[2001:db8::1]', [anywhere(80)]],
  ['http://a.b.svcs.test', [anywhere(80)]],
  ['http://a..b.c.svc', [anywhere(80)]],
  ['http://localhost:11434', []],
  ['http://localhost.test', [anywhere(80)]],
  ['http://notlocalhost', [own(80)]],
  ['http://127.9.9.9', []],
  ['http://[::1]:80', []],
  ['postgres://db/a', [own(5432)]],
  ['postgresql://u:p@db.data.svc:6432/a', [namespace('data', 6432)]],
  ['postgres://u:p@ss@db/a', [own(5432)]],
  ['postgres://u:5@a,b:6432/c', [own(5432), own(6432)]],
  [
    'postgres://u:p@a.data.svc,b.data.svc:6432,10.0.0.1/x?y=z',
    [
      namespace('data', 5432),
      namespace('data', 6432),
      address('10.0.0.1/32', 5432),
    ],
  ],
];

describe('destinations', () => {
  it.each(cases)('of %s', (url, expected) => {
    expect(destinations(url)).toEqual(expected);
  });
});
