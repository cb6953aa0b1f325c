import type { Explanation } from '../explanations';

/** Changes of the renderer, its Kustomize output, the guards and the rules. */
export const rendererExplanations: Explanation[] = [
  {
    file: 'src/objects/deployment/env.ts',
    changes: [['[]', '["Stryker was here"]']],
    within: 'backends.flatMap(backend => backend.apiKeyEnvVar ?? [])',
    reason:
      'A variable that no backend names has no key, so that nothing comes of it.',
  },
  {
    file: 'src/values/guards/containerFields.ts',
    changes: [['[]', '["Stryker was here"]']],
    reason: 'Text has none of the keys that the guards ask an entry for.',
  },
];
