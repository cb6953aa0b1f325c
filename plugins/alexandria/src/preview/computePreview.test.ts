import { readYaml } from '@alexandriaproject/alexandria-manifests';
import { dev, three } from './__testUtils__/answers';
import { computePreview } from './computePreview';
import type { Preview } from './computePreview';

const ids = (preview: Preview, environment: string) =>
  preview
    .shown!.environment(environment)
    .objects()
    .map(({ id }) => id);

describe('computePreview', () => {
  it('shows a minimal instance', () => {
    const preview = computePreview(dev);
    expect(preview.issues).toEqual([]);
    expect(preview.shown!.environmentNames).toEqual(['dev']);
    const environment = preview.shown!.environment('dev');
    expect(environment).toMatchObject({
      name: 'dev',
      stage: 'development',
      namespace: 'assistant-dev',
    });
    expect(readYaml(environment.values())).toMatchObject({
      ok: true,
      value: { backstage: { entityName: 'assistant' } },
    });
    expect(ids(preview, 'dev')).toEqual(
      expect.arrayContaining([
        'Deployment/alexandria',
        'PersistentVolumeClaim/alexandria-data',
      ]),
    );
  });

  it('writes every object, alone and among all', () => {
    const environment = computePreview(dev).shown!.environment('dev');
    for (const { kind, name, yaml } of environment.objects()) {
      expect(readYaml(yaml())).toMatchObject({
        ok: true,
        value: { kind, metadata: { name, namespace: 'assistant-dev' } },
      });
      expect(environment.manifests()).toContain(`---\n${yaml()}`);
    }
  });

  it('shows what each of three environments has of its own', () => {
    const preview = computePreview(three);
    expect(preview.issues).toEqual([]);
    expect(preview.shown!.environmentNames).toEqual(['dev', 'test', 'prod']);
    const withIngress = preview.shown!.environmentNames.filter(name =>
      ids(preview, name).some(id => id.startsWith('Ingress/')),
    );
    expect(withIngress).toEqual(['test', 'prod']);
    expect(preview.shown!.environment('prod').manifests()).toContain(
      'replicas: 2',
    );
  });

  it('generates the repository', () => {
    const files = computePreview(three).shown!.files();
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'README.md',
        'catalog-info.yaml',
        'values-dev.yaml',
        'values-prod.yaml',
        'k8s/helm/alexandria-ee/Chart.yaml',
      ]),
    );
  });

  it.each([
    { environment: 'dev', open: true },
    { environment: 'prod', open: false },
  ])(
    'holds the checklist against $environment',
    ({ environment, open: expected }) => {
      const checklist = computePreview(three)
        .shown!.environment(environment)
        .checklist();
      const states = (severity: string) =>
        checklist.filter(item => item.severity === severity);
      expect(states('must').some(({ state }) => state === 'open')).toBe(
        expected,
      );
      expect(states('manual').map(({ state }) => state)).toEqual(
        states('manual').map(() => 'byHand'),
      );
    },
  );

  it.each([
    ['nothing', undefined, ['']],
    ['text', 'name: a', ['']],
    ['no answer yet', {}, ['name', 'owner', 'environments']],
    ['no owner', { ...dev, owner: undefined }, ['owner']],
    ['a name while it is typed', { ...dev, name: 'assistant-' }, ['name']],
    [
      'an environment without answers',
      { ...dev, environments: [{}] },
      ['environments[0].name', 'environments[0].stage'],
    ],
    [
      'a rule between answers',
      {
        ...dev,
        environments: [{ name: 'dev', stage: 'development', replicas: 2 }],
      },
      ['environments[0].replicas', 'environments[0].storage.shared'],
    ],
  ])('shows nothing of %s before there was anything', (_, answers, paths) => {
    const preview = computePreview(answers);
    expect(preview.shown).toBeUndefined();
    expect(preview.issues.map(({ path }) => path)).toEqual(
      expect.arrayContaining(paths),
    );
  });

  it('keeps the last complete answers while one types', () => {
    const good = computePreview(dev);
    const typing = computePreview({ ...dev, name: 'assistant-' }, good);
    expect(typing.issues).toMatchObject([{ path: 'name' }]);
    expect(typing.shown).toBe(good.shown);
    const later = computePreview({ ...dev, name: 'assistant-b' }, typing);
    expect(later.issues).toEqual([]);
    expect(later.shown!.environment('dev').namespace).toBe('assistant-b-dev');
  });

  it('leaves out an environment that is added and not complete', () => {
    const prod = { name: 'prod', stage: 'production', host: 'a.acme.io' };
    const added = { ...dev, environments: [...dev.environments, prod] };
    for (const before of [undefined, computePreview(dev)]) {
      const preview = computePreview(added, before);
      expect(preview).toMatchObject({ isPartial: true });
      expect(preview.issues.map(({ path }) => path)).toEqual([
        'environments[1].imageTag',
      ]);
      expect(preview.shown!.environmentNames).toEqual(['dev']);
    }
  });

  it('takes nothing away that is shown', () => {
    const before = computePreview(three);
    const [first, second, ...rest] = three.environments;
    const preview = computePreview(
      { ...three, environments: [first, { ...second, host: '!' }, ...rest] },
      before,
    );
    expect(preview.shown).toBe(before.shown);
    expect(preview.isPartial).toBeUndefined();
  });

  it('says nothing about secrets that were typed into an answer', () => {
    const canary = 'sk-ant-api03-canary-0123456789abcdef';
    const preview = computePreview({
      ...dev,
      llmBackends: [{ name: 'claude', apiKey: canary }],
    });
    expect(preview.issues).not.toEqual([]);
    expect(JSON.stringify(preview.issues)).not.toContain(canary);
  });

  it('works out again only the environments that changed', () => {
    const before = computePreview(three);
    const seen = before.shown!.environmentNames.map(name =>
      before.shown!.environment(name),
    );
    const [first, second, third] = three.environments;
    const after = computePreview(
      { ...three, environments: [first, { ...second, size: 'large' }, third] },
      before,
    );
    expect(
      after.shown!.environmentNames.map(
        (name, index) => after.shown!.environment(name) === seen[index],
      ),
    ).toEqual([true, false, true]);
  });

  it('gives the same with and without a preview before', () => {
    const after = computePreview(three, computePreview(dev));
    for (const name of after.shown!.environmentNames) {
      expect(after.shown!.environment(name).manifests()).toBe(
        computePreview(three).shown!.environment(name).manifests(),
      );
    }
  });

  it('carries warnings', () => {
    const shared = {
      name: 'dev',
      stage: 'development',
      storage: { shared: true },
    };
    expect(
      computePreview({ ...dev, environments: [shared] }).warnings,
    ).toMatchObject([{ path: 'environments[0].storage.shared' }]);
  });

  it('has no environment that was not answered', () => {
    expect(() => computePreview(dev).shown!.environment('prod')).toThrow(
      'has no environment "prod"',
    );
  });
});
