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

/** The codes found of the only Deployment of a case. */
export function codesOf(given: Given): string[] {
  const [verdict, ...others] = verdictsOf(given);
  if (verdict === undefined || others.length > 0) {
    throw new Error('A case is about one Deployment');
  }
  return verdict.findings.map(({ code }) => code);
}

/** Matches a verdict with such a finding. */
export function finding(code: string, expected: Expected): unknown {
  const { health, object, severity, ...texts } = expected;
  const [kind, name] = object?.split('/') ?? [];
  return expect.objectContaining({
    ...(health === undefined ? {} : { health }),
    findings: expect.arrayContaining([
      expect.objectContaining({
        code,
        ...(severity === undefined ? {} : { severity }),
        ...(object === undefined
          ? {}
          : { object: expect.objectContaining({ kind, name }) }),
        ...Object.fromEntries(
          Object.entries(texts).map(([key, text]) => [
            key,
            expect.stringContaining(text),
          ]),
        ),
      }),
    ]),
  });
}

/** Cases of rules as tables, and the codes that have both a case that fires and a near miss. */
export function ruleTable(cases: { [code in FindingCode]?: RuleCases }) {
  const all = Object.entries(cases);
  return {
    codes: all
      .filter(
        ([, { fires, nearMisses }]) =>
          Object.keys(fires).length > 0 && Object.keys(nearMisses).length > 0,
      )
      .map(([code]) => code)
      .sort(),
    fires: all.flatMap(([code, { fires }]) =>
      Object.entries(fires).map(
        ([name, [given, expected]]) => [code, name, given, expected] as const,
      ),
    ),
    nearMisses: all.flatMap(([code, { nearMisses }]) =>
      Object.entries(nearMisses).map(
        ([name, given]) => [code, name, given] as const,
      ),
    ),
  };
}

/** The codes of rules, to hold against those that have cases. */
export const codesOfRules = (rules: readonly Rule[]) =>
  rules.map(rule => rule.finding.code).sort();
