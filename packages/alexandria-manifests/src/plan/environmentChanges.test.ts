import { complete, minimal } from '../repository/__testUtils__/instances';
import { edited, planOf, repositoryOf } from './__testUtils__/repository';

const [dev, staging, prod] = complete.environments;
const files = repositoryOf(complete);

type Environment = typeof prod;

const plan = (...environments: Environment[]) =>
  planOf(files, { ...complete, environments }).environments;

const changedProd = (change: Partial<Environment>) =>
  plan(dev, staging, { ...prod, ...change })[2];

const text = (value: string) => ({ is: 'text', text: value });

describe('objects', () => {
  it('change field by field, where only they change', () => {
    const { objects, action } = changedProd({ imageTag: 'v1.1.0' });
    expect(action).toBe('change');
    expect(objects).toHaveLength(1);
    expect(objects[0]).toMatchObject({
      action: 'change',
      kind: 'Deployment',
      name: 'alexandria',
      namespace: 'assistant',
    });
    expect(objects[0].fields).toContainEqual({
      path: 'spec.template.spec.containers[name=api].image',
      from: text('registry.acme.io/alexandria/ee-api:v1.0.0'),
      to: text('registry.acme.io/alexandria/ee-api:v1.1.0'),
    });
  });

  it('show the lines of a configuration that change, and no others', () => {
    const { objects } = changedProd({ host: 'other.acme.io' });
    const config = objects.find(({ name }) => name === 'alexandria-config');
    const [field] = config?.fields ?? [];
    expect(field.path).toBe('data["alexandria.conf"]');
    expect(JSON.stringify(field)).toContain('other.acme.io');
    expect(JSON.stringify(field)).not.toContain('log_level');
  });

  it('show an image by its digest', () => {
    const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
    const { objects } = changedProd({
      imageDigests: { api: digest, orchestrator: digest, dashboard: digest },
    });
    expect(JSON.stringify(objects)).toContain(digest);
  });

  it('are added with an environment, and removed with it', () => {
    const environments = plan(dev, prod, {
      name: 'qa',
      stage: 'development',
    });
    expect(environments.map(({ name, action }) => [name, action])).toEqual([
      ['dev', 'none'],
      ['prod', 'none'],
      ['qa', 'add'],
      ['staging', 'remove'],
    ]);
    const kinds = (index: number, action: string) =>
      environments[index].objects.every(object => object.action === action);
    expect([kinds(2, 'add'), kinds(3, 'remove')]).toEqual([true, true]);
  });

  it('withhold variables of the team, which may hold anything', () => {
    const withEnv = (value: string) =>
      edited(files, 'values-dev.yaml', values =>
        values.concat(
          `extraEnv:\n  api:\n    - name: MODE\n      value: ${value}\n`,
        ),
      );
    const after = planOf(withEnv('hunter2'), {
      ...complete,
      environments: [{ ...dev, size: 'large' }, staging, prod],
    });
    expect(JSON.stringify(after.environments)).not.toContain('hunter2');
  });
});

describe('restarts', () => {
  it('name the Deployment, why, and whether it is away', () => {
    const recreated = plan({ ...dev, size: 'large' }, staging, prod)[0];
    expect(recreated.restarts).toMatchObject([
      {
        deployment: 'alexandria',
        namespace: 'assistant-dev',
        strategy: 'Recreate',
      },
    ]);
    expect(recreated.restarts[0].because.map(({ path }) => path)).toContain(
      'spec.template.spec.containers[name=api].resources.limits.memory',
    );
    expect(changedProd({ imageTag: 'v1.1.0' }).restarts).toMatchObject([
      { strategy: 'RollingUpdate' },
    ]);
  });

  it('are none where the pods stay', () => {
    expect(
      changedProd({ autoscaling: { minReplicas: 3, maxReplicas: 6 } }).restarts,
    ).toEqual([]);
  });
});

describe('hazards', () => {
  const storage = { size: '50Gi', className: 'nfs', shared: true };

  it.each<[string, Partial<Environment>, string, string, RegExp]>([
    [
      'a smaller volume',
      { storage: { ...storage, size: '10Gi' } },
      'immutable',
      'PersistentVolumeClaim/alexandria-data',
      /cannot shrink, from 50Gi to 10Gi/,
    ],
    [
      'a larger volume',
      { storage: { ...storage, size: '1Ti' } },
      'caution',
      'PersistentVolumeClaim/alexandria-data',
      /allowVolumeExpansion/,
    ],
    [
      'another class',
      { storage: { ...storage, className: 'efs' } },
      'immutable',
      'PersistentVolumeClaim/alexandria-data',
      /storage class/,
    ],
    [
      'another namespace',
      { namespace: 'elsewhere' },
      'dataLoss',
      'PersistentVolumeClaim/alexandria-data',
      /namespace elsewhere/,
    ],
    [
      'another cluster',
      { cluster: 'other' },
      'dataLoss',
      'PersistentVolumeClaim/alexandria-data',
      /cluster other/,
    ],
    [
      'another host',
      { host: 'other.acme.io' },
      'dataLoss',
      'config.webauthn.rpId',
      /passkeys made for assistant\.acme\.io/,
    ],
    [
      'SQLite again',
      { database: 'sqlite', autoscaling: undefined, storage: { ...storage } },
      'dataLoss',
      'config.database',
      /becomes SQLite/,
    ],
  ])('tell of %s', (_, change, kind, subject, message) => {
    expect(changedProd(change).hazards).toContainEqual({
      kind,
      subject,
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/./),
    });
  });

  it('tell of the access mode, which a claim keeps', () => {
    const [changed] = plan(
      { ...dev, storage: { shared: true } },
      staging,
      prod,
    );
    expect(changed.hazards).toContainEqual(
      expect.objectContaining({
        kind: 'immutable',
        message: expect.stringContaining('ReadWriteOnce to ReadWriteMany'),
      }),
    );
  });

  it('tell of backends that stay registered', () => {
    const { environments } = planOf(files, { ...complete, llmBackends: [] });
    expect(environments[0].hazards.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['llmBackends[name=claude]']),
    );
  });

  it('are none for a new tag', () => {
    expect(changedProd({ imageTag: 'v1.1.0' }).hazards).toEqual([]);
  });
});

describe('the checklist', () => {
  it('says which points are settled, and which open', () => {
    const [changed] = planOf(repositoryOf(minimal), {
      ...minimal,
      environments: [
        { ...minimal.environments[0], imageTag: 'v1.0.0', host: 'a.acme.io' },
      ],
      exposure: { kind: 'ingress' },
    }).environments;
    expect(changed.checklist).toContainEqual(
      expect.objectContaining({
        id: 'image-tags',
        from: 'open',
        to: 'satisfied',
      }),
    );
    const [back] = planOf(files, {
      ...complete,
      observability: {},
    }).environments;
    expect(back.checklist).toContainEqual(
      expect.objectContaining({
        id: 'telemetry',
        from: 'satisfied',
        to: 'open',
        fix: expect.stringMatching(/./),
      }),
    );
  });
});
