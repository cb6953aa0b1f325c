import { cpus } from 'os';

/** One measure: ours beside a peer's of the same run. */
export interface Row {
  what: string;
  ours: string;
  peer: string;
  ratio: string;
  target: string;
}

const columns = ['what', 'ours', 'peer', 'ratio', 'target'] as const;

/** Prints measures below a title that says what they were taken on. */
export function printTable(title: string, rows: Row[]): void {
  const head: Row = {
    what: 'what',
    ours: 'ours',
    peer: 'peer',
    ratio: 'ratio',
    target: 'target',
  };
  const widths = columns.map(column =>
    Math.max(...[head, ...rows].map(row => row[column].length)),
  );
  const line = (row: Row) =>
    columns.map((column, i) => row[column].padEnd(widths[i])).join('  ');
  process.stdout.write(
    [
      `\n${title} (Node ${process.versions.node}, ${cpus().length} × ${
        cpus()[0].model
      })`,
      line(head),
      ...rows.map(line),
      '',
    ].join('\n'),
  );
}
