import {
  instanceJsonSchema,
  writeYaml,
} from '@alexandriaproject/alexandria-manifests';
import { sectionIds, type SectionId } from '../src/form/sections';
import { pageSchema } from './pageSchema';

const titles: Record<SectionId, string> = {
  identity: 'Identity',
  environments: 'Environments',
  sizing: 'Size and storage',
  images: 'Images',
  access: 'Access',
  llmBackends: 'LLM backends',
  secrets: 'Secrets',
  exposure: 'Exposure and observability',
  delivery: 'Delivery',
};

const repository = {
  repoUrl: {
    type: 'string',
    title: 'Repository',
    description: 'Created by this template. It must not exist yet.',
    'ui:field': 'AlexandriaRepository',
  },
};

type Properties = Record<string, { title?: string }>;

/**
 * The summary before the repository is created takes names from the first page, for all answers: so that page names what
 * the others ask for too.
 */
function named(own: Properties): Properties {
  const all = instanceJsonSchema().properties as Properties;
  return Object.fromEntries(
    Object.entries(all)
      .filter(([key]) => key !== 'repoUrl')
      .map(([key, { title }]) => [
        key,
        {
          title,
          ...(own[key] ?? { 'ui:backstage': { review: { explode: false } } }),
        },
      ]),
  );
}

function page(section: SectionId) {
  const isLast = section === 'delivery';
  const { properties, ...answers } = pageSchema(instanceJsonSchema(), section);
  const { repoUrl: _, ...asked } = properties as Properties;
  return {
    title: titles[section],
    required: isLast ? ['answers', 'repoUrl'] : ['answers'],
    properties: {
      answers: {
        'ui:field': 'AlexandriaInstance',
        'ui:options': { section },
        ...answers,
        properties: section === 'identity' ? named(asked) : asked,
      },
      ...(isLast ? repository : {}),
    },
  };
}

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

/** The template as it is registered in a catalog. */
export function templateYaml(): string {
  return writeYaml(
    {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: {
        name: 'new-alexandria-instance',
        title: 'New Alexandria instance',
        description:
          'A repository with the Helm chart, values, Kustomize manifests, GitOps definitions and documentation of an Alexandria instance of your own, registered in the catalog.',
        tags: ['alexandria', 'kubernetes', 'helm', 'kustomize'],
      },
      spec: {
        owner: 'group:default/platform',
        type: 'service',
        parameters: sectionIds.map(page),
        steps,
        output,
      },
    },
    {
      header: [
        'Written by `yarn workspace @alexandriaproject/backstage-plugin-alexandria generate` from the model of the answers.',
        'Change the owner to a group of your catalog; everything else follows the model.',
      ].join('\n'),
    },
  );
}
