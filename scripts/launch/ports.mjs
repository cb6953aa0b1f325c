import { readdir, readFile, readlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename } from 'node:path';
import process from 'node:process';

/** What listens on a port of its own, with the variable that moves it. */
export const portSettings = [
  {
    key: 'app',
    what: 'the portal',
    variable: 'ALEXANDRIA_APP_PORT',
    fallback: 3000,
  },
  {
    key: 'backend',
    what: 'its backend',
    variable: 'ALEXANDRIA_BACKEND_PORT',
    fallback: 7007,
  },
  {
    key: 'git',
    what: 'the sandbox git host',
    variable: 'ALEXANDRIA_GIT_PORT',
    fallback: 7008,
  },
  {
    key: 'clusters',
    what: 'the sample clusters',
    variable: 'ALEXANDRIA_CLUSTER_PORT',
    fallback: 7009,
  },
];

/**
 * Reads the ports from the environment.
 *
 * @returns the ports by key, and one line for everything that is wrong with them
 */
export function readPorts(env = process.env) {
  const ports = {};
  const problems = [];
  for (const { key, what, variable, fallback } of portSettings) {
    const text = env[variable] || String(fallback);
    const port = Number(text);
    if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
      problems.push(
        `${variable}=${text} is not a port; a whole number from 1 to 65535 will do.`,
      );
      continue;
    }
    const other = portSettings.find(setting => ports[setting.key] === port);
    if (other) {
      problems.push(
        `Port ${port} is asked for ${other.what} and for ${what}; set ${other.variable} or ${variable} to another one.`,
      );
    }
    ports[key] = port;
  }
  return { ports, problems };
}

/** Why nothing can listen on a port of a loopback address: an error code, or undefined when it can. */
function obstacle(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', ({ code }) => resolve(code));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(undefined)),
    );
  });
}

/** `node (process 123)` of whoever listens on a port, where the system says so in /proc; else undefined. */
export async function listenerOn(port) {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const sockets = new Set();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const text = await readFile(table, 'utf8').catch(() => '');
    for (const line of text.split('\n')) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      if (state === '0A' && local?.endsWith(`:${hex}`)) {
        sockets.add(`socket:[${inode}]`);
      }
    }
  }
  if (sockets.size === 0) {
    return undefined;
  }
  const processes = (await readdir('/proc')).filter(name => /^\d+$/.test(name));
  for (const pid of processes) {
    const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
    for (const descriptor of descriptors) {
      const target = await readlink(`/proc/${pid}/fd/${descriptor}`).catch(
        () => '',
      );
      if (sockets.has(target)) {
        const [program] = (
          await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
        ).split('\0');
        return `${basename(program) || 'a program'} (process ${pid})`;
      }
    }
  }
  return undefined;
}

/** One line for every one of these ports that cannot be listened on, saying who has it and which variable changes it. */
export async function portProblems(ports) {
  const wanted = portSettings.filter(({ key }) => key in ports);
  const problems = await Promise.all(
    wanted.map(async ({ key, what, variable }) => {
      const port = ports[key];
      const codes = [
        await obstacle(port, '127.0.0.1'),
        // A browser may take localhost for this address, and would then meet someone else.
        await obstacle(port, '::1'),
      ];
      if (codes.includes('EADDRINUSE')) {
        const holder = await listenerOn(port);
        return `Port ${port}, wanted for ${what}, is in use${
          holder ? ` by ${holder}` : ''
        }. Stop that program or choose another port: ${variable}=${
          port + 10
        } npm start`;
      }
      if (codes[0]) {
        return `Port ${port}, wanted for ${what}, cannot be used (${
          codes[0]
        }). Choose another one: ${variable}=${
          port + 10000 > 65535 ? 8080 : port + 10000
        } npm start`;
      }
      return undefined;
    }),
  );
  return problems.filter(Boolean);
}
