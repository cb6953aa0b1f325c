import { applied } from './Edit';
import { mutateTemplate } from './mutateTemplate';

/** Source, and what becomes of it by each kind of change. */
const cases: [string, string, Record<string, string[]>][] = [
  [
    'a condition',
    '{{ if and .a (not .b) }}x{{ else }}y{{ end }}',
    {
      ConditionNegated: ['{{ if not (and .a (not .b)) }}x{{ else }}y{{ end }}'],
      Opposite: ['{{ if or .a (not .b) }}x{{ else }}y{{ end }}'],
      NegationDropped: ['{{ if and .a (.b) }}x{{ else }}y{{ end }}'],
      ElseDropped: ['{{ if and .a (not .b) }}x{{ end }}'],
    },
  ],
  [
    'a condition after another',
    '{{ if .a }}x{{ else if eq .b "c" }}y{{ end }}',
    {
      ConditionNegated: [
        '{{ if not (.a) }}x{{ else if eq .b "c" }}y{{ end }}',
        '{{ if .a }}x{{ else if not (eq .b "c") }}y{{ end }}',
      ],
      ElseDropped: ['{{ if .a }}x{{ end }}'],
      Opposite: ['{{ if .a }}x{{ else if ne .b "c" }}y{{ end }}'],
      String: ['{{ if .a }}x{{ else if eq .b "" }}y{{ end }}'],
    },
  ],
  [
    'an else inside another',
    '{{ if .a }}{{ if .b }}1{{ else }}2{{ end }}{{ else }}3{{ end }}',
    {
      ConditionNegated: [
        '{{ if not (.a) }}{{ if .b }}1{{ else }}2{{ end }}{{ else }}3{{ end }}',
        '{{ if .a }}{{ if not (.b) }}1{{ else }}2{{ end }}{{ else }}3{{ end }}',
      ],
      ElseDropped: [
        '{{ if .a }}{{ if .b }}1{{ end }}{{ else }}3{{ end }}',
        '{{ if .a }}{{ if .b }}1{{ else }}2{{ end }}{{ end }}',
      ],
    },
  ],
  [
    'a pipeline',
    '{{- .a | default (list "b" | first) | quote -}}',
    {
      ActionDropped: [''],
      StageDropped: [
        '{{- .a | quote -}}',
        '{{- .a | default (list "b") | quote -}}',
        '{{- .a | default (list "b" | first) -}}',
      ],
      String: ['{{- .a | default (list "" | first) | quote -}}'],
      Opposite: ['{{- .a | default (list "b" | last) | quote -}}'],
    },
  ],
  [
    'an indent, and the name of a template',
    '  {{- include "a.b" . | nindent 2 }}',
    {
      ActionDropped: ['  '],
      Indent: [
        '  {{- include "a.b" . | nindent 4 }}',
        '  {{- include "a.b" . | nindent 0 }}',
      ],
      StageDropped: ['  {{- include "a.b" . }}'],
    },
  ],
  [
    'loops',
    '{{ range $k, $v := .a }}x{{ end }}{{ with .b }}y{{ end }}',
    {
      BlockSkipped: [
        '{{ range $k, $v := list }}x{{ end }}{{ with .b }}y{{ end }}',
        '{{ range $k, $v := .a }}x{{ end }}{{ with false }}y{{ end }}',
      ],
    },
  ],
  [
    'lines of YAML',
    'a:\n  # why\n  - port: 80\n  on: true\nname: {{ .n }}\n',
    {
      LineDropped: [
        '  # why\n  - port: 80\n  on: true\nname: {{ .n }}\n',
        'a:\n  # why\n  on: true\nname: {{ .n }}\n',
        'a:\n  # why\n  - port: 80\nname: {{ .n }}\n',
        'a:\n  # why\n  - port: 80\n  on: true\n',
      ],
      ScalarChanged: [
        'a:\n  # why\n  - port: 81\n  on: true\nname: {{ .n }}\n',
        'a:\n  # why\n  - port: 80\n  on: false\nname: {{ .n }}\n',
      ],
    },
  ],
  [
    'strings with braces and quotes in them, an empty one, a number',
    '{{ list "a }} \\" b" "" `c}}` 5 }}.',
    {
      LineDropped: [''],
      String: [
        '{{ list "" "" `c}}` 5 }}.',
        '{{ list "a }} \\" b" "mutated" `c}}` 5 }}.',
        '{{ list "a }} \\" b" "" "" 5 }}.',
      ],
      Number: ['{{ list "a }} \\" b" "" `c}}` 6 }}.'],
    },
  ],
  [
    'a large number',
    '{{ a 1000000.0 }}.',
    { LineDropped: [''], Number: ['{{ a 2000000 }}.'] },
  ],
  ['a comment', '{{- /* if "a" | quote\n80 */ -}}\n', {}],
];

describe('mutateTemplate', () => {
  it.each(cases)('changes %s', (_, source, expected) => {
    const made: Record<string, string[]> = {};
    for (const edit of mutateTemplate(source)) {
      (made[edit.mutator] ??= []).push(applied(source, edit));
    }
    expect(made).toEqual(expected);
  });

  it('refuses an action without an end', () => {
    expect(() => mutateTemplate('{{ "}}" ')).toThrow('does not end');
  });
});
