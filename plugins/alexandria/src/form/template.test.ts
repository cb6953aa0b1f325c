/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  exampleParameters,
  instanceJsonSchema,
} from '@alexandriaproject/alexandria-manifests';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { pageSchema } from '../../scripts/pageSchema';
import { templateYaml } from '../../scripts/template';
import { sectionIds } from './sections';

const file = join(
  __dirname,
  '../../../../templates/new-alexandria-instance/template.yaml',
);

const ajv = new Ajv({ strict: false });
const example = parse(exampleParameters());

/** What a page says of answers: paths of what it refuses. */
function refusals(section: (typeof sectionIds)[number], answers: unknown) {
  const validate = ajv.compile(pageSchema(instanceJsonSchema(), section));
  return validate(answers)
    ? []
    : (validate.errors ?? []).map(({ instancePath }) => instancePath);
}

describe('the template', () => {
  it('is as it is generated', () => {
    // When this fails: yarn workspace @alexandriaproject/backstage-plugin-alexandria generate
    expect(readFileSync(file, 'utf8') === templateYaml()).toBe(true);
  });

  it('has a page for each section, and the repository on the last', () => {
    const { parameters } = parse(templateYaml()).spec;
    expect(
      parameters.map(
        (page: { properties: Record<string, Record<string, unknown>> }) =>
          page.properties.answers['ui:options'],
      ),
    ).toEqual(sectionIds.map(section => ({ section })));
    expect(Object.keys(parameters[sectionIds.length - 1].properties)).toEqual([
      'answers',
      'repoUrl',
    ]);
  });

  it('has steps that look at what came before them only', () => {
    const seen: string[] = [];
    for (const step of parse(templateYaml()).spec.steps) {
      const used = [
        ...JSON.stringify(step).matchAll(/steps(?:\.|\[')([\w-]+)/g),
      ].map(([, id]) => id);
      expect(used.filter(id => !seen.includes(id))).toEqual([]);
      seen.push(step.id);
    }
  });
});

describe('pageSchema', () => {
  it.each(sectionIds)('of %s accepts the whole example', section => {
    expect(refusals(section, example)).toEqual([]);
  });

  it.each([
    ['identity', { ...example, name: 'Not A Label' }, '/name'],
    [
      'identity',
      { ...example, description: 'postgres://admin:canary@db/x' },
      '/description',
    ],
    ['identity', { owner: example.owner }, ''],
    ['environments', { ...example, environments: [] }, '/environments'],
    [
      'environments',
      { ...example, environments: [{ name: 'dev', stage: 'prod' }] },
      '/environments/0/stage',
    ],
    [
      'sizing',
      { ...example, environments: [{ storage: { size: 'much' } }] },
      '/environments/0/storage/size',
    ],
    [
      'images',
      { ...example, environments: [{ imageTag: 'no tag' }] },
      '/environments/0/imageTag',
    ],
    ['access', { ...example, access: { surprise: 1 } }, '/access'],
    [
      'delivery',
      { ...example, delivery: { gitops: 'jenkins' } },
      '/delivery/gitops',
    ],
  ] as const)('of %s refuses %j', (section, answers, path) => {
    expect(refusals(section, answers)).toContain(path);
  });

  it('leaves to other pages what they ask for', () => {
    expect(
      refusals('sizing', {
        environments: [{ name: 'Not A Label', stage: 'prod', host: '///' }],
      }),
    ).toEqual([]);
  });
});
