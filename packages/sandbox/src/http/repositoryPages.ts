import { NotFoundError } from '@backstage/errors';
import type { Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import type { Repository, TreeEntry } from '../git/Repository';
import type { RepositoryStore } from '../git/RepositoryStore';
import { isOwnerName, splitTreePath } from '../names';
import { Html, html } from './html';
import { RAW_POLICY, sendPage } from './page';
import { pullPath, repositoryPath, treePath } from './paths';

/** Files larger than this are linked to instead of shown, in bytes. */
const MAX_SHOWN_BYTES = 512 * 1024;

const README = /^readme(?:\.(?:md|txt|rst|adoc))?$/i;

/** A place in a repository: a file or folder of a commit, and how its links go on. */
interface Place {
  repository: Repository;
  at: { branch: string } | { commit: string };
  commit: string;
  entry: TreeEntry;
}

/**
 * Pages for people, at Gitea's addresses, so that links of the scaffolder and
 * the catalog lead to what they name. Without sessions and without forms.
 */
export function createRepositoryPages(options: {
  store: RepositoryStore;
  baseUrl: string;
}): ExpressRouter {
  const { store, baseUrl } = options;
  const router = Router();

  router.get('/', async (_req, res) => {
    sendPage(res, {
      title: 'Repositories',
      body: html`<h1>Repositories</h1>
        ${listOf(await store.list())}`,
    });
  });

  router.get('/:owner', async (req, res) => {
    const { owner } = req.params;
    if (!isOwnerName(owner)) {
      throw new NotFoundError(`There is no owner '${owner}'`);
    }
    sendPage(res, {
      title: owner,
      body: html`<h1>${owner}</h1>
        ${listOf(await store.list(owner))}`,
    });
  });

  router.get('/:owner/:name', async (req, res) => {
    const { owner, name } = req.params;
    if (name.endsWith('.git')) {
      // The address to clone, opened by a person.
      const bare = name.slice(0, -'.git'.length);
      res.redirect(repositoryPath(await store.get(owner, bare)));
      return;
    }
    const repository = await store.get(owner, name);
    const branch = await repository.defaultBranch();
    const branches = await repository.branches();
    const place = branches.includes(branch)
      ? await placeOf(repository, 'branch', branch)
      : undefined;
    sendPage(res, {
      title: repository.fullName,
      body: html`<h1>${repository.fullName}</h1>
        <p>${repository.metadata.description || 'No description.'}</p>
        ${cloneCommand(repository, baseUrl)}
        <p><a href="${pullPath(repository)}">Pull requests</a></p>
        ${place
          ? html`<h2>Files on ${branch}</h2>
              ${await filesOf(place)}${await readmeOf(place)}`
          : html`<p>Nothing has been pushed yet.</p>`}`,
    });
  });

  // The catalog's "edit" links: files are shown, and changed by pushing.
  router.get('/:owner/:name/_edit/*', async (req, res) => {
    const repository = await store.get(req.params.owner, req.params.name);
    const place = await placeOf(repository, 'branch', wildcardOf(req.params));
    res.redirect(pathOf(place));
  });

  router.get('/:owner/:name/src/:kind(branch|commit)/*', async (req, res) => {
    const repository = await store.get(req.params.owner, req.params.name);
    const place = await placeOf(
      repository,
      req.params.kind,
      wildcardOf(req.params),
    );
    const heading = place.entry.path || repository.fullName;
    sendPage(res, {
      title: [place.entry.path, repository.fullName]
        .filter(Boolean)
        .join(' · '),
      body: html`${breadcrumbs(place)}
        <h1>${heading}</h1>
        ${place.entry.type === 'tree'
          ? html`${await filesOf(place)}${await readmeOf(place)}`
          : await contentOf(place)}`,
    });
  });

  router.get('/:owner/:name/raw/:kind(branch|commit)/*', async (req, res) => {
    const repository = await store.get(req.params.owner, req.params.name);
    const { entry } = await placeOf(
      repository,
      req.params.kind,
      wildcardOf(req.params),
    );
    if (entry.type !== 'blob') {
      throw new NotFoundError(`'${entry.path}' is not a file`);
    }
    const content = await repository.blob(entry.sha);
    res
      .set('Content-Security-Policy', RAW_POLICY)
      .type(isText(content) ? 'text/plain' : 'application/octet-stream')
      .send(content);
  });

  return router;
}

/** What express matched with `*`, decoded. */
function wildcardOf(params: Record<string, string>): string {
  return params[0] ?? '';
}

/**
 * Finds the place that `branch/path` or `commit/path` names. Names of branches
 * may hold slashes: git has no two branches of which one continues the other
 * with a slash, so at most one fits.
 */
async function placeOf(
  repository: Repository,
  kind: string,
  rest: string,
): Promise<Place> {
  const names =
    kind === 'branch' ? await repository.branches() : [rest.split('/')[0]];
  const ref = names.find(name => rest === name || rest.startsWith(`${name}/`));
  if (ref === undefined) {
    throw new NotFoundError(
      `${repository.fullName} has no branch that '${rest}' is on`,
    );
  }
  const commit = await repository.resolveCommit(ref);
  const path = splitTreePath(rest.slice(ref.length + 1));
  const entry = await repository.entry(commit, path);
  return {
    repository,
    at: kind === 'branch' ? { branch: ref } : { commit },
    commit,
    entry,
  };
}

function pathOf({ repository, at, entry }: Place): string {
  return treePath(repository, {
    ...at,
    path: entry.path.split('/').filter(Boolean),
  });
}

function listOf(repositories: Repository[]): Html {
  if (repositories.length === 0) {
    return html`<p>No repositories yet.</p>`;
  }
  return html`<ul>
    ${repositories.map(
      repository =>
        html`<li>
          <a href="${repositoryPath(repository)}">${repository.fullName}</a>
          <span class="dim">${repository.metadata.description}</span>
        </li>`,
    )}
  </ul>`;
}

function cloneCommand(repository: Repository, baseUrl: string): Html {
  const command = `git clone ${baseUrl}${repositoryPath(repository)}.git`;
  return html`<h2>Clone</h2>
    <div class="clone">
      <pre tabindex="0" aria-label="Command"><code>${command}</code></pre>
      <button type="button" hidden data-copy="${command}">Copy command</button>
    </div>
    <p id="copied" class="dim" role="status"></p>`;
}

async function filesOf({
  repository,
  at,
  commit,
  entry,
}: Place): Promise<Html> {
  const children = await repository.children(commit, entry);
  const rows = children.map(child => {
    const path = child.path.split('/');
    const name = path[path.length - 1];
    return html`<tr>
      <th scope="row">
        <a
          href="${treePath(repository, {
            ...at,
            path,
          })}"
          >${child.type === 'tree' ? `${name}/` : name}</a
        >
      </th>
      <td>${child.size === undefined ? kindOf(child) : sizeOf(child.size)}</td>
    </tr>`;
  });
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">Size</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

async function readmeOf({ repository, commit, entry }: Place): Promise<Html> {
  const children = await repository.children(commit, entry);
  const readme = children.find(
    child =>
      child.type === 'blob' &&
      child.size !== undefined &&
      child.size <= MAX_SHOWN_BYTES &&
      README.test(child.path.split('/').pop() ?? ''),
  );
  if (!readme) {
    return html``;
  }
  const content = await repository.blob(readme.sha);
  return html`<h2>${readme.path.split('/').pop()}</h2>
    <div class="readme">
      <pre tabindex="0" aria-label="Readme"><code>${content.toString(
        'utf8',
      )}</code></pre>
    </div>`;
}

async function contentOf({ repository, at, entry }: Place): Promise<Html> {
  if (entry.type === 'commit') {
    return html`<p>A submodule at ${entry.sha}.</p>`;
  }
  const size = entry.size ?? 0;
  const raw = treePath(repository, {
    ...at,
    path: entry.path.split('/'),
    view: 'raw',
  });
  const line = html`<p class="dim">
    ${sizeOf(size)} · <a href="${raw}">Raw</a>
  </p>`;
  if (size > MAX_SHOWN_BYTES) {
    return html`${line}
      <p>Too large to show here.</p>`;
  }
  const content = await repository.blob(entry.sha);
  return isText(content)
    ? html`${line}
        <pre tabindex="0" aria-label="Contents"><code>${content.toString(
          'utf8',
        )}</code></pre>`
    : html`${line}
        <p>Not text.</p>`;
}

function breadcrumbs({ repository, at, entry }: Place): Html {
  const path = entry.path.split('/').filter(Boolean);
  const steps = path.slice(0, -1).map((name, i) => {
    const href = treePath(repository, { ...at, path: path.slice(0, i + 1) });
    return html` / <a href="${href}">${name}</a>`;
  });
  const root =
    path.length > 0
      ? html` /
          <a href="${treePath(repository, at)}"
            >${'branch' in at ? at.branch : at.commit.slice(0, 10)}</a
          >`
      : html``;
  return html`<nav aria-label="Path">
    <a href="${repositoryPath(repository)}">${repository.fullName}</a
    >${root}${steps}
  </nav>`;
}

function kindOf(entry: TreeEntry): string {
  return entry.type === 'tree' ? 'folder' : 'submodule';
}

function sizeOf(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KiB`;
}

/** git's own rule: text has no NUL in its first 8000 bytes. */
function isText(content: Buffer): boolean {
  return !content.subarray(0, 8000).includes(0);
}
