import { ValuesInput } from '../../values/valuesSchema';
import { contextOf } from '../__testUtils__/contextOf';
import { egress } from './egress';

const rules = (values: ValuesInput) =>
  egress(contextOf({ networkPolicy: { enabled: true }, ...values }));

const backend = (name: string, url: string) => ({
  name,
  url,
  kind: 'ollama',
  model: 'llama3.1:8b',
});

const dns = {
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
};

describe('egress', () => {
  it('is DNS alone where the values name nothing', () => {
    expect(rules({})).toEqual([dns]);
  });

  it('leaves the addresses out where clouds serve credentials', () => {
    const [, { to, ports }] = rules({
      llmBackends: [backend('a', 'https://api.example.com')],
    }) as { to: object[]; ports: object[] }[];
    expect(to).toEqual([
      { ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.0.0/16'] } },
      { ipBlock: { cidr: '::/0', except: ['fe80::/10'] } },
    ]);
    expect(ports).toEqual([{ protocol: 'TCP', port: 443 }]);
  });

  it('names each destination once', () => {
    expect(
      rules({
        llmBackends: [
          backend('a', 'http://ollama:8000/a'),
          backend('b', 'http://vllm:8000/b'),
          backend('c', 'http://vllm:8001'),
        ],
      }),
    ).toEqual([
      dns,
      { to: [{ podSelector: {} }], ports: [{ protocol: 'TCP', port: 8000 }] },
      { to: [{ podSelector: {} }], ports: [{ protocol: 'TCP', port: 8001 }] },
    ]);
  });

  it('takes the range of Postgres before its URL, and none for SQLite', () => {
    const networkPolicy = {
      enabled: true,
      postgres: { cidr: '10.0.0.0/16', port: 6432 },
    };
    expect(rules({ networkPolicy })).toEqual([dns]);
    expect(
      rules({
        networkPolicy,
        config: { database: { url: 'postgres://db.example.com/a' } },
      }),
    ).toEqual([
      dns,
      {
        to: [{ ipBlock: { cidr: '10.0.0.0/16' } }],
        ports: [{ protocol: 'TCP', port: 6432 }],
      },
    ]);
  });

  it('ends with the rules of the values, and is never open', () => {
    const rule = { to: [{ ipBlock: { cidr: '192.0.2.0/24' } }] };
    const all = rules({
      networkPolicy: { enabled: true, additionalEgress: [rule] },
    });
    expect(all.at(-1)).toEqual(rule);
    expect(all).not.toContainEqual({});
  });
});
