/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  describeWithTools,
  helm,
  kubectl,
  run,
} from '@alexandriaproject/test-rig';
import fc from 'fast-check';
import { mergeLines } from '../plan/mergeLines';
import {
  applied,
  edited,
  planOf,
  repositoryOf,
} from '../plan/__testUtils__/repository';
import { complete } from '../repository/__testUtils__/instances';

const [dev, staging, prod] = complete.environments;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(files: ReadonlyMap<string, string>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

describeWithTools('a merged repository', ['helm-4', 'kubectl-newest'], () => {
  it('passes its own validation: chart and overlays agree on what people edited', async () => {
    const values = edited(
      edited(repositoryOf(complete), 'values-prod.yaml', text =>
        text.concat(
          '# Kim: it drains slowly.\nterminationGracePeriodSeconds: 45\npriorityClassName: high\n',
        ),
      ),
      'values-dev.yaml',
      text => text.concat('podAnnotations:\n  team: payments\n'),
    );
    const after = applied(
      values,
      planOf(values, {
        ...complete,
        environments: [
          { ...dev, size: 'large' },
          prod,
          { ...staging, name: 'qa', host: 'qa.acme.io' },
        ],
      }),
    );
    write(after);
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    symlinkSync((await helm(4)).path, join(bin, 'helm'));
    symlinkSync((await kubectl('newest')).path, join(bin, 'kubectl'));
    const { code, stdout } = await run(
      'bash',
      [join(folder, '.alexandria/validate.sh')],
      { env: { PATH: `${bin}:${process.env.PATH}` } },
    );
    expect({ code, failed: stdout.match(/^FAILED.*/gm) }).toEqual({
      code: 0,
      failed: null,
    });
    expect(stdout).toContain('qa: chart and overlay agree');
    expect(after.get('k8s/overlays/prod/deployment-patch.yaml')).toContain(
      'high',
    );
  }, 120_000);
});

describe('the merge of lines', () => {
  /** Lines that no text has twice: how lines that come again are matched is left to each tool. */
  const base = fc
    .integer({ min: 0, max: 12 })
    .map(length => Array.from({ length }, (_, index) => `line ${index}`));

  const change = (name: string) =>
    fc.array(
      fc.record({
        at: fc.nat({ max: 12 }),
        kind: fc.constantFrom('insert', 'change', 'remove'),
        text: fc.nat({ max: 1000 }).map(number => `${name} ${number}`),
      }),
      { maxLength: 4 },
    );

  type Changes = { at: number; kind: string; text: string }[];

  const changed = (lines: string[], changes: Changes) => {
    const after = [...lines];
    changes.forEach(({ at, kind, text }, index) => {
      const place = after.length === 0 ? 0 : at % after.length;
      const added = kind === 'remove' ? [] : [`${text} ${index}`];
      after.splice(place, kind === 'insert' ? 0 : 1, ...added);
    });
    return after;
  };

  const text = (lines: string[]) => lines.map(line => `${line}\n`).join('');

  it('gives what git merge-file gives, and has conflicts where that has', () => {
    fc.assert(
      fc.property(base, change('theirs'), change('ours'), (lines, t, o) => {
        const [was, theirs, ours] = [
          text(lines),
          text(changed(lines, t)),
          text(changed(lines, o)),
        ];
        let conflicts = 0;
        const merged = mergeLines(was, theirs, ours, () => {
          conflicts++;
          return 'theirs';
        });
        write(
          new Map([
            ['base', was],
            ['theirs', theirs],
            ['ours', ours],
          ]),
        );
        const git = (() => {
          try {
            return execFileSync(
              'git',
              ['merge-file', '--stdout', 'theirs', 'base', 'ours'],
              { cwd: folder, encoding: 'utf8', stdio: 'pipe' },
            );
          } catch {
            return undefined;
          }
        })();
        expect(git).toBe(conflicts === 0 ? merged : undefined);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
