import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Request, Response, Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import { exitOf, spawnGit } from '../git/git';
import type { Repository } from '../git/Repository';
import type { RepositoryStore } from '../git/RepositoryStore';
import { requireCredentials, type GitHostCredentials } from './credentials';
import { limitBytes, TooLargeError } from './limitBytes';

/** Largest pack that a push may bring, in bytes, before and after decompression. */
export const MAX_PUSH_BYTES = 256 * 1024 * 1024;
/** Largest negotiation of a fetch, in bytes. */
const MAX_FETCH_BYTES = 8 * 1024 * 1024;

const SERVICES = ['upload-pack', 'receive-pack'] as const;
type Service = (typeof SERVICES)[number];

/** Settings of git for what others push. */
const RECEIVE_SETTINGS = [
  ['receive.maxInputSize', String(MAX_PUSH_BYTES)],
  // Objects are checked, so that a clone of what was pushed is safe to make.
  ['transfer.fsckObjects', 'true'],
  // Nothing may go on in the background after the answer.
  ['receive.autogc', 'false'],
  ['gc.auto', '0'],
].flatMap(([key, value]) => ['-c', `${key}=${value}`]);

/**
 * Git over smart HTTP (https://git-scm.com/docs/http-protocol): fetching for
 * everybody, pushing with credentials.
 */
export function createSmartHttpRouter(options: {
  store: RepositoryStore;
  credentials: GitHostCredentials;
  onPush?: (repository: Repository) => void;
  logger: LoggerService;
}): ExpressRouter {
  const { store, logger } = options;
  const router = Router();
  const authorize = requireCredentials(options.credentials);

  const repositoryOf = (req: Request): Promise<Repository> =>
    store.get(req.params.owner, req.params.name.replace(/\.git$/, ''));

  router.get('/:owner/:name/info/refs', (req, res, next) => {
    if (req.query.service === 'git-receive-pack') {
      authorize(req, res, next);
    } else {
      next();
    }
  });

  router.get('/:owner/:name/info/refs', async (req, res) => {
    const service = SERVICES.find(s => req.query.service === `git-${s}`);
    if (!service) {
      throw new InputError(
        "query service: must be 'git-upload-pack' or 'git-receive-pack'; the dumb protocol is not served",
      );
    }
    const repository = await repositoryOf(req);
    const protocol = protocolOf(req, service);
    res
      .type(`application/x-git-${service}-advertisement`)
      .set('Cache-Control', 'no-cache');
    if (protocol !== 'version=2') {
      const line = `# service=git-${service}\n`;
      res.write(
        `${(line.length + 4).toString(16).padStart(4, '0')}${line}0000`,
      );
    }
    await serve({ req, res, repository, service, protocol, advertise: true });
  });

  for (const service of SERVICES) {
    const path = `/:owner/:name/git-${service}`;
    if (service === 'receive-pack') {
      router.post(path, authorize);
    }
    router.post(path, async (req, res) => {
      // A form of a foreign page cannot send this type without being asked about.
      if (!req.is(`application/x-git-${service}-request`)) {
        res
          .status(415)
          .type('text')
          .send(`Content-Type must be application/x-git-${service}-request\n`);
        return;
      }
      const repository = await repositoryOf(req);
      res
        .type(`application/x-git-${service}-result`)
        .set('Cache-Control', 'no-cache');
      await serve({
        req,
        res,
        repository,
        service,
        protocol: protocolOf(req, service),
        advertise: false,
      });
      if (service === 'receive-pack') {
        logger.info(`Received a push to ${repository.fullName}`);
        options.onPush?.(repository);
      }
    });
  }

  return router;
}

/** The protocol version that the client asks for; pushing knows no version 2. */
function protocolOf(req: Request, service: Service): string | undefined {
  const asked = req.get('Git-Protocol');
  return service === 'upload-pack' && /^version=[012]$/.test(asked ?? '')
    ? asked
    : undefined;
}

async function serve(options: {
  req: Request;
  res: Response;
  repository: Repository;
  service: Service;
  protocol: string | undefined;
  advertise: boolean;
}): Promise<void> {
  const { req, res, repository, service, protocol, advertise } = options;
  const abandoned = new AbortController();
  res.once('close', () => abandoned.abort());

  const args = [
    ...(service === 'receive-pack' ? RECEIVE_SETTINGS : []),
    service,
    '--stateless-rpc',
    ...(advertise ? ['--advertise-refs'] : []),
    '.',
  ];
  const child = spawnGit(args, {
    cwd: repository.directory,
    signal: abandoned.signal,
    environment: protocol ? { GIT_PROTOCOL: protocol } : {},
  });
  // git tells the other side of its failures within the protocol; its exit
  // status says no more (a fetch that only negotiates ends with 128).
  const ended = exitOf(child, args).catch(() => undefined);
  // Fails when the other side has gone, which also ends git.
  const sent = pipeline(child.stdout, res, { end: false }).catch(
    () => undefined,
  );
  // git closes its input as soon as it has read enough.
  child.stdin.on('error', () => undefined);

  let tooLarge: TooLargeError | undefined;
  if (advertise) {
    child.stdin.end();
  } else {
    const limit = service === 'receive-pack' ? MAX_PUSH_BYTES : MAX_FETCH_BYTES;
    await pipeline(
      req,
      limitBytes(limit),
      req.get('Content-Encoding') === 'gzip'
        ? createGunzip()
        : new PassThrough(),
      limitBytes(limit),
      child.stdin,
    ).catch(error => {
      if (error instanceof TooLargeError) {
        tooLarge = error;
      }
      child.kill();
    });
  }
  await Promise.all([ended, sent]);
  if (tooLarge) {
    throw tooLarge;
  }
  // Before the answer ends, so that who is told of the push finds it done.
  if (service === 'receive-pack' && !advertise) {
    await repository.adoptFirstBranch();
  }
  res.end();
}
