/** Where the generator writes, whatever the answers are. */
const GENERATED = [
  /^(README\.md|catalog-info\.yaml|CODEOWNERS|mkdocs\.yml|renovate\.json)$/,
  /^docs\/[^/]+\.md$/,
  /^\.alexandria\//,
  /^values-[^/]+\.yaml$/,
  /^k8s\//,
  /^gitops\/(argocd|flux)\//,
  /^\.(github|gitea)\/workflows\/[^/]+\.yaml$/,
  /^\.gitlab-ci\.yml$/,
];

/**
 * Whether a file may be one of the generator's for some answers: what has to be read of a repository before a change of it, or
 * its retirement, is planned.
 *
 * @param path - relative to the root of the repository
 *
 * @public
 */
export function mayBeGenerated(path: string): boolean {
  return GENERATED.some(pattern => pattern.test(path));
}
