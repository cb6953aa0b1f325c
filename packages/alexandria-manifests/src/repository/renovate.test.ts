import { RE2JS } from 're2js';
import { parseAllDocuments } from 'yaml';
import type { GeneratedFile } from '../GeneratedFile';
import type { InstanceInput } from '../instance';
import { complete, instanceOf, instances } from './__testUtils__/instances';
import { generateRepository } from './generateRepository';

interface CustomManager {
  managerFilePatterns: string[];
  matchStrings: string[];
  datasourceTemplate?: string;
}

const GROUPS = ['datasource', 'depName', 'currentValue'] as const;

/** A pattern between slashes, as Renovate writes regular expressions for file names. */
const between = (pattern: string) => pattern.replace(/^\/|\/$/g, '');

function managersOf(files: GeneratedFile[]): CustomManager[] {
  const file = files.find(({ path }) => path === 'renovate.json');
  return JSON.parse(file?.content ?? '').customManagers;
}

/** What a regular expression finds, by RE2, which is what Renovate uses; the places in the text with it. */
function findAll(pattern: string, content: string) {
  const matcher = RE2JS.compile(pattern).matcher(content);
  const groups = GROUPS.filter(name => pattern.includes(`(?<${name}>`));
  const found: {
    groups: Record<string, string>;
    start: number;
    end: number;
  }[] = [];
  while (matcher.find()) {
    found.push({
      groups: Object.fromEntries(
        groups.map(name => [name, matcher.group(name) ?? '']),
      ),
      start: matcher.start(),
      end: matcher.end(),
    });
  }
  return found;
}

function matchesOf(files: GeneratedFile[]) {
  return managersOf(files).flatMap(manager =>
    files
      .filter(({ path }) =>
        manager.managerFilePatterns.some(pattern =>
          RE2JS.compile(between(pattern)).matcher(path).find(),
        ),
      )
      .flatMap(({ path, content }) =>
        manager.matchStrings.flatMap(pattern =>
          findAll(pattern, content).map(({ groups, ...place }) => ({
            ...place,
            dependency: {
              path,
              datasource: groups.datasource ?? manager.datasourceTemplate,
              depName: groups.depName,
              currentValue: groups.currentValue,
            },
          })),
        ),
      ),
  );
}

/** Writes another version where Renovate would. */
function raised(files: GeneratedFile[], version: string): GeneratedFile[] {
  const matches = matchesOf(files);
  return files.map(file => {
    const places = matches
      .filter(({ dependency }) => dependency.path === file.path)
      .sort((a, b) => b.start - a.start);
    const content = places.reduce((text, { start, end, dependency }) => {
      const match = text
        .slice(start, end)
        .replace(dependency.currentValue, version);
      return text.slice(0, start) + match + text.slice(end);
    }, file.content);
    return { ...file, content };
  });
}

/** Every text of a document that begins with the registry. */
function imagesIn(node: unknown, registry: string): string[] {
  if (typeof node === 'string') {
    return node.startsWith(`${registry}/`) ? [node] : [];
  }
  return typeof node === 'object' && node !== null
    ? Object.values(node).flatMap(value => imagesIn(value, registry))
    : [];
}

const isVersion = (tag: string) => /^v?[0-9]/.test(tag);

/** The tags of the values files, from the answers, and those of the Kustomize files, from the YAML. */
function expectedOf(input: InstanceInput, files: GeneratedFile[]) {
  const { images, environments, delivery } = instanceOf(input);
  const datasource = 'docker';
  const ofValues = environments.flatMap(
    ({ name, imageTag: currentValue, imageDigests }) =>
      Object.entries({
        api: 'ee-api',
        orchestrator: 'ce',
        dashboard: 'ee-dashboard',
      } as const).flatMap(([container, image]) =>
        isVersion(currentValue) &&
        imageDigests[container as keyof typeof imageDigests] === ''
          ? [
              {
                path: `values-${name}.yaml`,
                datasource,
                depName: `${images.registry}/${image}`,
                currentValue,
              },
            ]
          : [],
      ),
  );
  const ofKustomize = files
    .filter(({ path }) => /^k8s\/(manifests|overlays)\//.test(path))
    .flatMap(({ path, content }) =>
      imagesIn(
        parseAllDocuments(content).map(document => document.toJS()),
        images.registry,
      ).map(image => ({ path, image })),
    )
    .flatMap(({ path, image }) => {
      const [, depName, currentValue] =
        image.match(/^([^@]+):([^:@/]+)$/) ?? [];
      return currentValue !== undefined && isVersion(currentValue)
        ? [{ path, datasource, depName, currentValue }]
        : [];
    });
  return [
    ...(delivery.manifests === 'kustomize' ? [] : ofValues),
    ...ofKustomize,
  ];
}

const sha = (digit: string) => `sha256:${digit.repeat(64)}`;

function withProduction(
  fields: Partial<InstanceInput['environments'][number]>,
): InstanceInput {
  return {
    ...complete,
    environments: complete.environments.map(environment =>
      environment.stage === 'production'
        ? { ...environment, ...fields }
        : environment,
    ),
  };
}

const cases: [string, InstanceInput][] = [
  ...instances,
  [
    'a tag that YAML would read as a number',
    withProduction({ imageTag: '1.0.0' }),
  ],
  ['a pre-release', withProduction({ imageTag: 'v2.0.0-rc.1' })],
  [
    'the images of the project, from a registry with a port and dots',
    {
      ...withProduction({}),
      images: { registry: 'registry.acme.io:5000/a.b/alexandria' },
    },
  ],
  ['the default registry', { ...withProduction({}), images: {} }],
  [
    'digests beside a tag',
    withProduction({
      imageDigests: {
        api: sha('a'),
        orchestrator: sha('b'),
        dashboard: sha('c'),
      },
    }),
  ],
  [
    'a digest of one image',
    withProduction({ imageDigests: { orchestrator: sha('0') } }),
  ],
  [
    'a commit that begins with a digit, in staging',
    {
      ...complete,
      environments: complete.environments.map(environment =>
        environment.stage === 'staging'
          ? { ...environment, imageTag: '0a1b2c3' }
          : environment,
      ),
    },
  ],
];

describe('renovate.json', () => {
  describe.each(cases)('with %s', (_, input) => {
    const files = generateRepository(instanceOf(input));
    const found = matchesOf(files).map(({ dependency }) => dependency);

    it('finds each tag of an image that is a version, by RE2, and nothing else', () => {
      expect(found).toEqual(expect.arrayContaining(expectedOf(input, files)));
      expect(found).toHaveLength(expectedOf(input, files).length);
    });

    it('says the same to the regular expressions of JavaScript', () => {
      for (const { managerFilePatterns, matchStrings } of managersOf(files)) {
        const [pattern] = managerFilePatterns;
        const own = files.filter(({ path }) =>
          new RegExp(between(pattern)).test(path),
        );
        for (const { content } of own) {
          for (const matchString of matchStrings) {
            expect(
              [...content.matchAll(new RegExp(matchString, 'g'))].map(
                ({ groups }) => ({ ...groups }),
              ),
            ).toEqual(findAll(matchString, content).map(each => each.groups));
          }
        }
      }
    });
  });

  it('raises a release everywhere at once: what it writes is what would be generated', () => {
    const before = generateRepository(instanceOf(complete));
    const after = generateRepository(
      instanceOf(withProduction({ imageTag: 'v1.1.0' })),
    );
    const deployed = ({ path }: GeneratedFile) => /^(values-|k8s\/)/.test(path);
    const changed = raised(before, 'v1.1.0').filter(deployed);
    expect(changed).toEqual(after.filter(deployed));
    expect(changed).not.toEqual(before.filter(deployed));
  });

  it('leaves the chart and the files of the team alone', () => {
    const files = generateRepository(instanceOf(complete));
    const paths = new Set(
      matchesOf(files).map(({ dependency }) => dependency.path),
    );
    expect([...paths].sort()).toEqual([
      'k8s/overlays/prod/deployment-patch.yaml',
      'values-prod.yaml',
    ]);
  });
});
