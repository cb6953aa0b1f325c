import type { RepositoryAvailability } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { RepositoryQuestion } from './RepositoryQuestion';

type Answer = Pick<RepositoryAvailability, 'status' | 'reason'>;

/**
 * Asks one question and reads the answer's status line and content type, never
 * its body. Neither the body nor the error of a failed request is repeated:
 * either may hold what the host, or a proxy before it, wishes.
 *
 * @throws the reason of `signal`, when that is what ended the request
 */
export async function askHost(
  question: RepositoryQuestion,
  options: { timeoutMs: number; signal?: AbortSignal },
): Promise<Answer> {
  const { host } = new URL(question.apiUrl);
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal
    ? AbortSignal.any([options.signal, timeout])
    : timeout;
  signal.throwIfAborted();

  let doing = `get the portal's credentials for ${host}`;
  try {
    // Credential providers take no signal, so they are raced against it.
    const headers = await untilAborted(question.authenticate(), signal);
    doing = `reach ${host}`;
    const response = await fetch(question.apiUrl, {
      // A redirect is no answer, and following it could carry credentials on.
      redirect: 'manual',
      signal,
      headers: { Accept: 'application/json', ...headers },
    });
    await response.body?.cancel();
    return interpret(response, {
      host,
      missingAs: question.missingAs ?? 'json',
      authenticated: Object.keys(headers).length > 0,
    });
  } catch {
    options.signal?.throwIfAborted();
    return timeout.aborted
      ? unknown(`${host} did not answer within ${options.timeoutMs} ms`)
      : unknown(`The portal could not ${doing}`);
  }
}

function interpret(
  response: Response,
  {
    host,
    missingAs,
    authenticated,
  }: { host: string; missingAs: string; authenticated: boolean },
): Answer {
  const { status } = response;
  const expected = status === 404 ? missingAs : 'json';
  const given = response.headers.get('content-type') ?? '';
  if (status >= 300 && status < 400) {
    return unknown(
      `${host} answered with a redirect (${status}): the repository may have been renamed`,
    );
  }
  if (status === 401 || status === 403) {
    return unknown(
      authenticated
        ? `${host} refused the portal's credentials (${status})`
        : `${host} asks for credentials (${status}) and the portal has none for it`,
    );
  }
  if (status === 429) {
    return unknown(
      `${host} limits the rate of requests (429); try again later`,
    );
  }
  if (status !== 200 && status !== 404) {
    return unknown(`${host} answered with status ${status}`);
  }
  // Sign-in pages come with 200, pages of proxies with 404, and both as HTML.
  if (!new RegExp(`\\b${expected}\\b`).test(given)) {
    return unknown(
      `${host} answered with status ${status}, but not as its API would`,
    );
  }
  if (status === 200) {
    return { status: 'taken' };
  }
  return authenticated
    ? { status: 'free' }
    : unknown(
        `${host} shows no such repository, but the portal has no credentials for it and cannot see private ones`,
      );
}

function unknown(reason: string): Answer {
  return { status: 'unknown', reason };
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
