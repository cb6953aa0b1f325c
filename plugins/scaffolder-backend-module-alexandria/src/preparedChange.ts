import {
  repositoryHost,
  type ChangedFiles,
  type Instance,
} from '@alexandriaproject/alexandria-manifests';
import { writeWorkspaceFiles } from '@alexandriaproject/workspace-files';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { JsonObject } from '@backstage/types';
import { createHash } from 'crypto';
import fs from 'fs/promises';
import { rejected } from './rejected';

/** Folders of the workspace: what is written, and what is deleted, as it is before that. */
const CHANGED = 'changed';
const REMOVED = 'removed';

/** What the steps after a prepared change get, in terms of JSON Schema. */
export const preparedOutputs = {
  name: { type: 'string', description: 'Name of the instance' },
  provider: {
    type: 'string',
    description:
      "Type of the host, as the portal's integrations have it: github, gitlab, gitea, azure, bitbucketCloud, bitbucketServer or gerrit",
  },
  repoUrl: { type: 'string', description: 'As a RepoUrlPicker gives it' },
  url: { type: 'string', description: 'The repository, for a person to open' },
  commit: {
    type: 'string',
    description: 'What was read of the repository, and the change is based on',
  },
  hasChanges: {
    type: 'boolean',
    description: 'Whether there is anything to request',
  },
  branchName: {
    type: 'string',
    description:
      'For the change. The same change of the same repository has the same, so that it is not requested twice.',
  },
  title: { type: 'string', description: 'Of the pull request' },
  description: {
    type: 'string',
    description: 'Of the pull request, Markdown made from the difference',
  },
  changedPath: {
    type: 'string',
    description:
      'Folder of the workspace with the files to write, and no other',
  },
  changedFiles: { type: 'array', items: { type: 'string' } },
  removedPath: {
    type: 'string',
    description:
      'Folder of the workspace with the files to delete as they are, for publishers that are told so',
  },
  removedFiles: { type: 'array', items: { type: 'string' } },
} as const;

/**
 * Where the change is requested. The address in the answers must be the one that the files came from: the portal's credentials open
 * requests in whatever is named here.
 */
function publishedAt(
  instance: Instance,
  url: string,
  integrations: ScmIntegrationRegistry,
) {
  const { repoUrl } = instance;
  const host = repositoryHost(repoUrl);
  if (repoUrl === undefined || host === undefined) {
    throw rejected('The answers', [
      {
        path: 'repoUrl',
        message:
          'the answers in the repository do not say where the repository is',
        remedy: `Write it into .alexandria/instance.yaml of ${url}, as host?owner=…&repo=…`,
      },
    ]);
  }
  const integration = integrations.byHost(host.host);
  const base = new URL(url);
  const path = decodeURIComponent(`${base.pathname}/`).toLowerCase();
  const isSame =
    base.host === host.host &&
    path.includes(`/${host.owner.toLowerCase()}/`) &&
    path.includes(`/${host.repo.toLowerCase()}/`);
  if (!integration || !isSame) {
    throw rejected('The answers', [
      {
        path: 'repoUrl',
        message: integration
          ? 'is another repository than the one that the catalog names'
          : 'the portal has no integration for this host',
        given: JSON.stringify(repoUrl),
        remedy: `Correct it in .alexandria/instance.yaml of ${url}`,
      },
    ]);
  }
  return { repoUrl, provider: integration.type as string };
}

function branchFor(
  verb: string,
  { written, removed }: ChangedFiles,
  commit: string,
) {
  const digest = createHash('sha256')
    .update(JSON.stringify([commit, written, removed]))
    .digest('hex');
  return `alexandria/${verb}-${digest.slice(0, 10)}`;
}

/**
 * Puts a change into the workspace, ready for an action that opens a pull request.
 *
 * @param change - `verb` names the branch; `supportedProviders` are the types of hosts that the template can open a request on
 * @returns values of {@link preparedOutputs}
 * @throws InputError when the repository is not the one of the answers, or the host is none that is supported
 */
export async function prepareChange(
  workspacePath: string,
  change: {
    instance: Instance;
    files: ReadonlyMap<string, string>;
    changed: ChangedFiles;
    url: string;
    commit: string;
    verb: 'change' | 'retire';
    title: string;
    description: string;
    supportedProviders: readonly string[] | undefined;
  },
  options: { integrations: ScmIntegrationRegistry; signal?: AbortSignal },
): Promise<Record<keyof typeof preparedOutputs, JsonObject[string]>> {
  const { instance, files, changed, url, commit, supportedProviders } = change;
  const { repoUrl, provider } = publishedAt(
    instance,
    url,
    options.integrations,
  );
  if (supportedProviders && !supportedProviders.includes(provider)) {
    throw new InputError(
      `${url} is on a host of the type ${provider}, on which this template cannot open a pull request; it can on ${supportedProviders.join(
        ', ',
      )}. Nothing was written`,
    );
  }
  const { written, removed } = changed;
  // Publishers read both, also where one has nothing in it.
  for (const folder of [CHANGED, REMOVED]) {
    await fs.mkdir(resolveSafeChildPath(workspacePath, folder), {
      recursive: true,
    });
  }
  await writeWorkspaceFiles(
    workspacePath,
    [
      ...written.map(({ path, content }) => ({
        path: `${CHANGED}/${path}`,
        content,
      })),
      ...removed.map(path => ({
        path: `${REMOVED}/${path}`,
        content: files.get(path) ?? '',
      })),
    ],
    { signal: options.signal },
  );
  return {
    name: instance.name,
    provider,
    repoUrl,
    url,
    commit,
    hasChanges: written.length + removed.length > 0,
    branchName: branchFor(change.verb, changed, commit),
    title: change.title,
    description: change.description,
    changedPath: CHANGED,
    changedFiles: written.map(({ path }) => path),
    removedPath: REMOVED,
    removedFiles: removed,
  };
}
