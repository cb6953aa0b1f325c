/** What was answered last, and what it is recognized by. */
interface Answer {
  tag: string;
  text: string;
}

/** `fetch`, as far as it is needed. */
type Fetch = (
  input: URL | RequestInfo,
  init?: RequestInit,
) => Promise<Response>;

/** URLs of which an answer is kept; the one that was asked for longest ago makes room. */
const MAX_KEPT = 1_000;

/**
 * A `fetch` for questions that are asked again and again: what was answered before is not sent again for as long as it holds,
 * as the `ETag` of the answer has it: https://www.rfc-editor.org/rfc/rfc9110.html#section-13.1.2
 */
export function fetchChanged(fetch: Fetch): Fetch {
  const answers = new Map<string, Answer>();
  return async (input, init) => {
    const url = String(input);
    const before = answers.get(url);
    const headers = new Headers(init?.headers);
    if (before) {
      headers.set('If-None-Match', before.tag);
    }
    const response = await fetch(input, { ...init, headers });
    if (response.status === 304 && before) {
      return new Response(before.text, {
        headers: { 'content-type': 'application/json' },
      });
    }
    const tag = response.headers.get('etag');
    if (response.status !== 200 || !tag) {
      return response;
    }
    const text = await response.text();
    answers.delete(url);
    answers.set(url, { tag, text });
    if (answers.size > MAX_KEPT) {
      const [oldest] = answers.keys();
      answers.delete(oldest);
    }
    return new Response(text, { headers: response.headers });
  };
}
