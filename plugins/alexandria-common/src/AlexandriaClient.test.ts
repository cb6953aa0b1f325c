import { AlexandriaClient } from './AlexandriaClient';

const FREE = {
  repoUrl: 'git.example.com?owner=o&repo=a b',
  status: 'free',
  url: 'https://git.example.com/o/r',
};

function clientFor(response: Response) {
  const fetch = jest.fn(
    async (..._args: Parameters<typeof globalThis.fetch>) => response,
  );
  const client = new AlexandriaClient({
    discoveryApi: {
      getBaseUrl: async pluginId => `http://portal/api/${pluginId}`,
    },
    fetchApi: { fetch },
  });
  return { client, fetch };
}

const answer = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });

describe('AlexandriaClient', () => {
  it('asks the backend and hands the signal on', async () => {
    const { client, fetch } = clientFor(answer(FREE));
    const { signal } = new AbortController();
    expect(
      await client.getRepositoryAvailability(
        { repoUrl: FREE.repoUrl },
        { signal },
      ),
    ).toEqual(FREE);
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe(
      'http://portal/api/alexandria/v1/repository-availability?repoUrl=git.example.com%3Fowner%3Do%26repo%3Da%20b',
    );
    expect(init?.signal).toBe(signal);
  });

  it('throws what the backend says', async () => {
    const { client } = clientFor(
      answer(
        {
          error: { name: 'InputError', message: 'no such host' },
          response: { statusCode: 400 },
        },
        400,
      ),
    );
    await expect(
      client.getRepositoryAvailability({ repoUrl: 'x' }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 400,
      message: expect.stringContaining('400'),
      body: { error: { message: 'no such host' } },
    });
  });

  it.each([
    ['another status', { ...FREE, status: 'maybe' }],
    ['no status', { repoUrl: FREE.repoUrl, url: FREE.url }],
    ['no object', 'free'],
  ])('does not take %s for an answer', async (_name, body) => {
    const { client } = clientFor(answer(body));
    await expect(
      client.getRepositoryAvailability({ repoUrl: 'x' }),
    ).rejects.toThrow();
  });
});
