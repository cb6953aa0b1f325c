import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { valuesJsonSchema } from '../src/values/valuesJsonSchema';
import { embedChart } from './embedChart';
import { withValuesTable } from './valuesTable';

const chart = join(__dirname, '../chart');
const text = (file: string) => readFileSync(join(chart, file), 'utf8');

/** What is made from something else. Each has a test that fails when it is stale; later ones may read earlier ones. */
const steps: { file: string; make(): string }[] = [
  {
    file: join(chart, 'values.schema.json'),
    make: () => `${JSON.stringify(valuesJsonSchema(), null, 2)}\n`,
  },
  {
    file: join(chart, 'README.md'),
    make: () => withValuesTable(text('README.md'), text('values.yaml')),
  },
  {
    file: join(__dirname, '../src/chart/files.generated.ts'),
    make: () => embedChart(chart),
  },
];

for (const { file, make } of steps) {
  writeFileSync(file, make());
}
