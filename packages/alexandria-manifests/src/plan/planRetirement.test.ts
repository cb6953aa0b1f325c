import { complete, minimal } from '../repository/__testUtils__/instances';
import { applied, edited, repositoryOf } from './__testUtils__/repository';
import { describeRetirement } from './describe';
import { planRetirement } from './planRetirement';
import type { RetirementInput } from './RetirementPlan';

const files = repositoryOf(complete);

function retirement(input: RetirementInput) {
  const plan = planRetirement(input);
  if (!plan.ok) {
    throw new Error(JSON.stringify(plan.issues));
  }
  return plan.value;
}

describe('planRetirement', () => {
  describe('of a whole instance', () => {
    const plan = retirement({ files });
    const after = applied(files, plan);

    it('removes what deploys it, and leaves what describes it', () => {
      expect([...after.keys()].sort()).toEqual([
        'CODEOWNERS',
        'README.md',
        'catalog-info.yaml',
        'docs/index.md',
        'docs/operations.md',
        'docs/production-checklist.md',
        'docs/secrets.md',
        'mkdocs.yml',
      ]);
      expect(after.get('catalog-info.yaml')).toMatch(/lifecycle: deprecated/);
    });

    it('unregisters it last', () => {
      expect(plan.isWhole).toBe(true);
      expect(plan.steps.at(-1)?.title).toBe('Unregister it from the catalog');
    });

    it('removes what is deployed before its data', () => {
      const position = (title: string) =>
        plan.steps.findIndex(step => step.title === title);
      expect(position('Take what is still needed out of prod')).toBe(2);
      expect(position('Take prod out of its cluster')).toBeLessThan(
        position('Delete what prod leaves behind'),
      );
    });

    it('names what stays until somebody deletes it', () => {
      const of = (environment: string) =>
        plan.losses
          .filter(loss => loss.environment === environment)
          .map(({ subject, fate }) => `${subject} ${fate}`);
      expect(of('prod')).toEqual(
        expect.arrayContaining([
          'PersistentVolumeClaim/alexandria-data kept',
          'Secret/alexandria-auth kept',
          'Secret/alexandria-database kept',
          'assistant.acme.io kept',
          'Postgres kept',
          'Namespace/assistant kept',
        ]),
      );
      expect(of('dev')).not.toContain('Postgres kept');
    });

    it('names what people made and takes it along', () => {
      const own = 'k8s/overlays/prod/patches/limits.yaml';
      const hand = new Map([
        ...files,
        [own, 'a: 1\n'],
        ['scripts/x.sh', 'x\n'],
      ]);
      const { handMade, files: changed } = retirement({ files: hand });
      expect(handMade).toEqual([own]);
      expect(changed.map(({ path }) => path)).not.toContain('scripts/x.sh');
    });
  });

  describe('of an environment', () => {
    it('is a change without it', () => {
      const plan = retirement({ files, environments: ['staging'] });
      expect(plan).toMatchObject({
        isWhole: false,
        environments: ['staging'],
        conflicts: [],
      });
      expect(new Map([...applied(files, plan)].sort())).toEqual(
        repositoryOf({
          ...complete,
          environments: complete.environments.filter(
            ({ name }) => name !== 'staging',
          ),
        }),
      );
      expect(plan.steps.map(({ title }) => title).join()).not.toContain(
        'Unregister',
      );
    });

    it('asks about what people edited in it', () => {
      const hand = edited(files, 'values-staging.yaml', text => `${text}# x\n`);
      expect(
        retirement({ files: hand, environments: ['staging'] }).conflicts,
      ).toMatchObject([{ path: 'values-staging.yaml', field: '' }]);
    });
  });

  it.each<[string, RetirementInput, RegExp]>([
    [
      'an environment that there is not',
      { files, environments: ['x'] },
      /Name one of dev, staging, prod/,
    ],
    ['none', { files, environments: [] }, /at least one/],
    ['a repository without a record', { files: new Map() }, /is not there/],
  ])('refuses %s', (_, input, message) => {
    const plan = planRetirement(input);
    expect(plan.ok ? '' : JSON.stringify(plan.issues)).toMatch(message);
  });

  it('is described with its losses and its steps', () => {
    const text = describeRetirement(
      retirement({ files: repositoryOf(minimal) }),
    );
    expect(text).toMatch(/## Removed from the repository[^]*## What is lost/);
    expect(text).toContain('PersistentVolumeClaim/alexandria-data');
    expect(text).toContain('kubectl delete pvc alexandria-data');
  });
});
