import { z } from 'zod';
import { described } from './fields';

export const delivery = z.strictObject({
  manifests: described(
    z.enum(['helm', 'kustomize', 'both']),
    'Manifests',
    'A Helm chart with values files, Kustomize manifests, or both with one meaning.',
  ).default('both'),
  gitops: described(
    z.enum(['none', 'argocd', 'flux']),
    'GitOps',
    'Definitions for Argo CD or Flux, one per environment.',
  ).default('none'),
  ci: described(
    z.enum(['auto', 'github', 'gitlab', 'gitea', 'none']),
    'Validation workflow',
    'Checks the repository at every change. auto follows the repository host.',
  ).default('auto'),
});
