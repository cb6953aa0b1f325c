import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const PROGRAM = join(__dirname, '../bin/alexandria');

describe('alexandria', () => {
  it('ends in silence when whoever reads stops before the end', async () => {
    const child = spawn(
      process.execPath,
      [PROGRAM, 'generate', '--print-example'],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    child.stdout.destroy();
    const [stderr, [code]] = await Promise.all([
      text(child.stderr),
      once(child, 'exit'),
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  }, 30_000);
});
