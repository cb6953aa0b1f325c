import {
  guards,
  resolveValues,
} from '../packages/alexandria-manifests/src/values';
import {
  brokenByChecklist,
  brokenByGuard,
} from '../packages/alexandria-manifests/src/oracle/corpus/broken';
import { createRenderManifestsAction } from '../plugins/scaffolder-backend-module-alexandria/src/actions/renderManifests';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { readdir } from 'fs/promises';
import {
  answerFields,
  fullAnswers,
  withAnswer,
  type AnswerField,
} from './support/answerFields';
import { PortalApi } from './support/api';
import { startPortal, type Portal } from './support/portal';

/** A value that a field of this kind cannot take. */
function wrongFor({ schema }: AnswerField): unknown {
  switch (schema.type) {
    case 'integer':
      return -1;
    case 'boolean':
      return 'maybe';
    default:
      return schema.enum || schema.const ? 'jenkins' : 'no\u0000?\n!';
  }
}

describe('wrong input of the portal', () => {
  let portal: Portal;
  let api: PortalApi;

  beforeAll(async () => {
    portal = await startPortal();
    api = await PortalApi.signIn(portal);
  }, 600_000);

  afterAll(() => portal?.stop());

  const repoUrl = () => `${portal.gitHost}?owner=platform&repo=assistant`;

  it.each(answerFields().filter(({ path }) => path !== 'repoUrl'))(
    '$path is refused by name before there is a task',
    async field => {
      const answers = withAnswer(fullAnswers, field.path, wrongFor(field));
      const { status, body } = await api.create(answers, repoUrl());
      expect(status).toBe(400);
      expect(JSON.stringify(body)).toContain('answers');
    },
  );

  // What no single field can say; the action refuses these before anything is written.
  it.each<[string, object, RegExp]>([
    [
      'two environments of one name',
      {
        environments: [
          fullAnswers.environments[0],
          fullAnswers.environments[0],
        ],
      },
      /environments\[1\]\.name: is the name of another environment too/,
    ],
    [
      'a moving tag in production',
      {
        environments: [
          { name: 'prod', stage: 'production', host: 'a.acme.io' },
        ],
      },
      /environments\[0\]\.imageTag: must be a release in production/,
    ],
    [
      'production without a host',
      {
        environments: [
          { name: 'prod', stage: 'production', imageTag: 'v1.0.0' },
        ],
      },
      /environments\[0\]\.host: is required in production/,
    ],
    [
      'replicas on SQLite',
      { environments: [{ name: 'dev', stage: 'development', replicas: 2 }] },
      /environments\[0\]\.replicas: needs Postgres/,
    ],
    [
      'a route without a gateway',
      { exposure: { kind: 'httpRoute' } },
      /exposure\.gateway\.name: is required for an HTTPRoute/,
    ],
    ['an unknown answer', { surprise: true }, /surprise/],
    [
      'a name that does not fit and a host that is missing, both at once',
      {
        environments: [
          { name: 'prod', stage: 'production', imageTag: 'latest' },
        ],
      },
      /imageTag[^]*host|host[^]*imageTag/,
    ],
  ])(
    '%s ends the task at its first step, saying why',
    async (_, change, said) => {
      const { status, body } = await api.create(
        { ...fullAnswers, ...change },
        repoUrl(),
      );
      expect(status).toBe(201);
      const { id } = body as { id: string };
      expect(await api.ended(id)).toBe('failed');
      const events = JSON.stringify(
        (await api.request('GET', `scaffolder/v2/tasks/${id}/events`)).body,
      );
      expect(events).toMatch(said);
    },
  );

  it('leaves no repository and no entity behind', async () => {
    expect(await api.components()).not.toContain('assistant');
    const availability = await api.request(
      'GET',
      `alexandria/v1/repository-availability?repoUrl=${encodeURIComponent(
        repoUrl(),
      )}`,
    );
    expect(availability.body).toMatchObject({ status: 'free' });
  });
});

describe('values that break a rule', () => {
  const workspace = createMockDirectory();

  beforeEach(() => workspace.clear());

  it('are there for every guard', () => {
    const covered = brokenByGuard.map(({ id }) => id);
    expect(guards.filter(({ id }) => !covered.includes(id))).toEqual([]);
  });

  it.each([...brokenByGuard, ...brokenByChecklist])(
    '$id: says every path, and writes nothing',
    async ({ values, release }) => {
      const at = release ?? { name: 'alexandria', namespace: 'alexandria' };
      const resolved = resolveValues([values], at);
      const paths = resolved.ok ? [] : resolved.issues.map(({ path }) => path);
      expect(paths).not.toEqual([]);
      const error = await createRenderManifestsAction()
        .handler(
          createMockActionContext({
            input: { values, release: at.name, namespace: at.namespace },
            workspacePath: workspace.path,
          }),
        )
        .then(
          () => 'nothing was refused',
          reason => String(reason),
        );
      expect(paths.filter(path => !error.includes(path))).toEqual([]);
      expect(await readdir(workspace.path)).toEqual([]);
    },
  );
});
