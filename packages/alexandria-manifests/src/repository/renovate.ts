import type { GeneratedFile } from '../GeneratedFile';
import type { RepositoryPlan } from './RepositoryPlan';

/** Escapes text for a regular expression. */
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * Has Renovate raise the three images together, in the values files and in the Kustomize files: these say the same, and
 * the validation fails when one is behind. Tags of development that move are no versions and stay; so does an image that is
 * pinned by digest, which wins over its tag.
 */
export function renovate({ instance }: RepositoryPlan): GeneratedFile {
  const images = `${literal(instance.images.registry)}/[a-z-]+`;
  return {
    path: 'renovate.json',
    content: `${JSON.stringify(
      {
        $schema: 'https://docs.renovatebot.com/renovate-schema.json',
        extends: ['config:recommended'],
        customManagers: [
          {
            customType: 'regex',
            managerFilePatterns: ['/^values-.+\\.yaml$/'],
            matchStrings: [
              '# renovate: datasource=(?<datasource>\\S+) depName=(?<depName>\\S+)\\s+tag: "?(?<currentValue>v?\\d[^"\\s]*)"?',
            ],
          },
          {
            customType: 'regex',
            managerFilePatterns: ['/^k8s/(manifests|overlays)/.+\\.yaml$/'],
            matchStrings: [
              `image: "?(?<depName>${images}):(?<currentValue>v?\\d[^"\\s@]*)"?`,
            ],
            datasourceTemplate: 'docker',
          },
        ],
        packageRules: [
          {
            matchDatasources: ['docker'],
            matchPackageNames: [`${instance.images.registry}/**`],
            groupName: 'alexandria',
          },
          { matchFileNames: ['k8s/helm/**'], enabled: false },
        ],
      },
      null,
      2,
    )}\n`,
  };
}
