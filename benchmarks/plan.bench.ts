import {
  exampleParameters,
  generateRepository,
  parseInstance,
  planChange,
  readYaml,
} from '@alexandriaproject/alexandria-manifests';
import { helm, run } from '@alexandriaproject/test-rig';
import { execFile } from 'child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'fs/promises';
import os from 'os';
import path from 'path';
import { promisify } from 'util';
import { measure, ms, timesAsLong } from './measure';
import { printTable } from './table';

const CHART = path.join(__dirname, '../packages/alexandria-manifests/chart');
const VALUES = 'values-prod.yaml';
const TARGET = 'under 50 ms';

function filesOf(answers: unknown): Map<string, string> {
  const parsed = parseInstance(answers);
  if (!parsed.ok) {
    throw new Error('the example is not accepted');
  }
  return new Map(
    generateRepository(parsed.value).map(file => [file.path, file.content]),
  );
}

function read(text: string): unknown {
  const parsed = readYaml(text);
  return parsed.ok ? parsed.value : undefined;
}

/** What a person does to a repository: values with a comment, a line of the README, a document. */
function editedByHand(files: ReadonlyMap<string, string>) {
  const edits: Record<string, (text: string) => string> = {
    [VALUES]: text =>
      `${text}# Kim: the orchestrator needs longer.\nterminationGracePeriodSeconds: 45\n`,
    'README.md': text => `${text}\nAsk Kim.\n`,
    'docs/operations.md': text => text.replace('\n', '\n\nAsk Kim first.\n'),
  };
  return new Map(
    [...files].map(([file, text]) => [file, edits[file]?.(text) ?? text]),
  );
}

/** helm template of the values before and after, and git merge-file of what people edited, each a process. */
async function peerOf(
  folder: string,
  sides: Record<'base' | 'theirs' | 'ours', ReadonlyMap<string, string>>,
) {
  for (const [side, files] of Object.entries(sides)) {
    await mkdir(path.join(folder, side));
    await writeFile(path.join(folder, side, VALUES), files.get(VALUES) ?? '');
  }
  const at = (side: keyof typeof sides) => path.join(folder, side, VALUES);
  const tool = await helm(4);
  const template = (side: keyof typeof sides) =>
    run(tool, ['template', 'alexandria', CHART, '--values', at(side)]);
  const merge = promisify(execFile);
  return {
    name: `helm ${tool.version} template twice, git merge-file once`,
    measured: await measure(
      async () => {
        await template('theirs');
        await template('ours');
        await merge('git', [
          'merge-file',
          '--stdout',
          at('theirs'),
          at('base'),
          at('ours'),
        ]).catch(() => undefined);
      },
      { runs: 20, warmUp: 3 },
    ),
  };
}

async function main() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  try {
    const answers = read(exampleParameters());
    const next = read(
      exampleParameters()
        .replace('v1.0.0', 'v1.1.0')
        .replace('size: large', 'size: medium'),
    );
    const base = filesOf(answers);
    const theirs = editedByHand(base);
    const peer = await peerOf(folder, { base, theirs, ours: filesOf(next) });
    const rows = [];
    for (const [what, files] of [
      ['plan of a change, nothing edited', base],
      ['plan of a change, three files edited', theirs],
    ] as const) {
      const ours = await measure(() => planChange({ files, answers: next }), {
        runs: 100,
        warmUp: 20,
      });
      rows.push({
        what,
        ours: ms(ours),
        peer: `${peer.name}: ${ms(peer.measured)}`,
        ratio: timesAsLong(ours, peer.measured),
        target: TARGET,
      });
    }
    printTable('The plan of a change', rows);
  } finally {
    await rm(folder, { recursive: true });
  }
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
