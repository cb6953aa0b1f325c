import {
  escapingPaths,
  hostileTexts,
  hostileTrees,
  prototypeIsClean,
  refusedDocuments,
  Tally,
} from '@alexandriaproject/test-rig';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject, JsonValue } from '@backstage/types';
import { existsSync, readdirSync } from 'fs';
import type { NameCheck } from '../createNameCheck';
import { answers, integrations } from '../__testUtils__/answers';
import { createGenerateInstanceAction } from './generateInstance';
import { createRenderManifestsAction } from './renderManifests';
import { createValidateValuesAction } from './validateValues';

// One test gives a field every text, and what is taken writes a whole repository.
jest.setTimeout(60_000);

const outside = createMockDirectory();
const workspace = outside.resolve('workspace');
const canary = outside.resolve('canary');
const texts = hostileTexts(canary);
const free: NameCheck = { check: async () => ({ taken: [], unknown: [] }) };
const tally = new Tally('scaffolder actions');
const SECRET = 'canary-7f3a-secret';

beforeEach(() => {
  outside.setContent({ 'secret.yaml': `auth: {jwtSecret: ${SECRET}}` });
  outside.addContent({ workspace: {} });
});
afterAll(() => tally.print());

const actions = {
  generate: createGenerateInstanceAction({ integrations, nameCheck: free }),
  render: createRenderManifestsAction(),
  validate: createValidateValuesAction(),
};

/** Runs an action, and holds it to what holds whatever it is given. */
async function attempt(
  name: keyof typeof actions,
  input: JsonObject,
): Promise<'accepted' | 'refused'> {
  const logger = mockServices.logger.mock();
  const context = createMockActionContext<JsonObject, JsonObject>({
    input,
    workspacePath: workspace,
    logger,
  });
  const handler = actions[name].handler as (given: typeof context) => unknown;
  const error = await Promise.resolve()
    .then(() => handler(context))
    .then(
      () => undefined,
      (thrown: Error) => thrown,
    );
  const outcome = error === undefined ? 'accepted' : 'refused';
  tally.count(outcome);
  if (error !== undefined) {
    expect(['InputError', 'WorkspaceError']).toContain(error.name);
    expect(error.message).not.toMatch(/\n\s+at /);
    expect(error.message).not.toContain(SECRET);
    expect(error.message.length).toBeLessThan(200_000);
  }
  expect(readdirSync(outside.path).sort()).toEqual([
    'secret.yaml',
    'workspace',
  ]);
  expect(existsSync(canary)).toBe(false);
  return outcome;
}

const targets: [
  keyof typeof actions,
  string,
  (value: JsonValue) => JsonObject,
][] = [
  ['generate', 'targetPath', value => ({ answers, targetPath: value })],
  ['render', 'outputPath', value => ({ outputPath: value })],
  ['render', 'valuesFiles', value => ({ valuesFiles: [value] })],
  ['validate', 'valuesFiles', value => ({ valuesFiles: [value] })],
];

describe.each(targets)('%s, %s', (action, field, inputWith) => {
  it.each(
    Object.entries(escapingPaths).filter(
      ([, given]) => field !== 'targetPath' || given !== '',
    ),
  )('refuses %s', async (_, given) => {
    await expect(attempt(action, inputWith(given))).resolves.toBe('refused');
  });
});

const fields: [keyof typeof actions, string, (value: string) => JsonObject][] =
  [
    ['generate', 'repoUrl', repoUrl => ({ answers, repoUrl })],
    ...['name', 'owner', 'system', 'description'].map(
      (field): (typeof fields)[number] => [
        'generate',
        field,
        value => ({ answers: { ...answers, [field]: value } }),
      ],
    ),
    ['validate', 'release', release => ({ release })],
    ['validate', 'namespace', namespace => ({ namespace })],
    ['validate', 'set', value => ({ set: [value, `a=${value}`] })],
    [
      'validate',
      'values',
      value => ({ values: { commonLabels: { a: value } } }),
    ],
  ];

describe.each(fields)('%s, %s', (action, _, inputWith) => {
  it('takes hostile text as text or not at all', async () => {
    for (const text of Object.values(texts)) {
      await attempt(action, inputWith(text));
    }
    expect(prototypeIsClean()).toBe(true);
  });
});

it.each(Object.entries(hostileTrees))(
  'refuses %s or takes it',
  async (_, make) => {
    await attempt('validate', { values: { affinity: make() } } as JsonObject);
    await attempt('generate', { answers: make() } as JsonObject);
    await attempt('generate', {
      answers: { ...answers, environments: make() },
    } as JsonObject);
    expect(prototypeIsClean()).toBe(true);
  },
);

it.each(Object.entries(refusedDocuments))(
  'refuses a values file with %s',
  async (_, text) => {
    outside.addContent({ 'workspace/values.yaml': text });
    await expect(
      attempt('validate', { valuesFiles: ['values.yaml'] }),
    ).resolves.toBe('refused');
  },
);

it('follows no link of the workspace', async () => {
  outside.addContent({
    'workspace/link.yaml': ({ symlink }) =>
      symlink(outside.resolve('secret.yaml')),
    'workspace/folder': ({ symlink }) => symlink(outside.path),
  });
  for (const file of ['link.yaml', 'folder/secret.yaml']) {
    await expect(attempt('validate', { valuesFiles: [file] })).resolves.toBe(
      'refused',
    );
    await expect(attempt('render', { outputPath: file })).resolves.toBe(
      'refused',
    );
  }
  await expect(
    attempt('generate', { answers, targetPath: 'folder' }),
  ).resolves.toBe('refused');
});

it('leaves the prototypes as they were', () => {
  expect(prototypeIsClean()).toBe(true);
});
