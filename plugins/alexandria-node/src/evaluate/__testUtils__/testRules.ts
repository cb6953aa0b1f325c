import type {
  Finding,
  Verdict,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { FindingCode } from '../../findings/catalogue';
import { evaluate } from '../evaluate';
import type { EvaluationInput } from '../EvaluationInput';
import type { Json } from '../objects/read';
import type { Rule } from '../Rule';
import { NOW } from './objects';

/** Objects, or a whole input where a case needs more than objects. */
export type Given = Json[] | Partial<EvaluationInput>;

/** What a finding has to say: parts of its texts. */
export interface Expected {
  health?: Verdict['health'];
  severity?: Finding['severity'];
  /** `Kind/name`. */
  object?: string;
  title?: string;
  cause?: string;
  remedy?: string;
}

/** The cases of one code: what makes it, and what nearly does. */
export interface RuleCases {
  fires: Record<string, [Given, Expected]>;
  nearMisses: Record<string, Given>;
}

export function verdictsOf(given: Given): Verdict[] {
  const input = Array.isArray(given) ? { objects: given } : given;
  return evaluate({ objects: [], now: NOW, ...input });
}

function check(verdict: Verdict, code: string, expected: Expected) {
  const { health, object, severity, ...texts } = expected;
  const finding = verdict.findings.find(
    each =>
      each.code === code &&
      (object === undefined ||
        object === `${each.object.kind}/${each.object.name}`),
  );
  expect({ code, found: verdict.findings.map(each => each.code) }).toEqual({
    code,
    found: expect.arrayContaining([code]),
  });
  expect(finding).toMatchObject({
    code,
    ...(severity === undefined ? {} : { severity }),
    ...Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [
        key,
        expect.stringContaining(text),
      ]),
    ),
  });
  if (health !== undefined) {
    expect(verdict.health).toBe(health);
  }
}

/** Holds rules to their cases; each rule needs at least one case that fires it and one near miss. */
export function testRules(
  rules: readonly Rule[],
  cases: { [code in FindingCode]?: RuleCases },
): void {
  it('has cases of every rule, and of no other', () => {
    expect(Object.keys(cases).sort()).toEqual(
      rules.map(({ finding }) => finding.code).sort(),
    );
  });

  for (const [code, { fires, nearMisses }] of Object.entries(cases)) {
    describe(code, () => {
      it('has a case that fires it and a near miss', () => {
        expect(Object.keys(fires).length).toBeGreaterThan(0);
        expect(Object.keys(nearMisses).length).toBeGreaterThan(0);
      });

      it.each(Object.entries(fires))('fires: %s', (_, [given, expected]) => {
        check(verdictsOf(given)[0], code, expected);
      });

      it.each(Object.entries(nearMisses))('does not fire: %s', (_, given) => {
        const [verdict] = verdictsOf(given);
        expect(verdict).toBeDefined();
        expect(verdict.findings.map(each => each.code)).not.toContain(code);
      });
    });
  }
}
