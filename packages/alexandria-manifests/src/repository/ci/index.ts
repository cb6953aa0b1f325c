import type { GeneratedFile } from '../../GeneratedFile';
import { writeYaml } from '../../yaml';
import { paths } from '../paths';
import type { CiKind } from '../../instance';
import type { RepositoryPlan } from '../RepositoryPlan';

/** Has bash, git, helm and kubectl. */
const IMAGE = 'docker.io/alpine/k8s:1.35.2';

/** GitHub Actions, which Gitea's runner reads too. */
function actions(folder: string): GeneratedFile {
  return {
    path: `${folder}/validate.yaml`,
    content: writeYaml({
      name: 'validate',
      on: { push: { branches: ['main'] }, pull_request: {} },
      permissions: { contents: 'read' },
      jobs: {
        validate: {
          'runs-on': 'ubuntu-latest',
          container: IMAGE,
          steps: [
            { uses: 'actions/checkout@v4' },
            { run: `bash ${paths.validate}` },
          ],
        },
      },
    }),
  };
}

const gitlab: GeneratedFile = {
  path: '.gitlab-ci.yml',
  content: writeYaml({
    validate: {
      image: { name: IMAGE, entrypoint: [''] },
      script: [`bash ${paths.validate}`],
      rules: [
        { if: '$CI_PIPELINE_SOURCE == "merge_request_event"' },
        { if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' },
      ],
    },
  }),
};

const workflows: Record<CiKind, GeneratedFile[]> = {
  github: [actions('.github/workflows')],
  gitea: [actions('.gitea/workflows')],
  gitlab: [gitlab],
  none: [],
};

/** The workflow that runs the validation at every change, for hosts that have one. */
export function ci({ ci: kind }: RepositoryPlan): GeneratedFile[] {
  return workflows[kind];
}
