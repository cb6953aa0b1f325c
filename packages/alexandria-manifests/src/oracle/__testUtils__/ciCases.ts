import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ValuesInput } from '../../values/valuesSchema';
import { readYaml } from '../../yaml';
import { AcceptedCase } from '../corpus/accepted';
import { CHART } from './helmTemplate';

const folder = join(CHART, 'ci');

/** The values files of the chart's own tests. */
export const ciFiles = readdirSync(folder)
  .sort()
  .map(name => join(folder, name));

/** Their values, as cases. */
export const ciCases: AcceptedCase[] = ciFiles.map(file => {
  const result = readYaml(readFileSync(file, 'utf8'));
  if (!result.ok) {
    throw new Error(`${file}: ${JSON.stringify(result.issues)}`);
  }
  return {
    name: file.slice(CHART.length + 1),
    values: result.value as ValuesInput,
  };
});
