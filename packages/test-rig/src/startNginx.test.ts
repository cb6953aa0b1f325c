/** @jest-environment node */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithTools } from './describeWithTools';
import { freePorts } from './freePorts';
import { startNginx } from './startNginx';

const configuration = (folder: string, server: string) => `
pid ${folder}/tmp/nginx.pid;
events {}
http {
  access_log /dev/stdout;
  client_body_temp_path ${folder}/tmp/body;
  proxy_temp_path ${folder}/tmp/proxy;
  fastcgi_temp_path ${folder}/tmp/fastcgi;
  uwsgi_temp_path ${folder}/tmp/uwsgi;
  scgi_temp_path ${folder}/tmp/scgi;
  server { ${server} }
}
`;

describeWithTools('startNginx', ['nginx'], () => {
  it('serves files without privileges, and leaves nothing behind', async () => {
    const [port] = await freePorts(1);
    const server = await startNginx({
      port,
      async prepare(folder) {
        writeFileSync(join(folder, 'hello'), 'hello');
        return configuration(
          folder,
          `listen 127.0.0.1:${port}; root ${folder};`,
        );
      },
    });
    try {
      expect(server.verdict).toContain('test is successful');
      const answer = await fetch(`http://127.0.0.1:${port}/hello`);
      expect(await answer.text()).toBe('hello');
      expect(await server.log()).toContain('GET /hello');
    } finally {
      await server.stop();
    }
    expect(existsSync(server.folder)).toBe(false);
    await expect(fetch(`http://127.0.0.1:${port}/hello`)).rejects.toThrow();
  });

  it.each([
    [
      'a configuration that it refuses',
      'listn 80;',
      'unknown directive "listn"',
    ],
    [
      'a port that another has',
      'listen 127.0.0.1:PORT;',
      'Address already in use',
    ],
  ])('says what nginx says of %s', async (_, server, message) => {
    const [port, other] = await freePorts(2);
    const holder = await startNginx({
      port,
      prepare: async folder =>
        configuration(folder, `listen 127.0.0.1:${port};`),
    });
    try {
      await expect(
        startNginx({
          port: other,
          prepare: async folder =>
            configuration(folder, server.replace('PORT', String(port))),
        }),
      ).rejects.toThrow(message);
    } finally {
      await holder.stop();
    }
  });
});
