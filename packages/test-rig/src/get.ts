import { request } from 'node:https';

export interface Answer {
  status: number;
  body: string;
}

/**
 * GET with a bearer token over TLS; undefined while nothing answers.
 *
 * @param ca - the server's certificate authority, as PEM
 */
export function get(
  url: string,
  ca: string,
  token: string,
): Promise<Answer | undefined> {
  return new Promise(resolve => {
    const sent = request(url, {
      ca,
      // A connection kept alive would hold up the server's end.
      agent: false,
      timeout: 5000,
      headers: { Authorization: `Bearer ${token}` },
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve(undefined));
    sent.on('response', response => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', chunk => {
        body += chunk;
      });
      response.on('error', () => resolve(undefined));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body }),
      );
    });
    sent.end();
  });
}
