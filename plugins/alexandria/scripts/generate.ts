import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingPagesModule } from './findingPages';
import { templateYaml } from './template';

const files = {
  '../../../templates/new-alexandria-instance/template.yaml': templateYaml(),
  '../src/status/findings/pages.generated.ts': findingPagesModule(),
};

for (const [file, content] of Object.entries(files)) {
  writeFileSync(join(__dirname, file), content);
}
