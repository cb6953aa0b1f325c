/** @jest-environment node */
import { describeWithTools } from '@alexandriaproject/test-rig';
import { renderObjects } from '../objects';
import { resolveValues } from '../values/resolveValues';
import { Release, Values } from '../values/valuesSchema';
import { accepted, AcceptedCase } from './corpus/accepted';
import { ciCases } from './__testUtils__/ciCases';
import { alexandria, helmTemplate } from './__testUtils__/helmTemplate';
import {
  byIdentity,
  isHook,
  nothings,
  parseManifests,
} from './__testUtils__/manifests';

const cases: AcceptedCase[] = [...accepted, ...ciCases];

function resolved(values: unknown, release: Release): Values {
  const result = resolveValues([values], release);
  if (!result.ok) {
    throw new Error(`not accepted: ${JSON.stringify(result.issues)}`);
  }
  return result.value;
}

/** What the chart renders, with its schema in force. */
async function chartObjects(
  major: 3 | 4,
  values: unknown,
  release: Release,
  flags: string[] = [],
) {
  const { code, stdout, stderr } = await helmTemplate(
    major,
    values,
    release,
    flags,
  );
  if (code !== 0) {
    throw new Error(`Helm ${major} ended with ${code}: ${stderr}`);
  }
  return parseManifests(stdout);
}

describe('the corpus of accepted values', () => {
  it('has no name twice', () => {
    const names = cases.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });
});

describeWithTools('the chart', ['helm-3', 'helm-4'], () => {
  it.each(cases)(
    'is what the renderer gives: $name',
    async ({ values, release = alexandria }) => {
      const expected = renderObjects(resolved(values, release), release, {
        hooks: true,
        tests: true,
      });
      expect(nothings(expected)).toEqual([]);
      const [old, current] = await Promise.all(
        ([3, 4] as const).map(major => chartObjects(major, values, release)),
      );
      expect(byIdentity(old)).toEqual(byIdentity(expected));
      expect(byIdentity(current)).toEqual(byIdentity(expected));
    },
  );

  it.each(['the defaults', 'SAML from the job'])(
    'leaves hooks and tests out where the renderer does: %s',
    async wanted => {
      const { values } = cases.filter(({ name }) => name === wanted)[0];
      const expected = renderObjects(resolved(values, alexandria), alexandria);
      expect(expected.filter(isHook)).toEqual([]);
      const flags = ['--no-hooks', '--skip-tests'];
      for (const major of [3, 4] as const) {
        const objects = await chartObjects(major, values, alexandria, flags);
        expect(byIdentity(objects)).toEqual(byIdentity(expected));
      }
    },
  );
});
