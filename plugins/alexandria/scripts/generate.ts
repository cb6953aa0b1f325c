import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findingPagesModule } from './findingPages';
import { templates } from './templates';

const files = {
  ...Object.fromEntries(
    Object.entries(templates).map(([name, template]) => [
      `../../../templates/${name}/template.yaml`,
      template(),
    ]),
  ),
  '../src/status/findings/pages.generated.ts': findingPagesModule(),
};

for (const [file, content] of Object.entries(files)) {
  const target = join(__dirname, file);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}
