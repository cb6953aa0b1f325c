import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateYaml } from './template';

const file = join(
  __dirname,
  '../../../templates/new-alexandria-instance/template.yaml',
);
writeFileSync(file, templateYaml());
