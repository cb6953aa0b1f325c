/** @jest-environment node */
import {
  generateRepository,
  instanceSchema,
} from '@alexandriaproject/alexandria-manifests';
import type { InstanceRepository } from '@alexandriaproject/backstage-plugin-alexandria-node';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { component } from './__testUtils__/startPortal';
import { StatusMetrics } from './metrics/StatusMetrics';
import { HintChannels } from './hints/HintChannels';
import { Hints } from './hints/Hints';
import { createRouter } from './router';
import { StatusService } from './status/StatusService';
import { systemClock } from './watch/Clock';

const unmarked = {
  ...component('unmarked'),
  metadata: { name: 'unmarked' },
};

const event = { success: jest.fn(), fail: jest.fn() };
const auditor = mockServices.auditor.mock({
  createEvent: jest.fn(async () => event),
});
let decision: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
let availability: object;
let repository: InstanceRepository;
let app: express.Express;

beforeEach(async () => {
  jest.clearAllMocks();
  decision = AuthorizeResult.ALLOW;
  availability = {
    ...{ repoUrl: 'host?repo=r', status: 'free', url: 'https://host/r' },
  };
  repository = {
    entity: component('payments'),
    ...{ url: 'https://host/r/', commit: 'c0ffee' },
    files: new Map(
      generateRepository(
        instanceSchema.parse({
          ...{ name: 'payments', owner: 'group:default/payments' },
          environments: [{ name: 'dev', stage: 'development' }],
        }),
      ).map(({ path: at, content }) => [at, content]),
    ),
  };
  const status = new StatusService(
    [],
    [{ name: 'west', condition: 'Misconfigured', message: 'has no CA' }],
  );
  const router = await createRouter({
    auditor,
    catalog: catalogServiceMock({
      entities: [component('payments'), unmarked],
    }),
    httpAuth: mockServices.httpAuth(),
    metrics: new StatusMetrics(metricsServiceMock.mock()),
    permissions: mockServices.permissions.mock({
      authorize: async questions => questions.map(() => ({ result: decision })),
      authorizeConditional: async questions =>
        questions.map(() => ({ result: decision })),
    }),
    repositories: { read: jest.fn(async () => repository) },
    repositoryAvailability: {
      check: async () => availability as never,
    },
    status,
    hints: new Hints({
      status,
      channels: new HintChannels(Buffer.from('a key'), systemClock),
      signals: { publish: async () => {} },
      logger: mockServices.logger.mock(),
      clock: systemClock,
    }),
    validateResponses: true,
  });
  app = express().use(router).use(mockErrorHandler());
});

const path = (name: string) => `/v1/instances/component/default/${name}/status`;

describe('the repository of an instance', () => {
  const ask = () =>
    request(app).get('/v1/instances/component/default/payments/repository');

  it('is its answers and its files', async () => {
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      entityRef: 'component:default/payments',
      url: 'https://host/r/',
      commit: 'c0ffee',
      answers: {
        name: 'payments',
        environments: [{ name: 'dev', stage: 'development' }],
      },
      files: expect.arrayContaining([
        { path: 'README.md', content: repository.files.get('README.md') },
      ]),
    });
    expect(body.files).toHaveLength(repository.files.size);
  });

  it.each<[string, [string, string] | undefined, RegExp]>([
    ['is not there', undefined, /instance\.yaml.*is not there/],
    [
      'is of a later version',
      ['schemaVersion: 1', 'schemaVersion: 9'],
      /written by a later version/,
    ],
    [
      'has answers that are not accepted',
      ['name: payments', 'name: Not A Label'],
      /answers that are not accepted: name/,
    ],
  ])('says all that is wrong with a record that %s', async (_, edit, said) => {
    const file = '.alexandria/instance.yaml';
    if (edit === undefined) {
      repository.files.delete(file);
    } else {
      repository.files.set(file, repository.files.get(file)!.replace(...edit));
    }
    const { status, body } = await ask();
    expect(status).toBe(400);
    expect(body.error.message).toMatch(said);
    expect(body.error.message).toContain('https://host/r/');
  });
});

describe('the router', () => {
  it('answers as the document says', async () => {
    const { status, headers } = await request(app).get(path('payments'));
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('would not answer otherwise', async () => {
    availability = { ...availability, status: 'perhaps' };
    const { status, body } = await request(app).get(
      '/v1/repository-availability?repoUrl=host',
    );
    expect(status).toBe(500);
    expect(body.error.message).toContain('/response/status');
  });

  it('serves the document', async () => {
    const { body } = await request(app).get('/openapi.json');
    expect(Object.keys(body.paths)).toContain(
      '/v1/instances/{kind}/{namespace}/{name}/status',
    );
  });

  it.each<[string, string, typeof decision, number, string]>([
    ['a read', 'west', AuthorizeResult.ALLOW, 200, 'low'],
    ['a refusal', 'west', AuthorizeResult.DENY, 403, 'medium'],
    ['no such cluster', 'east', AuthorizeResult.DENY, 404, 'low'],
  ])(
    'tells a service what runs in a cluster, and the auditor of %s',
    async (_, cluster, result, code, severityLevel) => {
      decision = result;
      const { status, body } = await request(app)
        .get(`/v1/clusters/${cluster}/deployments`)
        .set('Authorization', mockCredentials.service.header());
      expect(status).toBe(code);
      expect(code === 200 ? body : {}).toEqual(
        code === 200
          ? {
              cluster: {
                ...{ name: 'west', condition: 'Misconfigured' },
                message: 'has no CA',
              },
              deployments: [],
            }
          : {},
      );
      expect(auditor.createEvent.mock.calls).toEqual([
        [
          {
            eventId: 'cluster-fetch',
            severityLevel,
            request: expect.objectContaining({ method: 'GET' }),
            meta: { queryType: 'deployments', cluster },
          },
        ],
      ]);
    },
  );

  it('tells a user nothing of what runs in a cluster, nor whether there is one', async () => {
    const answers = await Promise.all(
      ['west', 'east'].map(cluster =>
        request(app)
          .get(`/v1/clusters/${cluster}/deployments`)
          .set('Authorization', mockCredentials.user.header()),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    expect(answers[0].body.error).toEqual(answers[1].body.error);
  });

  it.each<[string, string, typeof decision, number, string]>([
    ['a read', 'payments', AuthorizeResult.ALLOW, 200, 'low'],
    ['a refusal', 'payments', AuthorizeResult.DENY, 403, 'medium'],
    ['no such entity', 'other', AuthorizeResult.ALLOW, 404, 'low'],
    ['one that names nothing', 'unmarked', AuthorizeResult.ALLOW, 400, 'low'],
  ])(
    'tells the auditor of %s',
    async (_, name, result, code, severityLevel) => {
      decision = result;
      const { status } = await request(app).get(path(name));
      expect(status).toBe(code);
      expect(auditor.createEvent.mock.calls).toEqual([
        [
          {
            eventId: 'instance-fetch',
            severityLevel,
            request: expect.objectContaining({ method: 'GET' }),
            meta: {
              queryType: 'status',
              entityRef: `component:default/${name}`,
            },
          },
        ],
      ]);
      expect(event.success).toHaveBeenCalledTimes(code === 200 ? 1 : 0);
      expect(event.fail).toHaveBeenCalledTimes(code === 200 ? 0 : 1);
    },
  );
});
