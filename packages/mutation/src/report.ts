import { Explanation, reasonFor } from './explanations';
import type { Verdict } from './Mutant';

/** How many mutants of a file there were, and how many were noticed. */
export interface Score {
  file: string;
  mutants: number;
  killed: number;
}

/** The score of each file, in the order of the verdicts. */
export function scores(verdicts: readonly Verdict[]): Score[] {
  const byFile = new Map<string, Score>();
  for (const { mutant, killedBy } of verdicts) {
    const score = byFile.get(mutant.file) ?? {
      file: mutant.file,
      mutants: 0,
      killed: 0,
    };
    score.mutants += 1;
    score.killed += killedBy === undefined ? 0 : 1;
    byFile.set(mutant.file, score);
  }
  return [...byFile.values()];
}

function total(each: readonly Score[]): Score {
  const sum = (key: 'mutants' | 'killed') =>
    each.reduce((all, score) => all + score[key], 0);
  return { file: '', mutants: sum('mutants'), killed: sum('killed') };
}

/** Rounded down: only what is whole is 100 %. */
export function rate({ mutants, killed }: Score): string {
  const tenths = Math.floor((killed / mutants) * 1000);
  return tenths === 1000 ? '100 %' : `${(tenths / 10).toFixed(1)} %`;
}

/** Code in a cell of a table. */
function code(text: string): string {
  const cut = text.length > 120 ? `${text.slice(0, 119)}…` : text;
  const ticks = cut.includes('`') ? '``' : '`';
  const pad = ticks.length > 1 || cut === '' ? ' ' : '';
  return `${ticks}${pad}${cut.replace(/\|/g, '\\|')}${pad}${ticks}`;
}

function scoreTable(each: readonly Score[]): string[] {
  const row = ({ file, mutants, killed }: Score, name: string) =>
    `| ${name} | ${mutants} | ${killed} | ${mutants - killed} | ${rate({
      file,
      mutants,
      killed,
    })} |`;
  return [
    '| file | mutants | killed | survived | rate |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...each.map(score => row(score, code(score.file))),
    row(total(each), '**together**'),
  ];
}

function survivorTable(
  verdicts: readonly Verdict[],
  explanations: readonly Explanation[],
): string[] {
  const survivors = verdicts.filter(({ killedBy }) => killedBy === undefined);
  return survivors.length === 0
    ? ['None.']
    : [
        '| where | what stands there | what would stand there instead | why nothing notices |',
        '| --- | --- | --- | --- |',
        ...survivors.map(({ mutant }) => {
          const { file, line, original, replacement } = mutant;
          const reason = reasonFor(explanations, mutant) ?? 'not explained yet';
          const instead = replacement === '' ? 'nothing' : code(replacement);
          return `| ${code(`${file}:${line}`)} | ${code(
            original,
          )} | ${instead} | ${reason} |`;
        }),
      ];
}

const parts: [title: string, start: string][] = [
  ['Templates of the chart', 'chart/'],
  ['Renderer, Kustomize and rules', 'src/'],
];

/**
 * The page `docs/mutation.md`.
 *
 * @param every - of each file the first change was judged, and every so-many-th after it
 */
export function reportPage(
  verdicts: readonly Verdict[],
  explanations: readonly Explanation[],
  every = 1,
): string {
  const all = total(scores(verdicts));
  return `${[
    '# Mutation check',
    '',
    '`npm run test:mutation` wrote this page. It changes the chart, the renderer and the rules one place at a time and looks whether the',
    'suites would notice: a change that they notice is killed, one that they do not survives. See',
    '[Mutation](correctness.md#mutation) for how, and for what counts as noticing.',
    '',
    ...(every === 1
      ? []
      : [
          `This is a sample: of each file the first change was judged, and each ${every}th after it (\`--every=${every}\`).`,
          '',
        ]),
    `Of ${all.mutants} changes ${all.killed} were killed (${rate(all)}).`,
    ...parts.flatMap(([title, start]) => {
      const mine = verdicts.filter(({ mutant }) =>
        mutant.file.startsWith(start),
      );
      return mine.length === 0
        ? []
        : ['', `## ${title}`, '', ...scoreTable(scores(mine))];
    }),
    '',
    '## Survivors',
    '',
    ...survivorTable(verdicts, explanations),
  ].join('\n')}\n`;
}
