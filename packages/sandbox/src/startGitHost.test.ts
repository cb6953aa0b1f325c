import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { startGitHost } from './startGitHost';
import {
  createTestRepository,
  CREDENTIALS,
  startTestGitHost,
  temporaryFolder,
} from './__testUtils__/gitHost';

const logger = mockServices.logger.mock();

describe('startGitHost', () => {
  it('refuses to start when NODE_ENV is production', async () => {
    const before = process.env.NODE_ENV;
    Object.assign(process.env, { NODE_ENV: 'production' });
    try {
      await expect(startTestGitHost()).rejects.toThrow(
        'does not start when NODE_ENV is production',
      );
    } finally {
      Object.assign(process.env, { NODE_ENV: before });
    }
  });

  it('names the variable when the port is in use', async () => {
    const other = createServer();
    await new Promise<void>(done => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    try {
      await expect(
        startGitHost({ ...CREDENTIALS, port, logger }),
      ).rejects.toThrow(
        new RegExp(`^Port ${port} on 127.0.0.1.*set ALEXANDRIA_GIT_PORT`),
      );
    } finally {
      other.close();
    }
  });

  it('says so when there is no git', async () => {
    const { PATH } = process.env;
    Object.assign(process.env, { PATH: '/nonexistent' });
    try {
      await expect(startTestGitHost()).rejects.toThrow('needs git');
    } finally {
      Object.assign(process.env, { PATH });
    }
  });

  it('removes its temporary folder and frees its port on close', async () => {
    const host = await startTestGitHost();
    await createTestRepository(host, 'platform', 'x');
    expect(existsSync(join(host.directory, 'platform', 'x.git', 'HEAD'))).toBe(
      true,
    );
    await host.close();
    expect(existsSync(host.directory)).toBe(false);
    await expect(fetch(host.baseUrl)).rejects.toThrow();
  });

  it('keeps a folder that it is given', async () => {
    const folder = await temporaryFolder();
    try {
      const options = {
        ...CREDENTIALS,
        port: 0,
        logger,
        directory: folder.path,
      };
      const first = await startGitHost(options);
      await createTestRepository(first, 'platform', 'kept');
      await first.close();

      const second = await startGitHost(options);
      const response = await fetch(
        `${second.baseUrl}/api/v1/repos/platform/kept`,
      );
      expect(response.status).toBe(200);
      await second.close();
    } finally {
      await folder.remove();
    }
  });

  it('listens on 127.0.0.1 only', async () => {
    const host = await startTestGitHost();
    try {
      // Every address of 127.0.0.0/8 is loopback here; a host bound to all
      // addresses would answer on this one too.
      await expect(fetch(`http://127.0.0.2:${host.port}/`)).rejects.toThrow();
      expect((await fetch(`http://127.0.0.1:${host.port}/`)).status).toBe(200);
    } finally {
      await host.close();
    }
  });
});
