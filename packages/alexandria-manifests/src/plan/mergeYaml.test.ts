import { mergeYaml } from './mergeYaml';

function merge(base: string | undefined, theirs: string, ours: string) {
  const fields: string[] = [];
  const merged = mergeYaml(base, theirs, ours, ({ field }) => {
    fields.push(field);
    return 'theirs';
  });
  return { merged, fields };
}

const base = `# generated
replicaCount: 1
image:
  api:
    # renovate
    tag: v1.0.0
persistence:
  size: "10Gi"
`;

describe('mergeYaml', () => {
  it('merges neighbouring lines that say different things', () => {
    expect(
      merge('a: 1\nb: 1\n', 'a: 2 # ours is special\nb: 1\n', 'a: 1\nb: 2\n'),
    ).toEqual({ merged: 'a: 2 # ours is special\nb: 2\n', fields: [] });
  });

  it('keeps comments, quotes and order where lines alone would conflict', () => {
    const theirs = `# generated
# Ask Kim before you raise this.
replicaCount: 1 # for now
image:
  api:
    # renovate
    tag: 'v1.0.0'
persistence:
  # grown in May
  size: "20Gi"
`;
    const ours = base
      .replace('replicaCount: 1', 'replicaCount: 3')
      .replace('v1.0.0', 'v1.1.0');
    expect(merge(base, theirs, ours)).toEqual({
      merged: theirs
        .replace('replicaCount: 1', 'replicaCount: 3')
        .replace("'v1.0.0'", 'v1.1.0'),
      fields: [],
    });
  });

  it('moves a comment of people from what is removed to what comes next', () => {
    const { merged, fields } = merge(
      base,
      base.replace('replicaCount', '# Kim wants one\nreplicaCount'),
      base.replace('replicaCount: 1\n', ''),
    );
    expect(fields).toEqual([]);
    expect(merged).toContain('# Kim wants one');
    expect(merged).not.toContain('replicaCount');
  });

  it('takes the comments of what is new', () => {
    const { merged } = merge(
      base,
      base.replace('"10Gi"', '"20Gi"'),
      `${base}# Needs a metrics server.\nautoscaling:\n  enabled: true\n`,
    );
    expect(merged).toContain(
      '# Needs a metrics server.\nautoscaling:\n  enabled: true\n',
    );
    expect(merged).toContain('size: "20Gi"');
  });

  it('names the field of a conflict, and keeps theirs', () => {
    const { merged, fields } = merge(
      base,
      base.replace('v1.0.0', 'v1.0.1'),
      base.replace('v1.0.0', 'v2.0.0').replace('"10Gi"', '"30Gi"'),
    );
    expect(fields).toEqual(['image.api.tag']);
    expect(merged).toContain('tag: v1.0.1');
    expect(merged).toContain('size: "30Gi"');
  });

  it('tells several documents apart', () => {
    const flux = '# Flux\n---\na: 1\nb: 1\n---\nc: 1\n';
    expect(
      merge(
        flux,
        flux.replace('c: 1', 'c: 2').replace('a: 1', 'a: 2'),
        flux.replace('c: 1', 'c: 3').replace('b: 1', 'b: 2'),
      ),
    ).toEqual({
      merged: '# Flux\n---\na: 2\nb: 2\n---\nc: 2\n',
      fields: ['document 2: c'],
    });
  });

  it('makes every difference a conflict where the base is not known', () => {
    expect(merge(undefined, 'a: 1\nb: 1\n', 'a: 1\nb: 2\nc: 3\n')).toEqual({
      merged: 'a: 1\nb: 1\n',
      fields: ['b', 'c'],
    });
  });

  it.each([
    ['broken YAML', 'a: [1\n'],
    ['another number of documents', 'a: 1\n---\nb: 1\n'],
    ['an unknown anchor', 'a: *nowhere\n'],
  ])('leaves %s to the lines', (_, theirs) => {
    expect(merge('a: 1\n', theirs, 'a: 2\n').merged).toBeUndefined();
  });

  it('does not write through an alias', () => {
    const theirs =
      'small: &small { cpu: 1 }\napi:\n  limits: *small\nweb:\n  limits: *small\n';
    const was = 'api:\n  limits:\n    cpu: 1\nweb:\n  limits:\n    cpu: 1\n';
    const { merged, fields } = merge(
      was,
      theirs,
      was.replace('cpu: 1', 'cpu: 2'),
    );
    expect(fields).toEqual([]);
    expect(merged).toContain('small: &small');
    expect(merged).toMatch(/web:\n {2}limits: \*small/);
    expect(merged).toMatch(/api:\n {2}limits:\n {4}cpu: 2/);
  });
});
