import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Repository } from '../git/Repository';
import type { RepositoryStore } from '../git/RepositoryStore';
import { refuseWrongCredentials, type GitHostCredentials } from './credentials';
import { createGiteaApi } from './giteaApi';
import { createGiteaChanges } from './giteaChanges';
import { html } from './html';
import { sendPage } from './page';
import { createRepositoryPages } from './repositoryPages';
import { createPullPages } from './pullPages';
import { requireLoopbackHost } from './requireLoopbackHost';
import { createSmartHttpRouter } from './smartHttp';

const API_PATH = '/api/v1';

/** Statuses that Gitea answers with for these errors. */
const STATUS_BY_NAME: Record<string, number> = {
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  InputError: 422,
};

/** The whole host as one express application. */
export function createGitHostApp(options: {
  store: RepositoryStore;
  credentials: GitHostCredentials;
  /** Address in links, without a slash at its end. */
  baseUrl: string;
  /** Is told of every push once it is done. */
  onPush?: (repository: Repository) => void;
  logger: LoggerService;
}): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use((_req, res, next) => {
    res.set({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    next();
  });
  app.use(requireLoopbackHost);
  app.use(refuseWrongCredentials(options.credentials));
  app.use(API_PATH, createGiteaApi(options));
  app.use(API_PATH, createGiteaChanges(options));
  app.use(createSmartHttpRouter(options));
  app.use(createPullPages(options));
  app.use(createRepositoryPages(options));
  app.use((req, res) => {
    sendError(req.path, res, 404, 'There is nothing here');
  });

  const onError: ErrorRequestHandler = (error, req, res, _next) => {
    const status = statusOf(error);
    if (status >= 500) {
      options.logger.error(`${req.method} ${req.path} failed`, error);
    }
    if (res.headersSent) {
      res.destroy();
      return;
    }
    sendError(
      req.path,
      res,
      status,
      status >= 500 ? 'The git host failed' : error.message,
    );
  };
  app.use(onError);
  return app;

  function sendError(
    path: string,
    res: express.Response,
    status: number,
    message: string,
  ) {
    if (path.startsWith(`${API_PATH}/`)) {
      res
        .status(status)
        .json({ message, url: `${options.baseUrl}/api/swagger` });
      return;
    }
    if (status === 401) {
      // Makes git ask for a password.
      res.set('WWW-Authenticate', 'Basic realm="Alexandria sandbox"');
    }
    sendPage(res, {
      status,
      title: `${status}`,
      body: html`<h1>${status}</h1>
        <p>${message}</p>`,
    });
  }
}

/** Status of an error of ours, of express or of body-parser; 500 for all others. */
function statusOf(error: unknown): number {
  if (!isError(error)) {
    return 500;
  }
  const status = STATUS_BY_NAME[error.name] ?? error.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500
    ? status
    : 500;
}
