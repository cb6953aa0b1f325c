import type { HelmServer, LineAnswer } from '@alexandriaproject/test-rig';
import type { ValuesCase } from './Corpus';

/** JSON that YAML reads alike: raw line breaks of Unicode it would take for breaks, and a surrogate pair for an error. */
export function ascii(json: string): string {
  return json.replace(/[^ -~]/gu, character => {
    const hex = (character.codePointAt(0) ?? 0).toString(16);
    return hex.length > 4
      ? `\\U${hex.padStart(8, '0')}`
      : `\\u${hex.padStart(4, '0')}`;
  });
}

/**
 * A chart with values, hooks and tests included, without the schema: it states a few of the rules too, and would end the
 * render before the templates are read.
 */
export function renderChart(
  helm: HelmServer,
  chart: string,
  { values, release }: ValuesCase,
): Promise<LineAnswer> {
  return helm.template({
    chart,
    release: release.name,
    namespace: release.namespace,
    values: [ascii(JSON.stringify(values))],
    noSchema: true,
  });
}

/** The lines of the chart's own report on values that it refuses, sorted; undefined when Helm failed otherwise. */
export function reportOf(error: string): string[] | undefined {
  const [, report] = error.split('these values cannot be deployed:\n');
  return report
    ?.split('\n')
    .filter(line => line.startsWith('- '))
    .map(line => line.slice(2))
    .sort();
}
