import {
  Agent,
  IncomingHttpHeaders,
  IncomingMessage,
  request,
  RequestOptions,
} from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What a server answered, not decompressed. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** As sent, name and value by turns: a header that came twice is there twice. */
  rawHeaders: string[];
  body: string;
}

/** Sends the path as it is, without the normalization of `fetch`; the body, if any, at once. */
export function begin(
  origin: string,
  path: string,
  options: RequestOptions & { body?: string | Buffer } = {},
): Promise<IncomingMessage> {
  const { body, ...rest } = options;
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    request(
      {
        host: hostname.replace(/^\[|\]$/g, ''),
        port,
        path,
        agent: false,
        ...rest,
      },
      resolve,
    )
      .on('error', reject)
      .end(body);
  });
}

/** As {@link begin}, and waits for the whole answer. */
export async function ask(
  origin: string,
  path: string,
  options: RequestOptions & { body?: string | Buffer } = {},
): Promise<Answer> {
  const response = await begin(origin, path, options);
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    rawHeaders: response.rawHeaders,
    body: (await buffer(response)).toString('latin1'),
  };
}

/** The values of a header, as often as it came. */
export function headerValues({ rawHeaders }: Answer, name: string): string[] {
  return rawHeaders.filter(
    (_, i) => i % 2 === 1 && rawHeaders[i - 1].toLowerCase() === name,
  );
}

/** Keeps one connection open. */
export const oneConnection = () =>
  new Agent({ keepAlive: true, maxSockets: 1 });
