import { InputError } from '@backstage/errors';
import express, { type Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { changeFiles } from '../git/changeFiles';
import { PullRequests, type PullRequest } from '../git/PullRequests';
import type { Repository, TreeEntry } from '../git/Repository';
import type { RepositoryStore } from '../git/RepositoryStore';
import { requireCredentials, type GitHostCredentials } from './credentials';
import { pullPath } from './paths';

/** Largest body that changes files, as body-parser writes sizes: every file of an instance is less than 2 MB in base64. */
const MAX_CHANGE = '16mb';
const MAX_BODY = '256kb';

/** Entries that Gitea gives on one page of a tree. */
const PAGE_SIZE = 1000;

const SHA = /^[0-9a-f]{40}$/;
const sha = z.string().regex(SHA, 'must be the object name of a blob');
const content = z.base64().transform(encoded => Buffer.from(encoded, 'base64'));

/** What `POST /repos/{owner}/{repo}/contents` takes here. */
const changeFilesSchema = z.object({
  branch: z.string().optional(),
  new_branch: z.string().optional(),
  message: z.string().max(65_536).default('Change files'),
  author: z
    .object({ name: z.string().min(1), email: z.string().min(1) })
    .optional(),
  files: z
    .array(
      z.discriminatedUnion('operation', [
        z.object({
          operation: z.literal('create'),
          path: z.string().max(500),
          content,
        }),
        z.object({
          operation: z.literal('update'),
          path: z.string().max(500),
          content,
          sha,
        }),
        z.object({
          operation: z.literal('delete'),
          path: z.string().max(500),
          sha,
        }),
      ]),
    )
    .min(1)
    .max(2000),
});

/** What `POST /repos/{owner}/{repo}/pulls` takes here. */
const openPullSchema = z.object({
  title: z.string().min(1).max(255),
  body: z.string().max(131_072).default(''),
  head: z.string(),
  base: z.string(),
});

/** What `POST /repos/{owner}/{repo}/pulls/{index}/merge` takes here: the usual way to merge, and no other. */
const mergeSchema = z.object({ Do: z.literal('merge') });

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new InputError(
      result.error.issues
        .map(issue => `${issue.path.join('.') || 'body'}: ${issue.message}`)
        .join('; '),
    );
  }
  return result.data;
}

function numberOf(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
}

/** Gitea's `GitEntry`. */
function toEntry({ path, mode, type, sha: name, size }: TreeEntry) {
  return { path, mode, type, size: size ?? 0, sha: name, url: '' };
}

/** Gitea's `PullRequest`, without what it has no counterpart for here. */
async function toPull(
  repository: Repository,
  pull: PullRequest,
  baseUrl: string,
) {
  const commitOf = (branch: string) =>
    repository.resolveCommit(branch).catch(() => '');
  const [head, base] = await Promise.all([
    commitOf(pull.head),
    commitOf(pull.base),
  ]);
  return {
    id: pull.number,
    number: pull.number,
    title: pull.title,
    body: pull.body,
    state: pull.mergedAt === undefined ? 'open' : 'closed',
    merged: pull.mergedAt !== undefined,
    merged_at: pull.mergedAt ?? null,
    merge_commit_sha: pull.mergeCommit ?? null,
    created_at: pull.createdAt,
    html_url: `${baseUrl}${pullPath(repository, pull.number)}`,
    url: `${baseUrl}${pullPath(repository, pull.number)}`,
    head: { label: pull.head, ref: pull.head, sha: head },
    base: { label: pull.base, ref: pull.base, sha: base },
  };
}

/** The part of Gitea's API by which files are changed through a pull request. */
export function createGiteaChanges(options: {
  store: RepositoryStore;
  credentials: GitHostCredentials;
  baseUrl: string;
  /** Is told of every change of a branch once it is done. */
  onPush?: (repository: Repository) => void;
}): ExpressRouter {
  const { store, baseUrl, onPush } = options;
  const router = Router();
  const authorize = requireCredentials(options.credentials);
  const portal = {
    name: options.credentials.username,
    email: `${options.credentials.username}@localhost`,
  };

  router.get('/repos/:owner/:repo/git/trees/:ref', async (req, res) => {
    const repository = await store.get(req.params.owner, req.params.repo);
    const commit = await repository.resolveCommit(req.params.ref);
    const isRecursive = ['1', 'true'].includes(String(req.query.recursive));
    const entries = isRecursive
      ? await repository.allEntries(commit)
      : await repository.children(commit, await repository.entry(commit, []));
    const page = numberOf(String(req.query.page ?? 1)) || 1;
    const asked =
      numberOf(String(req.query.per_page ?? PAGE_SIZE)) || PAGE_SIZE;
    const perPage = Math.min(asked, PAGE_SIZE);
    res.json({
      sha: commit,
      url: '',
      tree: entries.slice((page - 1) * perPage, page * perPage).map(toEntry),
      truncated: page * perPage < entries.length,
      page,
      total_count: entries.length,
    });
  });

  router.post(
    '/repos/:owner/:repo/contents',
    authorize,
    express.json({ limit: MAX_CHANGE }),
    async (req, res) => {
      const repository = await store.get(req.params.owner, req.params.repo);
      const body = parsed(changeFilesSchema, req.body);
      const branch = body.branch || (await repository.defaultBranch());
      const newBranch = body.new_branch || branch;
      const commit = await changeFiles(repository, {
        ...{ branch, newBranch, files: body.files },
        ...{ message: body.message, author: body.author ?? portal },
      });
      onPush?.(repository);
      res.status(201).json({ files: [], commit: { sha: commit } });
    },
  );

  router.get('/repos/:owner/:repo/pulls', async (req, res) => {
    const repository = await store.get(req.params.owner, req.params.repo);
    const state = String(req.query.state ?? 'open');
    const pulls = await new PullRequests(repository).list();
    const wanted = pulls.filter(
      ({ mergedAt }) =>
        state === 'all' || (state === 'open') === (mergedAt === undefined),
    );
    res.json(
      await Promise.all(wanted.map(pull => toPull(repository, pull, baseUrl))),
    );
  });

  router.post(
    '/repos/:owner/:repo/pulls',
    authorize,
    express.json({ limit: MAX_BODY }),
    async (req, res) => {
      const repository = await store.get(req.params.owner, req.params.repo);
      const pull = await new PullRequests(repository).open(
        parsed(openPullSchema, req.body),
      );
      res.status(201).json(await toPull(repository, pull, baseUrl));
    },
  );

  router.get('/repos/:owner/:repo/pulls/:number', async (req, res) => {
    const repository = await store.get(req.params.owner, req.params.repo);
    const pulls = new PullRequests(repository);
    const pull = await pulls.get(numberOf(req.params.number));
    res.json(await toPull(repository, pull, baseUrl));
  });

  router.post(
    '/repos/:owner/:repo/pulls/:number/merge',
    authorize,
    express.json({ limit: MAX_BODY }),
    async (req, res) => {
      const repository = await store.get(req.params.owner, req.params.repo);
      parsed(mergeSchema, req.body);
      await new PullRequests(repository).merge(
        numberOf(req.params.number),
        portal,
      );
      onPush?.(repository);
      res.status(200).end();
    },
  );

  return router;
}
