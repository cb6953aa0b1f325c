import {
  exampleParameters,
  generateRepository,
  parseInstance,
  readYaml,
} from '@alexandriaproject/alexandria-manifests';
import { measure, Measured, ms } from './measure';
import { printTable } from './table';

const COUNTS = [1, 2, 5, 10, 20, 50];

function generate(answers: unknown) {
  const parsed = parseInstance(answers);
  if (!parsed.ok) {
    throw new Error(parsed.issues.map(({ path }) => path).join(', '));
  }
  return generateRepository(parsed.value);
}

/** The example with so many environments like its first. */
function withEnvironments(example: Record<string, unknown>, count: number) {
  return {
    ...example,
    environments: Array.from({ length: count }, (_, index) => ({
      name: `dev-${index}`,
      stage: 'development',
    })),
  };
}

async function main() {
  const read = readYaml(exampleParameters());
  const example = (read.ok ? read.value : {}) as Record<string, unknown>;
  const whole = await measure(() => generate(example), {
    runs: 200,
    warmUp: 50,
  });
  const byCount: [number, Measured][] = [];
  for (const count of COUNTS) {
    const answers = withEnvironments(example, count);
    byCount.push([
      count,
      await measure(() => generate(answers), { runs: 40, warmUp: 5 }),
    ]);
  }
  const [[, one]] = byCount;
  printTable('A whole repository, from answers to files', [
    {
      what: 'the example, warm in process',
      ours: ms(whole),
      peer: '-',
      ratio: '-',
      target: 'under 10 ms',
    },
    ...byCount.map(([count, measured]) => ({
      what: `${count} environment${count === 1 ? '' : 's'}`,
      ours: ms(measured),
      peer: `one environment: ${ms(one)}`,
      ratio: `${(measured.median / one.median).toFixed(1)}×`,
      target: `at most ${count}×`,
    })),
  ]);
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
