import type { ServerResponse } from 'node:http';
import { ApiError, internalError, type Status } from '../objects/ApiError';

const HEADERS = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-cache, private',
};

/** Answers with JSON that is at hand as text. */
export function sendText(
  response: ServerResponse,
  code: number,
  text: string | Buffer,
  headers: Record<string, string> = {},
): void {
  response.writeHead(code, {
    ...HEADERS,
    'Content-Length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

/** Answers with JSON. */
export function send(
  response: ServerResponse,
  code: number,
  body: object,
): void {
  sendText(response, code, `${JSON.stringify(body)}\n`);
}

/** Answers with a Status; an error that is none of the API is one of the server. */
export function sendError(response: ServerResponse, error: unknown): Status {
  const { status, retryAfter } =
    error instanceof ApiError
      ? error
      : internalError('the sample cluster failed');
  sendText(
    response,
    status.code,
    `${JSON.stringify(status)}\n`,
    retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
  );
  return status;
}

/** Begins the answer to a watch, whose lines follow. */
export function beginStream(response: ServerResponse): void {
  response.writeHead(200, HEADERS);
  response.flushHeaders();
}
