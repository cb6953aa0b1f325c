// API Extractor names a file of this machine in a warning of every report. It says nothing about the API, and would differ
// on every machine.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './launch/paths.mjs';

for (const group of ['packages', 'plugins']) {
  for (const name of readdirSync(join(root, group))) {
    const folder = join(root, group, name);
    for (const file of readdirSync(folder)) {
      if (/^report.*\.api\.md$/.test(file)) {
        const path = join(folder, file);
        const lines = readFileSync(path, 'utf8').split('\n');
        writeFileSync(
          path,
          lines
            .filter(line => !line.includes('(ae-wrong-input-file-type)'))
            .join('\n'),
        );
      }
    }
  }
}
