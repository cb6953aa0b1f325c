import { scopeOf } from './scopes';

const templates = [
  'templates/NOTES.txt',
  'templates/_guards.tpl',
  'templates/_notes.tpl',
  'templates/hpa.yaml',
  'templates/tests/connection.yaml',
];

const release = { name: 'a', namespace: 'b' };
const given = (name: string) => ({ name, values: {}, release });
const corpus = {
  accepted: [given('plain'), given('ci/everything-values.yaml')],
  broken: [given('guard 1'), given('guard 2')],
  complete: [],
  notes: [{ ...given('notes'), said: [], unsaid: [] }],
  guardIds: new Set(['guard']),
};

describe('scopeOf', () => {
  it.each([
    [
      'templates/hpa.yaml',
      ['templates/_guards.tpl', 'templates/_notes.tpl', 'templates/hpa.yaml'],
      ['ci/everything-values.yaml', 'plain', 'guard 1'],
    ],
    [
      'templates/_guards-pod.tpl',
      ['templates/_guards.tpl', 'templates/_notes.tpl'],
      ['guard 1', 'guard 2', 'ci/everything-values.yaml', 'plain'],
    ],
    [
      'templates/_helpers.tpl',
      templates.slice(1),
      ['ci/everything-values.yaml', 'plain', 'guard 1', 'guard 2'],
    ],
    [
      'templates/_notes.tpl',
      ['templates/NOTES.txt', 'templates/_guards.tpl', 'templates/_notes.tpl'],
      ['notes'],
    ],
  ])('of %s', (template, kept, cases) => {
    const scope = scopeOf(template);
    expect(templates.filter(scope.keeps)).toEqual(kept);
    expect(scope.cases(corpus).map(({ name }) => name)).toEqual(cases);
  });

  it('has the notes as a template that can be included', () => {
    expect(
      scopeOf('templates/NOTES.txt').placed('templates/NOTES.txt', 'x'),
    ).toEqual({
      path: 'templates/_notes-of-chart.tpl',
      content: '{{ define "mutation.notes" }}x{{ end }}',
    });
  });
});
