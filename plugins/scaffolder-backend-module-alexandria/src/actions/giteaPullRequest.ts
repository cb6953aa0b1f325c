import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  parseRepoUrl,
  serializeDirectoryContents,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { createHash } from 'crypto';
import { z } from 'zod';
import { GiteaClient, type FileOperation } from '../gitea/GiteaClient';
import { giteaPullRequestExamples } from './giteaPullRequest.examples';

const inputSchema = z.object({
  repoUrl: z.string(),
  branchName: z.string().min(1),
  title: z.string().min(1).max(255),
  description: z.string().default(''),
  targetBranchName: z.string().min(1).optional(),
  sourcePath: z.string().default('.'),
  filesToDelete: z.array(z.string()).default([]),
  baseCommit: z.string().min(1).optional(),
  commitMessage: z.string().optional(),
});

type Input = z.infer<typeof inputSchema>;

/** The name that git gives to a file, in a repository that names by SHA-1. */
function objectNameOf(content: Buffer): string {
  return createHash('sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}

function inputOf(given: JsonObject): Input {
  const parsed = inputSchema.safeParse(given);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; '),
    );
  }
  return parsed.data;
}

/** What has to be done so that a repository has what is in a folder, and has not what is deleted. */
async function operationsOf(
  folder: string,
  filesToDelete: readonly string[],
  there: ReadonlyMap<string, string>,
): Promise<FileOperation[]> {
  const contents = await serializeDirectoryContents(folder, {
    gitignore: false,
  });
  const written = contents.flatMap(
    ({ path, content, symlink }): FileOperation[] => {
      if (symlink) {
        throw new InputError(`${path} is a symbolic link; only files are sent`);
      }
      const sha = there.get(path);
      if (sha === objectNameOf(content)) {
        return [];
      }
      const encoded = content.toString('base64');
      return sha === undefined
        ? [{ operation: 'create', path, content: encoded }]
        : [{ operation: 'update', path, content: encoded, sha }];
    },
  );
  const missing = filesToDelete.filter(path => !there.has(path));
  if (missing.length > 0) {
    throw new InputError(
      `filesToDelete: the repository does not have ${missing.join(', ')}`,
    );
  }
  const deleted = filesToDelete.map(
    (path): FileOperation => ({
      operation: 'delete',
      path,
      sha: there.get(path)!,
    }),
  );
  return [...written, ...deleted];
}

/**
 * Makes `alexandria:gitea:pull-request`, the counterpart of `publish:github:pull-request` that Backstage's module for Gitea
 * does not have: from files of the workspace to a branch of one commit and a pull request.
 */
export function createGiteaPullRequestAction(services: {
  integrations: ScmIntegrationRegistry;
}): TemplateAction<JsonObject, JsonObject> {
  const { integrations } = services;
  return {
    id: 'alexandria:gitea:pull-request',
    description:
      'Opens a pull request on a Gitea: writes the files of a folder of the workspace to a new branch in one commit, and deletes others from it.',
    examples: giteaPullRequestExamples,
    supportsDryRun: true,
    schema: {
      input: {
        type: 'object',
        required: ['repoUrl', 'branchName', 'title'],
        properties: {
          repoUrl: {
            type: 'string',
            title: 'Repository',
            description: 'As a RepoUrlPicker gives it: host?owner=…&repo=…',
          },
          branchName: {
            type: 'string',
            title: 'Branch',
            description: 'Made by this action; it must not exist yet',
          },
          title: { type: 'string', title: 'Title', maxLength: 255 },
          description: {
            type: 'string',
            title: 'Description',
            description: 'Markdown',
          },
          targetBranchName: {
            type: 'string',
            title: 'Target branch',
            description: 'The default branch of the repository when omitted',
          },
          sourcePath: {
            type: 'string',
            title: 'Source path',
            description:
              'Folder of the workspace whose files are written, by their paths in it; the workspace itself when omitted',
          },
          filesToDelete: {
            type: 'array',
            items: { type: 'string' },
            title: 'Files to delete',
            description: 'Paths in the repository; each must be there',
          },
          baseCommit: {
            type: 'string',
            title: 'Base commit',
            description:
              'What the files were made from. With it, a file that was changed since then is refused instead of replaced.',
          },
          commitMessage: {
            type: 'string',
            title: 'Commit message',
            description: 'The title when omitted',
          },
        },
      },
      output: {
        type: 'object',
        properties: {
          remoteUrl: {
            type: 'string',
            description: 'The page of the pull request',
          },
          pullRequestNumber: { type: 'number' },
          targetBranchName: { type: 'string' },
        },
      },
    },
    async handler(ctx) {
      const input = inputOf(ctx.input);
      const { host, owner, repo } = parseRepoUrl(input.repoUrl, integrations);
      const integration = integrations.gitea.byHost(host);
      if (!integration || !owner) {
        throw new InputError(
          `repoUrl: ${JSON.stringify(
            input.repoUrl,
          )} names no repository of a Gitea among the integrations of the portal`,
        );
      }
      const gitea = new GiteaClient(
        integration.config,
        owner,
        repo,
        ctx.signal,
      );
      const base = input.targetBranchName ?? (await gitea.defaultBranch());
      const operations = await operationsOf(
        resolveSafeChildPath(ctx.workspacePath, input.sourcePath),
        input.filesToDelete,
        await gitea.files(input.baseCommit ?? base),
      );
      if (operations.length === 0) {
        throw new InputError(
          `${owner}/${repo} has all of this already: there is nothing to request`,
        );
      }
      operations.forEach(({ operation, path }) =>
        ctx.logger.info(`${operation} ${path}`),
      );
      ctx.output('targetBranchName', base);
      if (ctx.isDryRun) {
        ctx.logger.info('Dry run: nothing is sent');
        return;
      }

      const branch = input.branchName;
      try {
        await ctx.checkpoint({
          key: `commit.${host}.${owner}.${repo}.${branch}`,
          fn: () =>
            gitea.changeFiles({
              ...{ branch: base, newBranch: branch, files: operations },
              message: input.commitMessage ?? input.title,
            }),
        });
        const pull = await ctx.checkpoint({
          key: `pull.${host}.${owner}.${repo}.${branch}`,
          fn: () =>
            gitea.openPullRequest({
              ...{ title: input.title, body: input.description },
              ...{ head: branch, base },
            }),
        });
        ctx.logger.info(`Opened ${pull.url}`);
        ctx.output('remoteUrl', pull.url);
        ctx.output('pullRequestNumber', pull.number);
      } catch (error) {
        if (error instanceof ConflictError) {
          throw new ConflictError(
            `${owner}/${repo} did not take the change to the branch ${branch}: ${error.message}. Either the same was requested before, or somebody changed the files meanwhile. Look at its pull requests, and run the template again`,
          );
        }
        throw error;
      }
    },
  };
}
