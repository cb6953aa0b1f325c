import { NotAllowedError } from '@backstage/errors';
import type { Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import { PullRequests, type PullRequest } from '../git/PullRequests';
import type { Repository } from '../git/Repository';
import type { RepositoryStore } from '../git/RepositoryStore';
import { html } from './html';
import { sendPage } from './page';
import { pullPath, repositoryPath } from './paths';

/** A diff is shown up to here, in characters. */
const MAX_SHOWN = 512 * 1024;

const stateOf = ({ mergedAt }: PullRequest) =>
  mergedAt === undefined ? 'Open' : 'Merged';

/**
 * Pages of pull requests, at Gitea's addresses, with the one form that this host has: it merges.
 *
 * Merging takes no credentials here. Who opened the request had them, and who reaches loopback on this machine is the
 * person at it; a page of another site is kept out by its origin.
 */
export function createPullPages(options: {
  store: RepositoryStore;
  baseUrl: string;
  onPush?: (repository: Repository) => void;
}): ExpressRouter {
  const { store, baseUrl, onPush } = options;
  const router = Router();
  const origins = [baseUrl, baseUrl.replace('//localhost', '//127.0.0.1')];

  router.get('/:owner/:name/pulls', async (req, res) => {
    const repository = await store.get(req.params.owner, req.params.name);
    const pulls = await new PullRequests(repository).list();
    sendPage(res, {
      title: `Pull requests · ${repository.fullName}`,
      body: html`<nav aria-label="Path">
          <a href="${repositoryPath(repository)}">${repository.fullName}</a>
        </nav>
        <h1>Pull requests</h1>
        ${pulls.length === 0
          ? html`<p>No pull requests yet.</p>`
          : html`<ul>
              ${pulls.map(
                pull =>
                  html`<li>
                    <a href="${pullPath(repository, pull.number)}"
                      >#${pull.number} ${pull.title}</a
                    >
                    <span class="dim">${stateOf(pull)}</span>
                  </li>`,
              )}
            </ul>`}`,
    });
  });

  router.get('/:owner/:name/pulls/:number(\\d{1,9})', async (req, res) => {
    const repository = await store.get(req.params.owner, req.params.name);
    const pulls = new PullRequests(repository);
    const pull = await pulls.get(Number(req.params.number));
    const diff = await pulls.diff(pull);
    sendPage(res, {
      title: `${pull.title} · ${repository.fullName}`,
      hasForm: true,
      body: html`<nav aria-label="Path">
          <a href="${repositoryPath(repository)}">${repository.fullName}</a> /
          <a href="${pullPath(repository)}">Pull requests</a>
        </nav>
        <h1>${pull.title} #${pull.number}</h1>
        <p>
          <span class="state">${stateOf(pull)}</span>
          <span class="dim">from ${pull.head} into ${pull.base}</span>
        </p>
        ${pull.mergedAt === undefined
          ? html`<form
              method="post"
              action="${pullPath(repository, pull.number)}/merge"
            >
              <button type="submit">Merge</button>
            </form>`
          : html`<p>Merged at ${pull.mergedAt}.</p>`}
        <h2>Description</h2>
        <div class="readme">
          <pre tabindex="0" aria-label="Description"><code>${pull.body ||
          'No description.'}</code></pre>
        </div>
        <h2>Changes</h2>
        ${diff.length > MAX_SHOWN
          ? html`<p>Too large to show here.</p>`
          : html`<pre
              tabindex="0"
              aria-label="Changes"
            ><code>${diff}</code></pre>`}`,
    });
  });

  router.post(
    '/:owner/:name/pulls/:number(\\d{1,9})/merge',
    async (req, res) => {
      // Browsers send the origin of a form as `null` from a page without referrers, as ours are, and then say this.
      if (
        req.get('Sec-Fetch-Site') !== 'same-origin' &&
        !origins.includes(req.get('Origin') ?? '')
      ) {
        throw new NotAllowedError('Only a page of this host may merge');
      }
      const repository = await store.get(req.params.owner, req.params.name);
      const { number } = await new PullRequests(repository).merge(
        Number(req.params.number),
        { name: 'You', email: 'you@localhost' },
      );
      onPush?.(repository);
      res.redirect(303, pullPath(repository, number));
    },
  );

  return router;
}
