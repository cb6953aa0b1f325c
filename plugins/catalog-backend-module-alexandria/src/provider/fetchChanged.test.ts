import { fetchChanged } from './fetchChanged';

const URL = 'http://portal/api/alexandria/v1/clusters/north/deployments';

describe('fetchChanged', () => {
  let asked: Array<[string, string | null]>;
  let said: { status: number; tag?: string; text?: string };
  const fetch = () =>
    fetchChanged(async (input, init) => {
      asked.push([
        String(input),
        new Headers(init?.headers).get('if-none-match'),
      ]);
      const { status, tag, text = null } = said;
      return new Response(status === 304 ? null : text, {
        status,
        headers: tag ? { etag: tag } : {},
      });
    });

  beforeEach(() => {
    asked = [];
    said = { status: 200, tag: 'W/"1"', text: 'first' };
  });

  it('has what was answered before for as long as it holds', async () => {
    const ask = fetch();
    expect(await (await ask(URL)).text()).toBe('first');
    said = { status: 304 };
    for (const _ of [1, 2]) {
      const response = await ask(URL);
      expect([response.status, await response.text()]).toEqual([200, 'first']);
    }
    said = { status: 200, tag: 'W/"2"', text: 'second' };
    expect(await (await ask(URL)).text()).toBe('second');
    said = { status: 304 };
    expect(await (await ask(URL)).text()).toBe('second');
    expect(asked.map(([, tag]) => tag)).toEqual([
      null,
      'W/"1"',
      'W/"1"',
      'W/"1"',
      'W/"2"',
    ]);
  });

  it('keeps the answers to several questions apart', async () => {
    const ask = fetch();
    await ask(URL);
    await ask(`${URL}2`);
    expect(asked).toEqual([
      [URL, null],
      [`${URL}2`, null],
    ]);
  });

  it.each([
    [{ status: 200, text: 'first' }],
    [{ status: 503, tag: 'W/"1"', text: 'away' }],
  ])('keeps nothing of %j, and hands it on', async answer => {
    said = answer;
    const ask = fetch();
    for (const _ of [1, 2]) {
      const response = await ask(URL);
      expect([response.status, await response.text()]).toEqual([
        answer.status,
        answer.text,
      ]);
    }
    expect(asked.map(([, tag]) => tag)).toEqual([null, null]);
  });

  it('sends what it is given to send', async () => {
    const sent: unknown[] = [];
    const ask = fetchChanged(async (_, init) => {
      sent.push(new Headers(init?.headers).get('authorization'), init?.signal);
      return new Response('');
    });
    const { signal } = new AbortController();
    await ask(URL, { headers: { Authorization: 'Bearer a' }, signal });
    expect(sent).toEqual(['Bearer a', signal]);
  });
});
