import { describeImages, versionOf } from './describeImages';

const containers = (images: Record<string, string>) => ({
  spec: {
    containers: Object.entries(images).map(([name, image]) => ({
      name,
      image,
    })),
  },
});

describe('the images of a pod template', () => {
  it('are told init containers first, in the order of the pod', () => {
    expect(
      describeImages({
        spec: {
          containers: [{ name: 'api', image: 'a:1' }, 'no container'],
          initContainers: [{ name: 'config-init', image: 'b:1' }],
        },
      }),
    ).toEqual([
      { container: 'config-init', image: 'b:1' },
      { container: 'api', image: 'a:1' },
    ]);
  });

  it.each<[string, Record<string, string>, string | undefined]>([
    ['one tag', { api: 'r/a:v1.2.0', dashboard: 'r/b:v1.2.0' }, 'v1.2.0'],
    [
      'a container of others',
      { api: 'r/a:v1.2.0', proxy: 'envoy:v9' },
      'v1.2.0',
    ],
    ['a digest beside the tag', { api: 'r/a:v1.2.0@sha256:00' }, 'v1.2.0'],
    ['two tags', { api: 'r/a:v1.2.0', dashboard: 'r/b:v1.1.0' }, undefined],
    ['no tag on one', { api: 'r/a:v1.2.0', dashboard: 'r/b' }, undefined],
    ['only digests', { api: 'r/a@sha256:00' }, undefined],
    ['none of its containers', { proxy: 'envoy:v9' }, undefined],
  ])('have a version with %s', (_, images, version) => {
    expect(versionOf(containers(images))).toBe(version);
  });
});
