import { complete } from '../../repository/__testUtils__/instances';
import { planOf, repositoryOf } from '../__testUtils__/repository';

const [dev, staging, prod] = complete.environments;
const plain = { ...complete, delivery: { gitops: 'none' as const } };

const stepsOf = (from: typeof complete, to: typeof complete) =>
  planOf(repositoryOf(from), to).steps;

const titles = (steps: ReturnType<typeof stepsOf>) =>
  steps.map(({ when, title }) => `${when}: ${title}`);

describe('steps', () => {
  it('of a new environment make its namespace, its Secrets and its name before, and apply it after', () => {
    const steps = stepsOf(complete, {
      ...complete,
      environments: [
        dev,
        staging,
        prod,
        { name: 'qa', stage: 'staging', host: 'qa.acme.io', imageTag: 'main' },
      ],
    });
    expect(titles(steps)).toEqual([
      'beforeMerge: Create the namespace assistant-qa',
      'beforeMerge: Create what qa reads from Secrets',
      'beforeMerge: Point qa.acme.io at the cluster',
      'afterMerge: Apply qa',
    ]);
    expect(steps[3].commands).toEqual([
      'kubectl apply -f gitops/argocd/qa.yaml',
    ]);
    expect(steps[1].commands.join('\n')).toContain(
      'kubectl create secret generic alexandria-auth',
    );
  });

  it('of moving to Postgres create, export and stop before, and import after', () => {
    const steps = stepsOf(plain, {
      ...plain,
      environments: [
        { ...dev, database: 'postgres', postgres: { cidr: '10.0.0.0/16' } },
        staging,
        prod,
      ],
    });
    expect(titles(steps)).toEqual([
      'beforeMerge: Create the database of dev in Postgres',
      'beforeMerge: Create what dev reads from Secrets',
      'beforeMerge: Export what is in SQLite, and stop the pods',
      'afterMerge: Apply dev',
      'afterMerge: Import it into Postgres',
    ]);
    const secret = steps[1].commands.join('\n');
    expect(secret).toContain('alexandria-database');
    expect(secret).not.toContain('alexandria-auth');
    expect(steps[2].commands).toEqual([
      'kubectl scale deployment/alexandria --namespace assistant-dev --replicas 0',
    ]);
    expect(steps[4].text).toContain('alexandria-data');
  });

  it('add keys to a Secret that is there, and leave those it has', () => {
    const [step] = stepsOf(plain, {
      ...plain,
      llmBackends: [
        ...(plain.llmBackends ?? []),
        {
          name: 'mistral',
          kind: 'openai',
          url: 'https://api.mistral.ai',
          model: 'large',
        },
      ],
    });
    const commands = step.commands.join('\n');
    expect(commands).toContain('--from-literal=mistral-api-key=');
    expect(commands).not.toContain('claude-api-key');
    expect(commands).toContain('--dry-run=client');
    expect(commands).toContain('kubectl apply --server-side');
  });

  it('of an environment that goes take away its definition first', () => {
    const steps = stepsOf(complete, {
      ...complete,
      environments: [dev, prod],
    });
    expect(titles(steps)).toEqual([
      'afterMerge: Take staging out of its cluster',
    ]);
    expect(steps[0].commands[0]).toBe(
      'kubectl delete application.argoproj.io assistant-staging --namespace argocd',
    );
    expect(steps[0].commands[1]).toContain('kubectl delete');
    expect(steps[0].commands[1]).not.toContain('persistentvolumeclaim');
  });

  it('of a claim that cannot change say how the data moves', () => {
    const [step] = stepsOf(plain, {
      ...plain,
      environments: [dev, staging, { ...prod, storage: { shared: true } }],
    });
    expect(step.title).toMatch(/Move the data/);
    expect(step.text).toContain('persistence.existingClaim');
  });

  it('are none where a GitOps tool does the rest', () => {
    expect(
      stepsOf(complete, {
        ...complete,
        environments: [dev, staging, { ...prod, imageTag: 'v1.1.0' }],
      }),
    ).toEqual([]);
  });
});
