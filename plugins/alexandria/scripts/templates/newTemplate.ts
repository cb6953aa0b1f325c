import { sectionIds } from '../../src/form/sections';
import { page } from './pages';
import { templateOf } from './templateOf';

const repository = {
  repoUrl: {
    type: 'string',
    title: 'Repository',
    description: 'Created by this template. It must not exist yet.',
    'ui:field': 'AlexandriaRepository',
  },
};

const description = '${{ steps.generate.output.description }}';
const repoUrl = '${{ parameters.repoUrl }}';
const common = { repoUrl, description, defaultBranch: 'main' };

/** Publishing, by the type that the portal's integrations give a host. */
const publishers: Record<
  string,
  { host: string; action: string; input: object }
> = {
  github: {
    host: 'GitHub',
    action: 'publish:github',
    input: { ...common, repoVisibility: 'private' },
  },
  gitlab: {
    host: 'GitLab',
    action: 'publish:gitlab',
    input: {
      repoUrl,
      defaultBranch: 'main',
      settings: { description, visibility: 'private' },
    },
  },
  gitea: {
    host: 'Gitea',
    action: 'publish:gitea',
    input: { ...common, repoVisibility: 'private' },
  },
  azure: { host: 'Azure DevOps', action: 'publish:azure', input: common },
  bitbucketCloud: {
    host: 'Bitbucket Cloud',
    action: 'publish:bitbucketCloud',
    input: { ...common, repoVisibility: 'private' },
  },
  bitbucketServer: {
    host: 'Bitbucket Server',
    action: 'publish:bitbucketServer',
    input: { ...common, repoVisibility: 'private' },
  },
  gerrit: { host: 'Gerrit', action: 'publish:gerrit', input: common },
};

const idOf = (provider: string) => `publish-${provider}`;

/** The output of whichever publishing ran. */
const published = (output: string) =>
  `\${{ ${Object.keys(publishers)
    .map(provider => `steps['${idOf(provider)}'].output.${output}`)
    .join(' or ')} }}`;

const steps = [
  {
    id: 'generate',
    name: 'Generate the repository',
    action: 'alexandria:instance:generate',
    input: { answers: '${{ parameters.answers }}', repoUrl },
  },
  ...Object.entries(publishers).map(([provider, { host, action, input }]) => ({
    id: idOf(provider),
    name: `Publish to ${host}`,
    if: `\${{ steps.generate.output.provider === '${provider}' }}`,
    action,
    input,
  })),
  {
    id: 'register',
    name: 'Register it in the catalog',
    action: 'catalog:register',
    input: {
      repoContentsUrl: published('repoContentsUrl'),
      // Without a slash: one at the start leads Gitea elsewhere.
      catalogInfoPath: 'catalog-info.yaml',
    },
  },
];

const output = {
  links: [
    {
      title: 'Repository',
      url: published('remoteUrl'),
      icon: 'github',
    },
    {
      title: 'Open in the catalog',
      icon: 'catalog',
      entityRef: '${{ steps.register.output.entityRef }}',
    },
  ],
  text: [
    {
      title: 'What to do next',
      icon: 'description',
      content: '${{ steps.generate.output.nextSteps }}',
      default: true,
    },
  ],
};

/** `templates/new-alexandria-instance/template.yaml`. */
export function newTemplate(): string {
  return templateOf(
    {
      name: 'new-alexandria-instance',
      title: 'New Alexandria instance',
      description:
        'A repository with the Helm chart, values, Kustomize manifests, GitOps definitions and documentation of an Alexandria instance of your own, registered in the catalog.',
      tags: ['alexandria', 'kubernetes', 'helm', 'kustomize'],
    },
    {
      parameters: sectionIds.map(section =>
        page(section, section === 'delivery' ? { below: repository } : {}),
      ),
      steps,
      output,
    },
  );
}
