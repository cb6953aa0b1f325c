import { parseInstance } from '../instance';
import { SCHEMA_VERSION, digest } from '../repository/instanceFile';
import { complete, minimal } from '../repository/__testUtils__/instances';
import { readYaml } from '../yaml';
import {
  applied,
  edited,
  planOf,
  repositoryOf,
} from './__testUtils__/repository';
import { changedFiles } from './changedFiles';
import { planChange } from './planChange';

const [dev, staging, prod] = complete.environments;
const files = repositoryOf(complete);
const RECORD = '.alexandria/instance.yaml';

const withProd = (change: object) => ({
  ...complete,
  environments: [dev, staging, { ...prod, ...change }],
});
const upgraded = withProd({ imageTag: 'v1.1.0' });

const contentOf = (plan: ReturnType<typeof planOf>, path: string) =>
  plan.files.find(file => file.path === path)?.content;

describe('planChange', () => {
  it('has nothing to do for the same answers', () => {
    const plan = planOf(files, complete);
    expect(plan).toMatchObject({
      answerChanges: [],
      files: [],
      kept: [],
      conflicts: [],
      issues: [],
      steps: [],
    });
    expect(plan.environments.map(({ action }) => action)).toEqual([
      'none',
      'none',
      'none',
    ]);
  });

  it('survives JSON', () => {
    const plan = planOf(files, upgraded);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  it('says which answers differ', () => {
    expect(planOf(files, upgraded).answerChanges).toEqual([
      {
        path: 'environments[name=prod].imageTag',
        from: { is: 'text', text: 'v1.0.0' },
        to: { is: 'text', text: 'v1.1.0' },
      },
    ]);
  });

  describe('with values edited by hand', () => {
    const hand = edited(files, 'values-prod.yaml', text =>
      text.replace(
        'autoscaling:',
        '# Kim: we need headroom.\nterminationGracePeriodSeconds: 45\nautoscaling:',
      ),
    );

    it('keeps them, and renders what follows from both', () => {
      const plan = planOf(hand, upgraded);
      expect(plan.conflicts).toEqual([]);
      const values = contentOf(plan, 'values-prod.yaml');
      expect(values).toContain(
        '# Kim: we need headroom.\nterminationGracePeriodSeconds: 45\n',
      );
      expect(values).toContain('tag: v1.1.0');
      const patch = contentOf(plan, 'k8s/overlays/prod/deployment-patch.yaml');
      expect(patch).toContain('45');
      expect(patch).toContain('v1.1.0');
      expect(plan.kept).toContainEqual({
        path: 'values-prod.yaml',
        kind: 'edited',
        isBaseKnown: true,
      });
    });

    it('renders them for the very same answers, too', () => {
      const plan = planOf(hand, complete);
      expect(
        contentOf(plan, 'k8s/overlays/prod/deployment-patch.yaml'),
      ).toContain('45');
      expect(planOf(applied(hand, plan), complete).files).toEqual([]);
    });

    it('takes what was rendered from them for no edit of its own', () => {
      const rendered = applied(hand, planOf(hand, complete));
      const plan = planOf(rendered, upgraded);
      expect(plan.conflicts).toEqual([]);
      expect(
        plan.kept
          .map(({ path }) => path)
          .filter(path => path.startsWith('k8s/')),
      ).toEqual([]);
    });

    it('counts what they say, not the answers, as what was before', () => {
      const plan = planOf(hand, complete);
      expect(plan.environments.map(({ objects }) => objects)).toEqual([
        [],
        [],
        [],
      ]);
    });
  });

  describe('with a conflict', () => {
    const hand = edited(files, 'values-prod.yaml', text =>
      text.replaceAll('tag: v1.0.0', 'tag: v1.0.9'),
    );
    const places = planOf(hand, upgraded).conflicts;

    it('shows all sides, and what would do', () => {
      expect(places).toHaveLength(3);
      expect(places[0]).toEqual({
        path: 'values-prod.yaml',
        field: 'image.api.tag',
        base: { is: 'text', text: 'v1.0.0' },
        theirs: { is: 'text', text: 'v1.0.9' },
        ours: { is: 'text', text: 'v1.1.0' },
        remedy: expect.stringMatching(/./),
        decision: undefined,
      });
    });

    it('cannot be applied until each one is decided', () => {
      const refused = changedFiles(planOf(hand, upgraded));
      expect(refused.ok ? [] : refused.issues.map(({ path }) => path)).toEqual(
        places.map(({ path, field }) => `${path}: ${field}`),
      );
      const one = [{ ...places[0], take: 'ours' as const }];
      expect(changedFiles(planOf(hand, upgraded, one)).ok).toBe(false);
      const all = [{ path: 'values-prod.yaml', take: 'ours' as const }];
      expect(changedFiles(planOf(hand, upgraded, all)).ok).toBe(true);
    });

    it.each([
      ['theirs', 'v1.0.9'],
      ['ours', 'v1.1.0'],
    ] as const)('gives the side of %s, rendered as well', (take, tag) => {
      const plan = planOf(hand, upgraded, [{ path: 'values-prod.yaml', take }]);
      const after = applied(hand, plan);
      expect(after.get('values-prod.yaml')).toContain(`tag: ${tag}`);
      expect(after.get('k8s/overlays/prod/deployment-patch.yaml')).toContain(
        `:${tag}`,
      );
      expect(plan.conflicts.every(({ decision }) => decision === take)).toBe(
        true,
      );
    });

    it('warns of a decision that no conflict needs', () => {
      const planned = planChange({
        files: hand,
        answers: upgraded,
        decisions: [
          { path: 'values-prod.yaml', take: 'ours' },
          { path: 'README.md', field: 'line 3', take: 'ours' },
        ],
      });
      expect(
        planned.warnings
          .map(({ path }) => path)
          .filter(path => path.startsWith('README')),
      ).toEqual(['README.md: line 3']);
    });
  });

  it('never shows a secret in a conflict', () => {
    const secret = 'postgres://kim:hunter2@db:5432/x';
    const helm = { ...minimal, delivery: { manifests: 'helm' as const } };
    const hand = edited(
      repositoryOf(helm),
      'values-dev.yaml',
      text => `${text}config:\n  database:\n    url: ${secret}\n`,
    );
    const after = {
      ...helm,
      environments: [
        { ...helm.environments[0], database: 'postgres' as const },
      ],
    };
    const plan = planOf(hand, after);
    expect(JSON.stringify({ ...plan, files: [] })).not.toContain('hunter2');
  });

  it('rejects values that are not accepted once merged, with their file', () => {
    const hand = edited(files, 'values-dev.yaml', text =>
      text.concat('replicaCount: 3\n'),
    );
    const plan = planOf(hand, upgraded);
    expect(plan.issues.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^values-dev\.yaml: replicaCount/),
      ]),
    );
    expect(changedFiles(plan).ok).toBe(false);
    expect(plan.environments[0].caveats.join()).toContain('not accepted');
  });

  it('never renders a secret that somebody put into a values file', () => {
    const hand = edited(files, 'values-dev.yaml', text =>
      text.replace('existingSecret: alexandria-auth', 'jwtSecret: hunter2'),
    );
    const plan = planOf(hand, upgraded);
    expect(changedFiles(plan).ok).toBe(false);
    expect(JSON.stringify(plan)).not.toContain(btoa('hunter2'));
  });

  describe('of files that people', () => {
    it('deleted, leaves them deleted', () => {
      const hand = new Map(files);
      hand.delete('docs/operations.md');
      const plan = planOf(hand, {
        ...upgraded,
        description: 'Something else',
      });
      expect(applied(hand, plan).has('docs/operations.md')).toBe(false);
      expect(
        planOf(hand, withProd({ namespace: 'elsewhere' })).kept,
      ).toContainEqual({
        path: 'docs/operations.md',
        kind: 'deleted',
        isBaseKnown: true,
      });
    });

    it('added, leaves them alone', () => {
      const hand = new Map([...files, ['docs/runbook.md', 'Call Kim.\n']]);
      const plan = planOf(hand, upgraded);
      expect(plan.files.map(({ path }) => path)).not.toContain(
        'docs/runbook.md',
      );
    });

    it('added where one is generated now, asks', () => {
      const hand = new Map([...files, ['values-qa.yaml', 'replicaCount: 1\n']]);
      const plan = planOf(hand, {
        ...complete,
        environments: [
          ...complete.environments,
          { name: 'qa', stage: 'development', imageTag: 'main' },
        ],
      });
      expect(plan.conflicts.map(({ path }) => path)).toContain(
        'values-qa.yaml',
      );
    });

    it('edited and nothing generates any more, asks', () => {
      const hand = edited(files, 'values-staging.yaml', text =>
        text.concat('# mine\n'),
      );
      const without = { ...complete, environments: [dev, prod] };
      const [conflict] = planOf(hand, without).conflicts;
      expect(conflict).toMatchObject({
        path: 'values-staging.yaml',
        field: '',
        ours: { is: 'absent' },
      });
      const decide = (take: 'ours' | 'theirs') =>
        applied(
          hand,
          planOf(hand, without, [{ path: conflict.path, take }]),
        ).has(conflict.path);
      expect([decide('ours'), decide('theirs')]).toEqual([false, true]);
    });

    it('own from the start, never writes again', () => {
      const path = 'k8s/overlays/prod/patches/kustomization.yaml';
      const hand = edited(files, path, text => text.concat('resources: [x]\n'));
      const plan = planOf(hand, upgraded);
      expect(plan.files.map(file => file.path)).not.toContain(path);
      expect(plan.environments[2].caveats.join()).toContain('patches');
    });
  });

  it('keeps comments in the record', () => {
    const hand = edited(files, RECORD, text =>
      text.replace('answers:', '# Kim knows more.\nanswers:'),
    );
    const content = contentOf(planOf(hand, upgraded), RECORD);
    expect(content).toContain('# Kim knows more.');
    expect(content).toContain('imageTag: v1.1.0');
  });

  describe('of another version', () => {
    /** As a generator would have written it whose README and values were others. */
    function older(change: (path: string, text: string) => string) {
      const old = new Map(
        [...files].map(([path, text]) => [path, change(path, text)] as const),
      );
      const hashes = [...old]
        .filter(([path]) => path !== RECORD && !path.includes('/patches/'))
        .map(([path, text]) => [path, digest(text)]);
      const record = readYaml(files.get(RECORD) ?? '');
      return new Map(old).set(
        RECORD,
        JSON.stringify({
          ...(record.ok ? (record.value as object) : {}),
          generatorVersion: '0.0.9',
          files: Object.fromEntries(hashes),
        }),
      );
    }
    const old = older((path, text) =>
      path === 'README.md' ? text.replace(/^## /m, '### ') : text,
    );

    it('says so, and replaces what nobody edited', () => {
      const plan = planOf(old, upgraded);
      expect(plan.upgrade).toEqual({ from: '0.0.9', to: '0.1.0' });
      expect(plan.conflicts).toEqual([]);
      expect(contentOf(plan, 'README.md')).toBe(
        repositoryOf(upgraded).get('README.md'),
      );
      expect(plan.environments[0].caveats.join()).toContain('0.0.9');
    });

    it('still merges edits of what both versions write alike', () => {
      const hand = edited(old, 'values-dev.yaml', text => `${text}# mine\n`);
      const plan = planOf(hand, withProd({}));
      expect(plan.conflicts).toEqual([]);
      expect(plan.kept).toContainEqual({
        path: 'values-dev.yaml',
        kind: 'edited',
        isBaseKnown: true,
      });
    });

    it('asks for edits of what is not known any more', () => {
      const hand = edited(old, 'README.md', text => text.concat('\nmine\n'));
      const plan = planOf(hand, upgraded);
      expect(plan.conflicts).toEqual([
        expect.objectContaining({
          path: 'README.md',
          field: '',
          base: { is: 'unknown' },
        }),
      ]);
      expect(plan.kept).toContainEqual({
        path: 'README.md',
        kind: 'edited',
        isBaseKnown: false,
      });
    });
  });

  it.each<[string, string, string, unknown, RegExp]>([
    ['answers that are not accepted', RECORD, '', { name: 'x' }, /is required/],
    ['another name', RECORD, '', { ...complete, name: 'other' }, /must stay/],
    [
      'a later generator',
      RECORD,
      'generatorVersion: "9.0.0"',
      complete,
      /written by version 9\.0\.0/,
    ],
    [
      'a later schema',
      RECORD,
      `schemaVersion: ${SCHEMA_VERSION + 1}`,
      complete,
      /by a later version/,
    ],
    ['a record that is no YAML', RECORD, '{', complete, /is not accepted/],
  ])('refuses %s', (_, path, line, answers, message) => {
    const key = line.split(':')[0];
    const hand =
      line === ''
        ? files
        : new Map(files).set(
            path,
            line === '{'
              ? line
              : (files.get(path) ?? '').replace(
                  new RegExp(`^${key}: .*$`, 'm'),
                  line,
                ),
          );
    const planned = planChange({ files: hand, answers });
    expect(planned.ok).toBe(false);
    expect(planned.ok ? '' : JSON.stringify(planned.issues)).toMatch(message);
  });

  it('refuses a repository without a record', () => {
    expect(planChange({ files: new Map(), answers: complete }).ok).toBe(false);
  });

  it('holds what parseInstance gives', () => {
    const parsed = parseInstance(upgraded);
    expect(parsed.ok && planOf(files, upgraded).answers).toEqual(
      parsed.ok && parsed.value,
    );
  });
});
