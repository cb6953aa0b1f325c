/** @jest-environment node */
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  describeWithTools,
  helm,
  kubectl,
  run,
} from '@alexandriaproject/test-rig';
import { parse } from 'yaml';
import type { InstanceInput } from '../../instance';
import { instanceOf } from '../__testUtils__/instances';
import { generateRepository } from '../generateRepository';

/** One environment with both ways out: every kind of check once. */
const instance: InstanceInput = {
  name: 'assistant',
  owner: 'group:default/payments',
  environments: [
    {
      name: 'prod',
      stage: 'production',
      host: 'assistant.acme.io',
      imageTag: 'v1.0.0',
    },
  ],
  delivery: { manifests: 'both' },
};

/** The hosts that have a workflow, and what it is called there. */
const hosts = [
  ['GitHub', 'github.com?owner=a&repo=b', '.github/workflows/validate.yaml'],
  ['GitLab', 'gitlab.com?owner=a&repo=b', '.gitlab-ci.yml'],
  ['Gitea', 'gitea.acme.io?owner=a&repo=b', '.gitea/workflows/validate.yaml'],
] as const;

interface Actions {
  jobs: Record<string, { steps: { run?: string }[] }>;
}

interface GitLab {
  validate: { script: string[] };
}

/** The commands of a workflow, in order. */
function commandsOf(path: string, content: string): string[] {
  if (path === '.gitlab-ci.yml') {
    return (parse(content) as GitLab).validate.script;
  }
  const { jobs } = parse(content) as Actions;
  return Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap(({ run: command }) => command ?? []),
  );
}

/**
 * Run by Node itself, since the parser is an ES module. It imports its schema as bundlers read JSON, and not Node: so the
 * import is answered with a module.
 */
const PARSE = `
  import { readFileSync } from 'node:fs';
  import { registerHooks } from 'node:module';
  registerHooks({
    load(url, context, next) {
      if (!url.endsWith('.json')) return next(url, context);
      const source = 'export default ' + readFileSync(new URL(url), 'utf8');
      return { format: 'module', source, shortCircuit: true };
    },
  });
  const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');
  const file = { name: 'validate.yaml', content: readFileSync(0, 'utf8') };
  const { context } = parseWorkflow(file, new NoOperationTraceWriter());
  console.log(JSON.stringify(context.errors.getErrors().map(error => error.rawMessage)));
`;

/** What GitHub's own parser, which has the schema of workflows, says of one. */
async function complaints(workflow: string): Promise<string[]> {
  const { code, stdout, stderr } = await run(
    process.execPath,
    ['--input-type=module', '--eval', PARSE],
    { cwd: __dirname, input: workflow },
  );
  if (code !== 0) {
    throw new Error(stderr);
  }
  return JSON.parse(stdout);
}

/** What somebody breaks, the checks that notice, and what they say of it. */
interface Breakage {
  name: string;
  edit(folder: string): void;
  failed: string[];
  says: string | RegExp;
}

const append = (path: string, text: string) => (folder: string) =>
  appendFileSync(join(folder, path), text);
const remove = (path: string) => (folder: string) => rmSync(join(folder, path));
const replace =
  (path: string, from: string, to: string) => (folder: string) => {
    const file = join(folder, path);
    const before = readFileSync(file, 'utf8');
    const after = before.replace(from, to);
    if (after === before) {
      throw new Error(`${path} does not hold ${from}`);
    }
    writeFileSync(file, after);
  };

const LINT = 'prod: helm lint';
const TEMPLATE = 'prod: helm template';
const KUSTOMIZE = 'prod: kubectl kustomize';
const AGREE = 'prod: chart and overlay agree';
const chart = 'k8s/helm/alexandria-ee';

const breakages: Breakage[] = [
  {
    name: 'a key that the values do not have',
    edit: append('values-prod.yaml', 'replicas: 3\n'),
    failed: [LINT, TEMPLATE, AGREE],
    says: /additional properties 'replicas' not allowed/,
  },
  {
    name: 'a value of the wrong type',
    edit: append('values-prod.yaml', 'replicaCount: many\n'),
    failed: [LINT, TEMPLATE, AGREE],
    says: /replicaCount.*got string, want integer/,
  },
  {
    name: 'values that a guard refuses',
    edit: append('values-prod.yaml', 'terminationGracePeriodSeconds: 3\n'),
    failed: [TEMPLATE, AGREE],
    says: /terminationGracePeriodSeconds: must/,
  },
  {
    name: 'an open "must" of the checklist',
    edit: replace('values-prod.yaml', 'tag: v1.0.0', 'tag: main'),
    failed: [TEMPLATE, AGREE],
    says: 'image.api.tag',
  },
  {
    name: 'values that are no YAML',
    edit: append('values-prod.yaml', 'a: [\n'),
    failed: [LINT, TEMPLATE, AGREE],
    says: /failed to parse .*values-prod\.yaml|error converting YAML/,
  },
  {
    name: 'no values file',
    edit: remove('values-prod.yaml'),
    failed: [LINT, TEMPLATE, AGREE],
    says: 'values-prod.yaml: no such file or directory',
  },
  {
    name: 'a schema that is no JSON',
    edit: append(`${chart}/values.schema.json`, '}'),
    failed: [LINT, TEMPLATE, AGREE],
    says: /specifications of the schema.*[^]*invalid character/,
  },
  {
    name: 'a broken template of the chart',
    edit: append(`${chart}/templates/service.yaml`, '{{ if }}'),
    failed: [LINT, TEMPLATE, AGREE],
    says: /templates\/service\.yaml:\d+\): missing value for if/,
  },
  {
    name: 'values that were changed without the overlay',
    edit: append('values-prod.yaml', 'priorityClassName: high\n'),
    failed: [AGREE],
    says: /-\s+priorityClassName: high/,
  },
  {
    name: 'an overlay that was edited by hand',
    edit: append('k8s/overlays/prod/kustomization.yaml', 'namePrefix: my-\n'),
    failed: [AGREE],
    says: /\+\s+name: my-alexandria/,
  },
  {
    name: 'a base that was edited by hand',
    edit: replace('k8s/manifests/deployment.yaml', ':v1.0.0', ':v1.0.1'),
    failed: [AGREE],
    says: /\+.*:v1\.0\.1[^]*Change both alike, or have the template write them again/,
  },
  {
    name: 'a resource that is gone',
    edit: remove('k8s/manifests/service.yaml'),
    failed: [KUSTOMIZE, AGREE],
    says: /service\.yaml.*(no such file|not exist|doesn't exist)/,
  },
  {
    name: 'an overlay that names a file that is not there',
    edit: append('k8s/overlays/prod/kustomization.yaml', '  - nothing.yaml\n'),
    failed: [KUSTOMIZE, AGREE],
    says: /nothing\.yaml/,
  },
  {
    name: "a patch of the team's that is none",
    edit: append(
      'k8s/overlays/prod/patches/kustomization.yaml',
      'patches: [{ path: none.yaml }]\n',
    ),
    failed: [KUSTOMIZE],
    says: /none\.yaml/,
  },
];

describe('the workflow', () => {
  it.each(hosts)(
    'of %s runs the script at every change, where helm and kubectl are, and may only read',
    (_, repoUrl, path) => {
      const files = generateRepository(instanceOf({ ...instance, repoUrl }));
      const content = files.find(file => file.path === path)?.content ?? '';
      expect(commandsOf(path, content)).toEqual([
        'bash .alexandria/validate.sh',
      ]);
      expect(content).toMatch(/docker\.io\/alpine\/k8s:[0-9.]+\n/);
      const { permissions, rules, on } = {
        ...parse(content),
        ...parse(content).validate,
      };
      expect({ permissions, rules, on }).toEqual(
        path === '.gitlab-ci.yml'
          ? {
              rules: [
                { if: '$CI_PIPELINE_SOURCE == "merge_request_event"' },
                { if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' },
              ],
            }
          : {
              permissions: { contents: 'read' },
              on: { push: { branches: ['main'] }, pull_request: {} },
            },
      );
    },
  );

  it.each(hosts.filter(([name]) => name !== 'GitLab'))(
    "of %s is one to GitHub's own parser",
    async (_, repoUrl, path) => {
      const files = generateRepository(instanceOf({ ...instance, repoUrl }));
      const content = files.find(file => file.path === path)?.content ?? '';
      expect(await complaints(content)).toEqual([]);
      expect(await complaints(content.replace('runs-on', 'run-on'))).toContain(
        'Required property is missing: runs-on',
      );
    },
  );
});

describeWithTools(
  'the steps of the workflow, on a fresh clone',
  ['helm-4', 'kubectl-newest'],
  () => {
    let folder: string;
    let bin: string;

    async function git(cwd: string, ...args: string[]) {
      const { code, stderr } = await run('git', args, {
        cwd,
        env: {
          GIT_CONFIG_GLOBAL: '/dev/null',
          GIT_CONFIG_SYSTEM: '/dev/null',
          GIT_AUTHOR_NAME: 'Tests',
          GIT_AUTHOR_EMAIL: 'tests@example.com',
          GIT_COMMITTER_NAME: 'Tests',
          GIT_COMMITTER_EMAIL: 'tests@example.com',
        },
      });
      if (code !== 0) {
        throw new Error(`git ${args.join(' ')}: ${stderr}`);
      }
    }

    /** Puts the repository of a host on a bare one, as the scaffolder does. */
    async function publish(repoUrl: string): Promise<string> {
      const source = mkdtempSync(join(folder, 'source-'));
      const files = generateRepository(instanceOf({ ...instance, repoUrl }));
      for (const { path, content } of files) {
        mkdirSync(dirname(join(source, path)), { recursive: true });
        writeFileSync(join(source, path), content);
      }
      const bare = `${source}.git`;
      await git(folder, 'init', '--quiet', '--bare', bare);
      await git(source, 'init', '--quiet', '--initial-branch=main');
      await git(source, 'add', '--all');
      await git(source, 'commit', '--quiet', '--message', 'Begin');
      await git(source, 'push', '--quiet', bare, 'main');
      return bare;
    }

    /** Clones it, edits the clone, and runs the commands of its workflow, up to the first that fails. */
    async function validate(
      bare: string,
      workflow: string,
      edit: (clone: string) => void = () => {},
    ) {
      const clone = mkdtempSync(join(folder, 'clone-'));
      await git(folder, 'clone', '--quiet', '--branch=main', bare, clone);
      edit(clone);
      const content = readFileSync(join(clone, workflow), 'utf8');
      for (const command of commandsOf(workflow, content)) {
        // As the runners do.
        const result = await run('bash', ['-e', '-c', command], {
          cwd: clone,
          env: { PATH: `${bin}:${process.env.PATH}`, KUBECONFIG: '/dev/null' },
        });
        if (result.code !== 0) {
          return result;
        }
      }
      return { code: 0, stdout: '', stderr: '' };
    }

    let gitHub: string;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'workflow-'));
      bin = join(folder, 'bin');
      mkdirSync(bin);
      symlinkSync((await helm(4)).path, join(bin, 'helm'));
      symlinkSync((await kubectl('newest')).path, join(bin, 'kubectl'));
      gitHub = await publish(hosts[0][1]);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(hosts)('pass on %s', async (_, repoUrl, workflow) => {
      const bare = await publish(repoUrl);
      expect(await validate(bare, workflow)).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
    });

    it.each(breakages)('fail with $name', async ({ edit, failed, says }) => {
      const { code, stdout } = await validate(gitHub, hosts[0][2], edit);
      expect(
        stdout
          .split('\n')
          .flatMap(line => line.match(/^FAILED {2}(.*)/)?.[1] ?? []),
      ).toEqual(failed);
      expect(stdout).toMatch(says);
      expect(code).toBe(1);
    });

    it('fail without the script', async () => {
      const { code, stderr } = await validate(
        gitHub,
        hosts[0][2],
        remove('.alexandria/validate.sh'),
      );
      expect(code).toBe(127);
      expect(stderr).toContain('.alexandria/validate.sh: No such file');
    });
  },
);
