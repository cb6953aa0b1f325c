import {
  describeWithTools,
  startGitea,
  type Gitea,
} from '@alexandriaproject/test-rig';
import { PortalApi } from './support/api';
import { GitHostApi } from './support/GitHostApi';
import { startPortal, type Portal } from './support/portal';

const NAME = 'assistant';
const ENTITY_REF = `component:default/${NAME}`;

describeWithTools(
  'an instance on Gitea that is changed and retired',
  ['gitea'],
  () => {
    let portal: Portal;
    let api: PortalApi;
    let gitea: Gitea;
    let git: GitHostApi;
    let repository: string;

    /** Runs a template to its end. @returns how it ended */
    async function run(template: string, values: object): Promise<string> {
      const { body, status } = await api.request(
        'POST',
        'scaffolder/v2/tasks',
        {
          ...{ templateRef: `template:default/${template}`, values },
        },
      );
      if (status !== 201) {
        throw new Error(`${template}: ${status} ${JSON.stringify(body)}`);
      }
      return api.ended((body as { id: string }).id);
    }

    async function answers(): Promise<Record<string, unknown>> {
      const { body } = await api.request(
        'GET',
        `alexandria/v1/instances/component/default/${NAME}/repository`,
      );
      return (body as { answers: Record<string, unknown> }).answers;
    }

    beforeAll(async () => {
      gitea = await startGitea();
      portal = await startPortal({
        'integrations.gitea': [
          { host: gitea.host, baseUrl: gitea.url, ...gitea.administrator },
        ],
        'sandbox.git': false,
      });
      api = await PortalApi.signIn(portal);
      git = new GitHostApi(gitea.url, gitea.administrator);
      repository = `${gitea.organization}/${NAME}`;
      await run('new-alexandria-instance', {
        answers: {
          name: NAME,
          owner: 'group:default/platform',
          environments: [{ name: 'dev', stage: 'development' }],
          delivery: { gitops: 'argocd' },
        },
        repoUrl: `${gitea.host}?owner=${gitea.organization}&repo=${NAME}`,
      });
      await api.registered(NAME);
      await git.edit(repository, 'README.md', text => `${text}\n## By hand\n`);
    }, 600_000);

    afterAll(async () => {
      await portal?.stop();
      await gitea?.stop();
    });

    it('is changed by a pull request that keeps what was done by hand', async () => {
      const present = await answers();
      expect(
        await run('change-alexandria-instance', {
          entityRef: ENTITY_REF,
          answers: {
            ...present,
            environments: [
              ...(present.environments as object[]),
              {
                ...{ name: 'staging', stage: 'staging', imageTag: 'main' },
                host: 'assistant.staging.test',
              },
            ],
            delivery: { manifests: 'both', gitops: 'none', ci: 'auto' },
          },
        }),
      ).toBe('completed');
      const { title, body } = await git.pull(repository, 1);
      expect(title).toMatch(/^Change assistant: .*staging/);
      expect(body).toContain('staging');
      const before = await git.paths(repository);
      await git.merge(repository, 1);
      const after = await git.paths(repository);
      expect(after.filter(path => !before.includes(path))).toContain(
        'values-staging.yaml',
      );
      expect(before.filter(path => !after.includes(path))).toEqual([
        'gitops/argocd/dev.yaml',
      ]);
      const { text } = await git.file(repository, 'README.md');
      expect(text).toMatch(/assistant-staging[^]*## By hand/);
    }, 180_000);

    it('is not requested again when nothing is left to change', async () => {
      expect(
        await run('change-alexandria-instance', {
          entityRef: ENTITY_REF,
          answers: await answers(),
        }),
      ).toBe('completed');
      await expect(git.pull(repository, 2)).rejects.toThrow('404');
    }, 120_000);

    it('is retired by a pull request, under its name only', async () => {
      const retire = (confirmName: string) =>
        run('retire-alexandria-instance', {
          entityRef: ENTITY_REF,
          confirmName,
        });
      expect(await retire('other')).toBe('failed');
      expect(await retire(NAME)).toBe('completed');
      expect(await git.pull(repository, 2)).toMatchObject({
        title: `Take ${NAME} out of service`,
      });
      await git.merge(repository, 2);
      expect(
        (await git.paths(repository)).filter(path =>
          /^(values-|k8s\/|\.alexandria\/)/.test(path),
        ),
      ).toEqual([]);
    }, 120_000);
  },
);
