import {
  exampleParameters,
  generateRepository,
  parseInstance,
  readYaml,
  releaseForEnvironment,
  renderObjects,
  resolveValues,
  valuesForEnvironment,
  writeYaml,
  writeYamlDocuments,
  type KubernetesObject,
} from '@alexandriaproject/alexandria-manifests';
import { helm, kubectl, run } from '@alexandriaproject/test-rig';
import { ApiObject, Chart, JsonPatch, Testing, Yaml } from 'cdk8s';
import { mkdir, mkdtemp, rm, writeFile } from 'fs/promises';
import os from 'os';
import path from 'path';
import { measure, Measured, ms, timesAsLong } from './measure';
import { printTable, Row } from './table';

const CHART = path.join(__dirname, '../packages/alexandria-manifests/chart');

/** The example with so many environments like its first. */
function instanceOf(count: number) {
  const read = readYaml(exampleParameters());
  const parsed = parseInstance({
    ...((read.ok ? read.value : {}) as object),
    environments: Array.from({ length: count }, (_, index) => ({
      name: `dev-${index}`,
      stage: 'development',
    })),
  });
  if (!parsed.ok) {
    throw new Error(parsed.issues.map(({ path: at }) => at).join(', '));
  }
  return parsed.value;
}

type Instance = ReturnType<typeof instanceOf>;

const environmentsOf = (instance: Instance) =>
  instance.environments.map(({ name }) => ({
    name,
    values: valuesForEnvironment(instance, name),
    release: releaseForEnvironment(instance, name),
  }));

type Given = ReturnType<typeof environmentsOf>[number];

function objectsOf({ values, release }: Given): KubernetesObject[] {
  const resolved = resolveValues([values], release);
  if (!resolved.ok) {
    throw new Error('the values are not accepted');
  }
  return renderObjects(resolved.value, release);
}

/**
 * The objects as constructs of cdk8s, one ApiObject each, and as its YAML. Values are checked and objects computed by the
 * same code as ours, since cdk8s has neither values nor guards: what is compared is the way from specs to YAML.
 */
function synthesize(each: Given): string {
  const chart = new Chart(Testing.app(), each.name);
  objectsOf(each).forEach((object, index) => {
    const { apiVersion, kind, metadata, ...rest } = object;
    const added = new ApiObject(chart, `object-${index}`, {
      apiVersion,
      kind,
      metadata: { ...metadata },
    });
    Object.entries(rest).forEach(([key, value]) =>
      added.addJsonPatch(JsonPatch.add(`/${key}`, value)),
    );
  });
  // cdk8s' own writer, of which `app.synth` is a wrapper that writes files.
  return Yaml.stringify(...Testing.synth(chart));
}

async function peers(instance: Instance, folder: string) {
  const given = environmentsOf(instance);
  for (const { path: file, content } of generateRepository(instance)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  for (const { name, values } of given) {
    await writeFile(path.join(folder, `${name}.yaml`), writeYaml(values));
  }
  const tool = await kubectl();
  const all: [string, () => unknown][] = [];
  for (const major of [3, 4] as const) {
    const program = await helm(major);
    all.push([
      `helm ${program.version} template`,
      async () => {
        for (const { name, release } of given) {
          const { code, stderr } = await run(program, [
            ...['template', release.name, CHART],
            ...['--namespace', release.namespace],
            ...['--values', path.join(folder, `${name}.yaml`)],
          ]);
          if (code !== 0) {
            throw new Error(stderr);
          }
        }
      },
    ]);
  }
  all.push([
    `kubectl ${tool.version} kustomize`,
    async () => {
      for (const { name } of given) {
        const overlay = path.join(folder, 'k8s/overlays', name);
        const { code, stderr } = await run(tool, ['kustomize', overlay]);
        if (code !== 0) {
          throw new Error(stderr);
        }
      }
    },
  ]);
  all.push(['cdk8s in process', () => given.map(synthesize)]);
  return all;
}

async function compare(count: number): Promise<Row[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  try {
    const instance = instanceOf(count);
    const given = environmentsOf(instance);
    const ours = await measure(
      () => given.map(each => writeYamlDocuments(objectsOf(each))),
      { runs: count === 1 ? 200 : 20, warmUp: count === 1 ? 50 : 3 },
    );
    const rows: Row[] = [];
    for (const [name, work] of await peers(instance, folder)) {
      const peer: Measured = await measure(work, {
        runs: count === 1 ? 20 : 5,
        warmUp: 1,
      });
      rows.push({
        what: `${count} environment${count === 1 ? '' : 's'}, values to YAML`,
        ours: ms(ours),
        peer: `${name}: ${ms(peer)}`,
        ratio: timesAsLong(ours, peer),
        target: name.startsWith('cdk8s') ? '-' : 'at least 20×',
      });
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function main() {
  printTable('Environments, beside other ways to the same objects', [
    ...(await compare(1)),
    ...(await compare(50)),
  ]);
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
