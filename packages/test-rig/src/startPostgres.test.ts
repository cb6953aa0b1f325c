/** @jest-environment node */
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { describeWithTools } from './describeWithTools';
import { run } from './run';
import { startPostgres } from './startPostgres';
import { postgres } from './tools';

describeWithTools('startPostgres', ['postgres'], () => {
  it('answers who has its password, and is gone when it is stopped', async () => {
    const server = await startPostgres();
    const { host, port, user, password } = server.connection;
    const psql = join(dirname((await postgres()).path), 'psql');
    const ask = (PGPASSWORD: string) =>
      run(
        psql,
        [
          ...['--host', host, '--port', String(port), '--username', user],
          ...['--dbname=postgres', '--tuples-only', '--command=select 40 + 2'],
        ],
        { env: { PGPASSWORD } },
      );
    try {
      expect((await ask(password)).stdout.trim()).toBe('42');
      expect((await ask('another')).code).toBe(2);
    } finally {
      await server.stop();
    }
    const refused = await new Promise(resolve => {
      connect({ host, port })
        .once('error', () => resolve(true))
        .once('connect', () => resolve(false));
    });
    expect(refused).toBe(true);
  });
});
