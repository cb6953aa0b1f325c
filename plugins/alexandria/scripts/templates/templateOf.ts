import { writeYaml } from '@alexandriaproject/alexandria-manifests';

/** A template as it is registered in a catalog, from its metadata and its specification. */
export function templateOf(
  metadata: {
    name: string;
    title: string;
    description: string;
    tags: string[];
  },
  spec: object,
): string {
  return writeYaml(
    {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata,
      spec: { owner: 'group:default/platform', type: 'service', ...spec },
    },
    {
      header: [
        'Written by `yarn workspace @alexandriaproject/backstage-plugin-alexandria generate` from the model of the answers.',
        'Change the owner to a group of your catalog; everything else follows the model.',
      ].join('\n'),
    },
  );
}
