import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { startGitHost, type GitHost } from '@alexandriaproject/sandbox';
import request from 'supertest';
import alexandria from './index';

let git: GitHost;
let backend: TestBackend;

beforeAll(async () => {
  git = await startGitHost({
    port: 0,
    username: 'portal',
    password: 'secret',
    logger: mockServices.logger.mock(),
  });
  backend = await startTestBackend({
    features: [
      alexandria,
      mockServices.rootConfig.factory({
        data: {
          integrations: {
            gitea: [
              {
                host: `localhost:${git.port}`,
                baseUrl: git.baseUrl,
                username: 'portal',
                password: 'secret',
              },
            ],
          },
        },
      }),
    ],
  });
});

afterAll(async () => {
  await backend.stop();
  await git.close();
});

const ask = (query: string, credentials: string) =>
  request(backend.server)
    .get(`/api/alexandria/v1/repository-availability${query}`)
    .set('Authorization', credentials);

const user = mockCredentials.user.header();
const repoUrl = () => `localhost:${git.port}?owner=platform&repo=site`;

describe('GET /v1/repository-availability', () => {
  it('answers a user', async () => {
    const { status, body, headers } = await ask(
      `?repoUrl=${encodeURIComponent(repoUrl())}`,
      user,
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      repoUrl: repoUrl(),
      status: 'free',
      url: `${git.baseUrl}/platform/site`,
    });
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['nobody', mockCredentials.none.header(), 401],
    ['an invalid token', mockCredentials.user.invalidHeader(), 401],
    ['a service', mockCredentials.service.header(), 403],
  ])('refuses %s', async (_name, credentials, status) => {
    const response = await ask(
      `?repoUrl=${encodeURIComponent(repoUrl())}`,
      credentials,
    );
    expect(response.status).toBe(status);
  });

  it.each([
    ['no repoUrl', '', "query must have required property 'repoUrl'"],
    ['two', '?repoUrl=a&repoUrl=b', 'query/repoUrl must be string'],
    ['an empty one', '?repoUrl=', 'repoUrl'],
    ['something else too', '?repoUrl=a&owner=b', "'owner'"],
    ['no URL', '?repoUrl=%2F%2F', 'not of the form'],
    [
      'another host',
      '?repoUrl=elsewhere%3Fowner%3Do%26repo%3Dr',
      'Configured hosts: ',
    ],
  ])('answers 400 to %s', async (_name, query, message) => {
    const { status, body } = await ask(query, user);
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
    expect(body.error.message).toContain(message);
  });
});
