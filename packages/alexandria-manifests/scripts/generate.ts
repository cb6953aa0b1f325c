import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { valuesJsonSchema } from '../src/values/valuesJsonSchema';
import { embedChart } from './embedChart';

const chart = join(__dirname, '../chart');

/** What is made from something else. Each has a test that fails when it is stale; later ones may read earlier ones. */
const steps: { file: string; make(): string }[] = [
  {
    file: join(chart, 'values.schema.json'),
    make: () => `${JSON.stringify(valuesJsonSchema(), null, 2)}\n`,
  },
  {
    file: join(__dirname, '../src/chart/files.generated.ts'),
    make: () => embedChart(chart),
  },
];

for (const { file, make } of steps) {
  writeFileSync(file, make());
}
