import { type FileSide, mergeFile } from './mergeFile';
import { ABSENT, UNKNOWN } from './shown';

type Text = string | typeof ABSENT;

const merge = (base: FileSide, theirs: Text, ours: Text, path = 'a.md') => {
  const { content, conflicts } = mergeFile(
    path,
    base,
    theirs,
    ours,
    () => undefined,
  );
  return [content, conflicts.map(({ field }) => field)];
};

describe('mergeFile', () => {
  it.each<[string, FileSide, Text, Text, Text, string[]]>([
    ['is new', ABSENT, ABSENT, 'o', 'o', []],
    ['nobody edited', 'b', 'b', 'o', 'o', []],
    ['nobody edited, and that goes', 'b', 'b', ABSENT, ABSENT, []],
    ['only they edited', 'b', 't', 'b', 't', []],
    ['both made alike', 'b', 'x', 'x', 'x', []],
    ['they deleted', 'b', ABSENT, 'o', ABSENT, []],
    [
      'they deleted, of which nothing is known',
      UNKNOWN,
      ABSENT,
      'o',
      ABSENT,
      [],
    ],
    ['they edited, and that goes', 'b', 't', ABSENT, 't', ['']],
    ['both made otherwise', ABSENT, 't', 'o', 't', ['']],
    ['nothing is known of', UNKNOWN, 't', 'o', 't', ['']],
    ['both changed in one line', 'b\n', 't\n', 'o\n', 't\n', ['line 1']],
  ])('settles what %s', (_, base, theirs, ours, expected, fields) => {
    expect(merge(base, theirs, ours)).toEqual([expected, fields]);
  });

  it('merges YAML by what it says, and a template of the chart by lines', () => {
    const sides = ['a: 1\nb: 1\n', 'a: 2\nb: 1\n', 'a: 1\nb: 2\n'] as const;
    expect(merge(...sides, 'values-dev.yaml')).toEqual(['a: 2\nb: 2\n', []]);
    expect(
      merge(...sides, 'k8s/helm/alexandria-ee/templates/pvc.yaml'),
    ).toEqual(['a: 2\nb: 1\n', ['line 1']]);
  });

  it('merges YAML that is broken by lines', () => {
    expect(
      merge(
        'a: 1\nb: 1\nc: 1\n',
        'a: [\nb: 1\nc: 1\n',
        'a: 1\nb: 1\nc: 2\n',
        'x.yaml',
      ),
    ).toEqual(['a: [\nb: 1\nc: 2\n', []]);
  });
});
