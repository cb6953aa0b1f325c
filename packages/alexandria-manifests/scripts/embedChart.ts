import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Values files for the chart's own tests, which no instance needs. */
const LEFT_OUT = ['ci'];

function files(directory: string, prefix = ''): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter(entry => !LEFT_OUT.includes(`${prefix}${entry.name}`))
    .flatMap(entry =>
      entry.isDirectory()
        ? files(join(directory, entry.name), `${prefix}${entry.name}/`)
        : [`${prefix}${entry.name}`],
    )
    .sort();
}

/** A TypeScript module that holds the files of the chart as text, for the generator, which reads no files. */
export function embedChart(directory: string): string {
  const entries = files(directory).map(path => {
    const text = readFileSync(join(directory, path), 'utf8');
    return `  ${JSON.stringify(path)}: ${JSON.stringify(text)},\n`;
  });
  return [
    '/** The files of the chart by their path in it. Written by the script "generate"; do not edit. */\n',
    'export const chartFiles: Readonly<Record<string, string>> = {\n',
    ...entries,
    '};\n',
  ].join('');
}
