import { goModule, unavailableWithoutGo } from './goModule';

describe('goModule', () => {
  const module = goModule('crds');

  it('knows the version that go.mod requires', () => {
    expect(module.version('sigs.k8s.io/gateway-api')).toMatch(/^1\.\d+\.\d+$/);
    expect(() => module.version('sigs.k8s.io/gateway')).toThrow(
      'go.mod requires no version of sigs.k8s.io/gateway',
    );
  });

  it('has a hash of its own per recipe', () => {
    expect(module.hash('a')).toMatch(/^[0-9a-f]{12}$/);
    expect(module.hash('a')).toBe(goModule('crds').hash('a'));
    expect(module.hash('a')).not.toBe(module.hash('b'));
    expect(module.hash('a')).not.toBe(goModule('kubernetes').hash('a'));
  });

  it('says why go failed', async () => {
    await expect(module.go(['no-such-command'])).rejects.toThrow(
      /^go no-such-command ended with 2: go no-such-command: unknown command/,
    );
  });

  it('names a remedy', () => {
    expect(unavailableWithoutGo('etcd 3', new Error('no disk')).message).toBe(
      'etcd 3 is unavailable: no disk. ' +
        'Install Go 1.26 or newer, and check that it can fetch modules here',
    );
  });
});
