import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { portalEnvironment } from './start.mjs';

const ports = { app: 1, backend: 2, git: 3, clusters: 4 };

describe('portalEnvironment', () => {
  it('hands the ports on', () => {
    const env = portalEnvironment({}, ports);
    assert.equal(env.ALEXANDRIA_APP_PORT, '1');
    assert.equal(env.ALEXANDRIA_BACKEND_PORT, '2');
    assert.equal(env.ALEXANDRIA_GIT_PORT, '3');
    assert.equal(env.ALEXANDRIA_CLUSTER_PORT, '4');
  });

  it('has the backend serve the frontend where that has no port', () => {
    const { backend, git } = ports;
    const env = portalEnvironment({}, { backend, git });
    assert.equal(env.ALEXANDRIA_APP_PORT, undefined);
    assert.equal(env.APP_CONFIG_app_baseUrl, 'http://localhost:2');
  });

  for (const variable of [
    'ALEXANDRIA_GIT_PASSWORD',
    'ALEXANDRIA_CLUSTER_TOKEN',
  ]) {
    it(`makes ${variable} for each start`, () => {
      const one = portalEnvironment({}, ports)[variable];
      const other = portalEnvironment({}, ports)[variable];
      assert.match(one, /^[0-9a-f]{48}$/);
      assert.notEqual(one, other);
    });
  }

  it('keeps what the person has set', () => {
    const env = portalEnvironment(
      { LOG_LEVEL: 'debug', NODE_OPTIONS: '--trace-warnings' },
      ports,
    );
    assert.equal(env.LOG_LEVEL, 'debug');
    assert.equal(env.NODE_OPTIONS, '--trace-warnings --no-node-snapshot');
  });

  it('is never production', () =>
    assert.equal(
      portalEnvironment({ NODE_ENV: 'production' }, ports).NODE_ENV,
      'development',
    ));
});
