/** Where things stand in a generated repository. */
export const paths = {
  chart: 'k8s/helm/alexandria-ee',
  base: 'k8s/manifests',
  overlay: (environment: string) => `k8s/overlays/${environment}`,
  values: (environment: string) => `values-${environment}.yaml`,
  instance: '.alexandria/instance.yaml',
  validate: '.alexandria/validate.sh',
} as const;

/**
 * Whether a file is the team's from the start: written once, and never again.
 *
 * @public
 */
export function isTeamOwned(path: string): boolean {
  return /^k8s\/overlays\/[^/]+\/patches\//.test(path);
}
