import {
  exampleParameters,
  parseInstance,
  readYaml,
  releaseForEnvironment,
  renderObjects,
  resolveValues,
  valuesForEnvironment,
  writeYaml,
  writeYamlDocuments,
} from '@alexandriaproject/alexandria-manifests';
import { helm, run } from '@alexandriaproject/test-rig';
import { mkdtemp, rm, writeFile } from 'fs/promises';
import os from 'os';
import path from 'path';
import { measure, ms, timesAsLong } from './measure';
import { printTable } from './table';

const CHART = path.join(__dirname, '../packages/alexandria-manifests/chart');

/** The production environment of the example, as its values file. */
function exampleValues() {
  const read = readYaml(exampleParameters());
  const parsed = parseInstance(read.ok ? read.value : undefined);
  if (!parsed.ok) {
    throw new Error('the example is not accepted');
  }
  return {
    values: valuesForEnvironment(parsed.value, 'prod'),
    release: releaseForEnvironment(parsed.value, 'prod'),
  };
}

async function main() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  try {
    const { values, release } = exampleValues();
    const file = path.join(folder, 'values.yaml');
    await writeFile(file, writeYaml(values));
    const ours = await measure(
      () => {
        const resolved = resolveValues([values], release);
        return (
          resolved.ok &&
          writeYamlDocuments(renderObjects(resolved.value, release))
        );
      },
      { runs: 200, warmUp: 50 },
    );
    const rows = [];
    for (const major of [3, 4] as const) {
      const tool = await helm(major);
      const peer = await measure(
        () =>
          run(tool, [
            'template',
            release.name,
            CHART,
            '--namespace',
            release.namespace,
            '--values',
            file,
          ]),
        { runs: 20, warmUp: 3 },
      );
      rows.push({
        what: 'one render, values to YAML',
        ours: ms(ours),
        peer: `helm ${tool.version} template: ${ms(peer)}`,
        ratio: timesAsLong(ours, peer),
        target: 'at least 20×',
      });
    }
    printTable('Rendering', rows);
  } finally {
    await rm(folder, { recursive: true });
  }
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
