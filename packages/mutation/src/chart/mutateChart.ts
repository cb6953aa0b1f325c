import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { contextAt, Mutant, oneLine } from '../Mutant';
import { applied } from './Edit';
import { mutateTemplate } from './mutateTemplate';

/** A mutant of a template, with what the whole template is before and after. */
export interface TemplateMutant extends Mutant {
  /** Path within the chart. */
  template: string;
  source: string;
  content: string;
}

/** The templates of a chart, by path within it, sorted. */
export function templatesOf(chart: string): string[] {
  return readdirSync(join(chart, 'templates'), { recursive: true })
    .map(path => `templates/${String(path).split(sep).join('/')}`)
    .filter(path => /\.(yaml|tpl|txt)$/.test(path))
    .sort();
}

/** Every mutant of the templates of a chart. */
export function mutateChart(chart: string): TemplateMutant[] {
  return templatesOf(chart).flatMap(template => {
    const source = readFileSync(join(chart, template), 'utf8');
    return mutateTemplate(source).map(edit => {
      const line = source.slice(0, edit.start).split('\n').length;
      return {
        file: `chart/${template}`,
        template,
        line,
        mutator: edit.mutator,
        original: oneLine(source.slice(edit.start, edit.end)),
        replacement: oneLine(edit.replacement),
        context: contextAt(source, line),
        source,
        content: applied(source, edit),
      };
    });
  });
}
