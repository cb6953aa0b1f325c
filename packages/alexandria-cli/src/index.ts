/**
 * The command `alexandria`: renders and checks values, generates repositories, and diagnoses what runs.
 *
 * @packageDocumentation
 */
import { text } from 'node:stream/consumers';
import { runCli } from './runCli';

// Whoever reads may stop before the end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
  process.exit();
});

runCli(process.argv.slice(2), {
  stdin: () => text(process.stdin),
  stdout: part => process.stdout.write(part),
  stderr: part => process.stderr.write(part),
}).then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`alexandria: ${error}\n`);
    process.exitCode = 2;
  },
);
