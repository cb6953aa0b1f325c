/** @jest-environment node */
import { describeWithTools } from '@alexandriaproject/test-rig';
import { checklistRules } from '../checklist/checklistRules';
import { guards } from '../values/guards';
import { resolveValues } from '../values/resolveValues';
import { Release } from '../values/valuesSchema';
import { alexandria, helmTemplate } from './__testUtils__/helmTemplate';
import {
  brokenByChecklist,
  brokenByGuard,
  meetsChecklist,
} from './corpus/broken';

const brokenCases = [...brokenByGuard, ...brokenByChecklist];

/**
 * The lines of the chart's report, sorted; empty when it renders. Without the schema, which states a few of the rules too
 * and would end the render before the templates are read.
 */
async function chartReport(
  major: 3 | 4,
  values: unknown,
  release: Release,
): Promise<string[]> {
  const { code, stderr } = await helmTemplate(major, values, release, [
    '--skip-schema-validation',
  ]);
  const [, report] = stderr.split('these values cannot be deployed:\n');
  if (code !== 0 && report === undefined) {
    throw new Error(`helm failed otherwise: ${stderr}`);
  }
  return (report ?? '')
    .split('\n')
    .filter(line => line.startsWith('- '))
    .map(line => line.slice(2))
    .sort();
}

function modelReport(values: unknown, release: Release): string[] {
  const result = resolveValues([values], release);
  return result.ok
    ? []
    : result.issues
        .map(({ path, message, remedy }) => `${path}: ${message}. ${remedy}`)
        .sort();
}

describe('the corpus of broken values', () => {
  it('has a case of every guard', () => {
    const covered = brokenByGuard.map(({ id }) => id);
    expect(
      guards.map(({ id }) => id).filter(id => !covered.includes(id)),
    ).toEqual([]);
  });

  it('has a case of every must of the checklist', () => {
    const covered = brokenByChecklist.map(({ id }) => id);
    const musts = checklistRules
      .filter(({ severity }) => severity === 'must')
      .map(({ id }) => `checklist/${id}`);
    expect(musts.filter(id => !covered.includes(id))).toEqual([]);
  });

  it.each(brokenByGuard)('breaks $id', ({ id, values, release }) => {
    const message =
      guards.find(guard => guard.id === id)?.message ?? 'no guard';
    expect(modelReport(values, release ?? alexandria).join('\n')).toContain(
      message,
    );
  });
});

describeWithTools('the guards of the chart', ['helm-3', 'helm-4'], () => {
  describe.each([3, 4] as const)('in Helm %s', major => {
    it.each(brokenCases)(
      'say of $id what the values model says',
      async ({ values, release = alexandria }) => {
        const expected = modelReport(values, release);
        expect(expected).not.toEqual([]);
        expect(await chartReport(major, values, release)).toEqual(expected);
      },
    );

    it('say nothing of values that meet the checklist', async () => {
      expect(modelReport(meetsChecklist, alexandria)).toEqual([]);
      expect(await chartReport(major, meetsChecklist, alexandria)).toEqual([]);
    });
  });
});
