import { ValuesInput } from '../values/valuesSchema';
import { deployment } from './deployment';
import { contextOf } from './__testUtils__/contextOf';

interface PodSpec {
  securityContext: { sysctls?: object[] };
  initContainers: Record<string, unknown>[];
  containers: Record<string, unknown>[];
}

function specOf(values: ValuesInput) {
  return deployment(contextOf(values)).spec as {
    replicas?: number;
    strategy: object;
    template: { spec: PodSpec };
  };
}

const postgres = { database: { existingSecret: 'db' } };
const auth = { existingSecret: 'auth' };
const shared = { accessMode: 'ReadWriteMany' } as const;
const recreate = { type: 'Recreate' };
const rolling = {
  type: 'RollingUpdate',
  rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
};

describe('the strategy', () => {
  it.each<[string, ValuesInput, object]>([
    ['SQLite on ReadWriteOnce', {}, recreate],
    ['SQLite on ReadWriteMany', { persistence: shared }, recreate],
    ['Postgres on ReadWriteOnce', { config: postgres }, recreate],
    [
      'Postgres without persistence',
      { config: postgres, persistence: { ...shared, enabled: false }, auth },
      recreate,
    ],
    [
      'Postgres on ReadWriteMany',
      { config: postgres, persistence: shared },
      rolling,
    ],
  ])('with %s', (_, values, expected) => {
    expect(specOf(values).strategy).toEqual(expected);
  });
});

describe('the pod', () => {
  it('leaves the number of replicas to the autoscaler', () => {
    const scaled = { config: postgres, persistence: shared, auth };
    expect(specOf({ ...scaled, replicaCount: 2 }).replicas).toBe(2);
    expect(
      specOf({ ...scaled, autoscaling: { enabled: true } }),
    ).not.toHaveProperty('replicas');
  });

  it.each([
    [80, [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }]],
    [1023, [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }]],
    [1024, undefined],
  ])('with the dashboard on port %s has the sysctls %j', (port, sysctls) => {
    const { securityContext } = specOf({ dashboard: { port } }).template.spec;
    expect(securityContext.sysctls).toEqual(sysctls);
  });

  it('takes sysctls that are no list for none', () => {
    const { securityContext } = specOf({
      podSecurityContext: { sysctls: 'net.ipv4.tcp_syncookies=1' },
    }).template.spec;
    expect(securityContext.sysctls).toEqual([
      { name: 'net.ipv4.ip_unprivileged_port_start', value: '0' },
    ]);
  });

  it('runs init containers in the order of the backends, by arguments alone', () => {
    const { initContainers } = specOf({
      llmBackends: ['z', 'a'].map(name => ({
        name,
        url: 'http://a/;reboot',
        kind: 'a',
        model: 'b',
      })),
    }).template.spec;
    expect(initContainers.map(({ name, command }) => [name, command])).toEqual([
      [
        'config-init',
        ['cp', '/config/alexandria.conf', '/etc/alexandria/alexandria.conf'],
      ],
      ['llm-init-z', ['alexandria']],
      ['llm-init-a', ['alexandria']],
    ]);
    expect(initContainers[1].args).toContain('http://a/;reboot');
  });

  it('has the three containers, the API first', () => {
    const { containers } = specOf({}).template.spec;
    expect(containers.map(({ name }) => name)).toEqual([
      'api',
      'orchestrator',
      'dashboard',
    ]);
    expect(containers.map(({ env }) => env === undefined)).toEqual([
      false,
      true,
      true,
    ]);
  });
});
