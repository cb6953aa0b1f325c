import { join } from 'node:path';
import { helm, run, RunResult } from '@alexandriaproject/test-rig';
import { Release } from '../../values/valuesSchema';

export const CHART = join(__dirname, '../../../chart');

export const alexandria: Release = {
  name: 'alexandria',
  namespace: 'alexandria',
};

/** JSON that YAML reads alike: raw line breaks of Unicode it would take for breaks, and a surrogate pair for an error. */
export function ascii(json: string): string {
  return json.replace(/[^ -~]/gu, character => {
    const hex = (character.codePointAt(0) ?? 0).toString(16);
    return hex.length > 4
      ? `\\U${hex.padStart(8, '0')}`
      : `\\u${hex.padStart(4, '0')}`;
  });
}

/** A values file that says what the tree says. */
export const valuesFile = (values: unknown): string =>
  ascii(JSON.stringify(values));

/** `helm template` of the chart with one values file. */
export async function helmTemplate(
  major: 3 | 4,
  values: unknown,
  release: Release,
  flags: string[] = [],
): Promise<RunResult> {
  return run(
    await helm(major),
    [
      ...['template', release.name, CHART, '--namespace', release.namespace],
      ...['--values', '-', ...flags],
    ],
    { input: valuesFile(values) },
  );
}
