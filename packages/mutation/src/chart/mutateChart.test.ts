/** @jest-environment node */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChartCopy } from './ChartCopy';
import { mutateChart, templatesOf } from './mutateChart';
import { scopeOf } from './scopes';

const files = {
  'Chart.yaml': 'name: a\nversion: 0.1.0\nappVersion: latest\n',
  'values.yaml': '{}\n',
  'templates/_a.tpl': '{{ define "a" }}1{{ end }}\n',
  'templates/NOTES.txt': 'Hello\n',
  'templates/tests/b.yaml':
    'kind: Pod\n{{- if .Values.x }}\nx: {{ .Values.x }}\n{{- end }}\n',
  'templates/c.md': 'nothing',
};

describe('a chart', () => {
  let chart: string;

  beforeEach(() => {
    chart = mkdtempSync(join(tmpdir(), 'chart-'));
    mkdirSync(join(chart, 'templates/tests'), { recursive: true });
    for (const [path, content] of Object.entries(files)) {
      writeFileSync(join(chart, path), content);
    }
  });

  afterEach(() => rmSync(chart, { recursive: true }));

  it('has its templates mutated, each in its place', () => {
    const mutants = mutateChart(chart);
    expect([...new Set(mutants.map(({ file }) => file))]).toEqual([
      'chart/templates/NOTES.txt',
      'chart/templates/tests/b.yaml',
    ]);
    expect(mutants).toContainEqual({
      file: 'chart/templates/tests/b.yaml',
      template: 'templates/tests/b.yaml',
      line: 2,
      mutator: 'ConditionNegated',
      original: '.Values.x',
      replacement: 'not (.Values.x)',
      context: 'kind: Pod {{- if .Values.x }}',
      source: files['templates/tests/b.yaml'],
      content:
        'kind: Pod\n{{- if not (.Values.x) }}\nx: {{ .Values.x }}\n{{- end }}\n',
    });
  });

  it('is copied as far as a scope goes, and left as it is', () => {
    const templates = templatesOf(chart);
    const copy = new ChartCopy(
      chart,
      templates,
      scopeOf('templates/NOTES.txt'),
    );
    try {
      expect(templatesOf(copy.folder)).toEqual([
        'templates/_a.tpl',
        'templates/_notes-of-chart.tpl',
        'templates/notes.yaml',
      ]);
      expect(readFileSync(join(copy.folder, 'Chart.yaml'), 'utf8')).toBe(
        "name: a\nversion: 1.2.3+build.4\nappVersion: '1.10'\n",
      );
      copy.write('templates/NOTES.txt', 'Bye');
      expect(
        readFileSync(
          join(copy.folder, 'templates/_notes-of-chart.tpl'),
          'utf8',
        ),
      ).toBe('{{ define "mutation.notes" }}Bye{{ end }}');
    } finally {
      copy.remove();
    }
    expect(templatesOf(chart)).toEqual(templates);
    expect(() => readFileSync(join(copy.folder, 'Chart.yaml'))).toThrow();
  });
});
