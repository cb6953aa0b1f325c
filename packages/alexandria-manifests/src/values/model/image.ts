import { z } from 'zod';
import { text, withDefault } from './fields';
import * as patterns from './patterns';

const tag = text(
  'an image tag: letters, digits, "_", "." and "-", at most 128',
  patterns.optionalImageTag,
);
const digest = text(
  'an image digest such as sha256: and 64 hexadecimal digits, or ""',
  patterns.optionalImageDigest,
);
const pullPolicy = withDefault(
  z.enum(['Always', 'IfNotPresent', 'Never']),
  'IfNotPresent',
);

/** An image of the product. An empty tag is the chart's appVersion; a digest wins over the tag. */
export function image(repository: string, defaultTag = '') {
  return z.strictObject({
    repository: withDefault(
      text(
        'an image repository without tag and digest, such as ghcr.io/alexandriaproject/ce',
        patterns.imageRepository,
      ),
      repository,
    ),
    tag: withDefault(tag, defaultTag),
    digest: withDefault(digest, ''),
    pullPolicy,
  });
}

export const images = z.strictObject({
  api: image('ghcr.io/alexandriaproject/ee-api'),
  orchestrator: image('ghcr.io/alexandriaproject/ce'),
  dashboard: image('ghcr.io/alexandriaproject/ee-dashboard'),
  configInit: image('').extend({
    repository: withDefault(
      text(
        'an image repository without tag and digest, or "" for the orchestrator\'s image',
        patterns.optionalImageRepository,
      ),
      '',
    ),
  }),
});
export type Image = z.output<ReturnType<typeof image>>;
