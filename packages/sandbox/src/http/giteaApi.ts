import { pipeline } from 'node:stream/promises';
import { InputError, NotFoundError } from '@backstage/errors';
import express, { type Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import type { Commit, Repository, TreeEntry } from '../git/Repository';
import type { RepositoryStore } from '../git/RepositoryStore';
import { isOwnerName, splitTreePath } from '../names';
import { requireCredentials, type GitHostCredentials } from './credentials';
import { repositoryPath, treePath } from './paths';

/** Version of Gitea whose answers these are. */
const GITEA_VERSION = '1.26.0';

/** Largest body of a request, as body-parser writes sizes. */
const MAX_BODY = '64kb';

/**
 * What `POST /orgs/{org}/repos` takes here. Other options of Gitea's are
 * ignored when they are at their default and refused otherwise.
 */
const createRepositorySchema = z.object({
  name: z.string(),
  description: z.string().max(2048).default(''),
  private: z.boolean().default(false),
  default_branch: z.string().min(1).default('main'),
  auto_init: z.literal(false).optional(),
  template: z.literal(false).optional(),
});

/**
 * The part of Gitea's API (https://docs.gitea.com/api/) that publish:gitea, the
 * catalog's URL reader and the check for free names use. Every valid name is
 * an organization: it is there when somebody asks, and has a folder from its
 * first repository on.
 */
export function createGiteaApi(options: {
  store: RepositoryStore;
  credentials: GitHostCredentials;
  baseUrl: string;
}): ExpressRouter {
  const { store, baseUrl } = options;
  const router = Router();

  router.get('/version', (_req, res) => {
    res.json({ version: GITEA_VERSION });
  });

  router.get('/orgs/:org', (req, res) => {
    const { org } = req.params;
    requireOwner(org);
    res.json({
      name: org,
      username: org,
      full_name: '',
      description: '',
      website: '',
      location: '',
      visibility: 'public',
    });
  });

  router.post(
    '/orgs/:org/repos',
    requireCredentials(options.credentials),
    express.json({ limit: MAX_BODY }),
    async (req, res) => {
      requireOwner(req.params.org);
      const body = createRepositorySchema.safeParse(req.body);
      if (!body.success) {
        throw new InputError(
          body.error.issues
            .map(issue => `${issue.path.join('.') || 'body'}: ${issue.message}`)
            .join('; '),
        );
      }
      const repository = await store.create({
        owner: req.params.org,
        name: body.data.name,
        description: body.data.description,
        private: body.data.private,
        defaultBranch: body.data.default_branch,
      });
      res.status(201).json(await toRepository(repository, baseUrl));
    },
  );

  router.get('/repos/:owner/:repo', async (req, res) => {
    const repository = await store.get(req.params.owner, req.params.repo);
    res.json(await toRepository(repository, baseUrl));
  });

  router.get('/repos/:owner/:repo/git/commits/*', async (req, res) => {
    const repository = await store.get(req.params.owner, req.params.repo);
    const sha = await repository.resolveCommit(wildcardOf(req.params));
    res.json(toCommit(repository, await repository.commit(sha), baseUrl));
  });

  router.get('/repos/:owner/:repo/contents/*', async (req, res) => {
    const repository = await store.get(req.params.owner, req.params.repo);
    const ref = z.string().optional().safeParse(req.query.ref);
    if (!ref.success) {
      throw new InputError('query ref: must be given once');
    }
    const branch = ref.data || (await repository.defaultBranch());
    const commit = await repository.resolveCommit(branch);
    const entry = await repository.entry(
      commit,
      splitTreePath(wildcardOf(req.params)),
    );
    const context = { repository, branch, commit, baseUrl };
    res.set('ETag', `"${entry.sha}"`);
    if (entry.type === 'tree') {
      const children = await repository.children(commit, entry);
      res.json(children.map(child => toContents(child, context)));
    } else {
      const content =
        entry.type === 'blob' ? await repository.blob(entry.sha) : undefined;
      res.json(toContents(entry, context, content));
    }
  });

  router.get('/repos/:owner/:repo/archive/*', async (req, res) => {
    const repository = await store.get(req.params.owner, req.params.repo);
    const file = wildcardOf(req.params);
    if (!file.endsWith('.tar.gz')) {
      throw new NotFoundError(
        `Archives are made as .tar.gz only, '${file}' is another`,
      );
    }
    const sha = await repository.resolveCommit(
      file.slice(0, -'.tar.gz'.length),
    );
    const abandoned = new AbortController();
    res.once('close', () => abandoned.abort());
    const archive = repository.archive(sha, abandoned.signal);
    res.type('application/gzip').set('ETag', `"${sha}"`);
    await Promise.all([pipeline(archive.stream, res), archive.ended]);
  });

  return router;
}

/** What express matched with `*`, decoded. */
function wildcardOf(params: Record<string, string>): string {
  return params[0] ?? '';
}

function requireOwner(owner: string) {
  if (!isOwnerName(owner)) {
    throw new NotFoundError(`'${owner}' is not the name of an organization`);
  }
}

/** Gitea's `Repository`, without what it has no counterpart for here. */
async function toRepository(repository: Repository, baseUrl: string) {
  const { owner, name, description, createdAt } = repository.metadata;
  const [branches, defaultBranch] = await Promise.all([
    repository.branches(),
    repository.defaultBranch(),
  ]);
  const htmlUrl = `${baseUrl}${repositoryPath(repository)}`;
  return {
    owner: { login: owner, username: owner, full_name: '' },
    name,
    full_name: repository.fullName,
    description,
    empty: branches.length === 0,
    private: repository.metadata.private,
    fork: false,
    template: false,
    mirror: false,
    archived: false,
    html_url: htmlUrl,
    url: `${baseUrl}/api/v1/repos/${repository.fullName}`,
    clone_url: `${htmlUrl}.git`,
    default_branch: defaultBranch,
    created_at: createdAt,
  };
}

/** Gitea's `Commit`. Authors are people in git, none of them users of this host. */
function toCommit(repository: Repository, commit: Commit, baseUrl: string) {
  const api = `${baseUrl}/api/v1/repos/${repository.fullName}/git/commits`;
  const url = `${api}/${commit.sha}`;
  const created = commit.committer.date;
  return {
    url,
    sha: commit.sha,
    created,
    html_url: `${baseUrl}${treePath(repository, { commit: commit.sha })}`,
    commit: {
      url,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { url: '', sha: commit.tree, created },
    },
    author: null,
    committer: null,
    parents: commit.parents.map(sha => ({ url: `${api}/${sha}`, sha })),
  };
}

const CONTENT_TYPES = { blob: 'file', tree: 'dir', commit: 'submodule' };

/** Gitea's `ContentsResponse`. */
function toContents(
  entry: TreeEntry,
  context: {
    repository: Repository;
    branch: string;
    commit: string;
    baseUrl: string;
  },
  content?: Buffer,
) {
  const { repository, branch, commit, baseUrl } = context;
  const path = entry.path.split('/');
  const api = `${baseUrl}/api/v1/repos/${repository.fullName}/contents`;
  const self = `${api}/${path
    .map(encodeURIComponent)
    .join('/')}?${new URLSearchParams({ ref: branch })}`;
  const htmlUrl = `${baseUrl}${treePath(repository, { branch, path })}`;
  return {
    name: path[path.length - 1],
    path: entry.path,
    sha: entry.sha,
    last_commit_sha: commit,
    type: entry.mode === '120000' ? 'symlink' : CONTENT_TYPES[entry.type],
    size: entry.size ?? 0,
    encoding: content ? 'base64' : null,
    content: content ? content.toString('base64') : null,
    target:
      content && entry.mode === '120000' ? content.toString('utf8') : null,
    url: self,
    html_url: htmlUrl,
    git_url: null,
    download_url:
      entry.type === 'blob'
        ? `${baseUrl}${treePath(repository, { branch, path, view: 'raw' })}`
        : null,
    submodule_git_url: null,
    _links: { self, html: htmlUrl, git: null },
  };
}
