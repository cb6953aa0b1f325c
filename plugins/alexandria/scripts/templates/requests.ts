/** Of a step that prepares a change. */
const prepared = (step: string, output: string) =>
  `\${{ steps.${step}.output.${output} }}`;

/** Types of hosts that {@link requestSteps} open a pull or merge request on. Others have no action that also deletes files. */
export const requestProviders = ['github', 'gitlab', 'gitea'];

/**
 * Opens a pull or merge request with what a step has prepared, by the portal's own action for the type of the host.
 *
 * @param step - id of the step, of `alexandria:instance:update` or `alexandria:instance:retire`
 */
export function requestSteps(step: string) {
  const output = (name: string) => prepared(step, name);
  const of = `steps.${step}.output`;
  const isOn = (provider: string, more = '') =>
    `\${{ ${of}.hasChanges and ${of}.provider === '${provider}'${more} }}`;
  const common = {
    repoUrl: output('repoUrl'),
    branchName: output('branchName'),
    title: output('title'),
    description: output('description'),
  };
  const both = `${of}.changedFiles | length`;
  return [
    {
      id: 'request-github',
      name: 'Open a pull request on GitHub',
      if: isOn('github'),
      action: 'publish:github:pull-request',
      input: {
        ...common,
        sourcePath: output('changedPath'),
        filesToDelete: output('removedFiles'),
      },
    },
    {
      id: 'request-gitlab',
      name: 'Open a merge request on GitLab',
      if: isOn('gitlab'),
      action: 'publish:gitlab:merge-request',
      input: {
        ...common,
        // It does one thing to all files: where some are written and some deleted, the next step deletes.
        sourcePath: `\${{ ${of}.changedPath if ${both} else ${of}.removedPath }}`,
        commitAction: `\${{ 'auto' if ${both} else 'delete' }}`,
        removeSourceBranch: true,
      },
    },
    {
      id: 'delete-gitlab',
      name: 'Delete files on the branch of the merge request',
      if: isOn(
        'gitlab',
        ` and (${of}.changedFiles | length) and (${of}.removedFiles | length)`,
      ),
      action: 'gitlab:repo:push',
      input: {
        repoUrl: common.repoUrl,
        branchName: common.branchName,
        commitMessage: common.title,
        sourcePath: output('removedPath'),
        commitAction: 'delete',
      },
    },
    {
      id: 'request-gitea',
      name: 'Open a pull request on Gitea',
      if: isOn('gitea'),
      action: 'alexandria:gitea:pull-request',
      input: {
        ...common,
        sourcePath: output('changedPath'),
        filesToDelete: output('removedFiles'),
        baseCommit: output('commit'),
      },
    },
  ];
}

const requestUrl = [
  "steps['request-github'].output.remoteUrl",
  "steps['request-gitlab'].output.mergeRequestUrl",
  "steps['request-gitea'].output.remoteUrl",
].join(' or ');

/** Where the request is, or the repository where there was nothing to request. */
export function requestLinks(step: string) {
  return [
    {
      title: `\${{ 'Pull request' if steps.${step}.output.hasChanges else 'Repository' }}`,
      url: `\${{ ${requestUrl} or steps.${step}.output.url }}`,
      icon: 'github',
    },
    {
      title: 'Open in the catalog',
      icon: 'catalog',
      entityRef: '${{ parameters.entityRef }}',
    },
  ];
}
