/** @jest-environment node */
import { describeWithTools, helm, run } from '@alexandriaproject/test-rig';
import { ValuesInput } from '../values/valuesSchema';
import { notesCases } from './__testUtils__/notesCases';
import { CHART } from './__testUtils__/helmTemplate';

/** What Helm prints after an installation. Helm 3, which does so with a cluster only, renders them in every other test. */
async function notes(values: ValuesInput): Promise<string> {
  const { code, stdout, stderr } = await run(
    await helm(4),
    [
      ...['install', 'alexandria', CHART, '--namespace', 'library'],
      ...['--dry-run=client', '--values', '-'],
    ],
    { input: JSON.stringify(values) },
  );
  if (code !== 0) {
    throw new Error(stderr);
  }
  return stdout.split('\nNOTES:\n')[1].trim();
}

describeWithTools('the notes of the chart', ['helm-4'], () => {
  it.each(notesCases)('of $name', async ({ values, said, unsaid }) => {
    const text = await notes(values);
    expect(said.filter(part => !text.includes(part))).toEqual([]);
    expect(unsaid.filter(part => text.includes(part))).toEqual([]);
    expect(text).not.toMatch(/\n\n\n|[ \t]\n|<no value>/);
  });
});
