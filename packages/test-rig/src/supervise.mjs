/**
 * Runs processes for a parent and outlives it just long enough to end them.
 *
 * usage: node supervise.mjs FOLDER
 *
 * Each line of standard input starts a process: {"name", "command", "args", "log"}, or sends one a signal: {"name",
 * "signal"}. Each line of standard output says that one ended: {"name", "reason"}. When standard input closes, which it
 * also does when the parent dies in any way, the processes are ended, last started first, and FOLDER is removed.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** How long a process may take to end by itself, in milliseconds; nothing that it could still save is kept. */
const grace = 2000;

const folder = process.argv[2];
const running = [];

function start({ name, command, args, log }) {
  const output = openSync(log, 'a', 0o600);
  const child = spawn(command, args, { stdio: ['ignore', output, output] });
  closeSync(output);
  const ended = new Promise(resolve => {
    const end = reason => {
      process.stdout.write(`${JSON.stringify({ name, reason })}\n`);
      resolve();
    };
    child.on('error', error => end(error.message));
    child.on('exit', (code, signal) => end(signal ?? `exit code ${code}`));
  });
  running.push({ name, child, ended });
}

function send({ name, signal }) {
  // One that was started anew under its name is the last.
  running.findLast(each => each.name === name)?.child.kill(signal);
}

async function stop() {
  for (const { child, ended } of running.reverse()) {
    child.kill('SIGTERM');
    // One that is stopped would not hear it.
    child.kill('SIGCONT');
    const timer = setTimeout(() => child.kill('SIGKILL'), grace);
    await ended;
    clearTimeout(timer);
  }
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

// A terminal's Ctrl-C is for the parent; it closes our input. The parent may be gone when the last words are said.
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});
process.stdout.on('error', () => {});

const lines = createInterface({ input: process.stdin });
let stopping;
const stopOnce = () => {
  stopping ??= stop();
};
lines.on('line', line => {
  const order = JSON.parse(line);
  if (order.signal) {
    send(order);
  } else {
    start(order);
  }
});
lines.on('close', stopOnce);
process.on('SIGTERM', stopOnce);
