/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  exampleParameters,
  instanceJsonSchema,
  parseInstance,
} from '@alexandriaproject/alexandria-manifests';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { pageSchema } from '../../scripts/pageSchema';
import { templates } from '../../scripts/templates';
import { sectionIds } from './sections';

const folder = join(__dirname, '../../../../templates');

const ajv = new Ajv({ strict: false });
const example = parse(exampleParameters());
const least = {
  name: 'a',
  owner: 'group:default/payments',
  environments: [{ name: 'dev', stage: 'development' }],
};

/** What a page says of answers: paths of what it refuses. */
function refusals(section: (typeof sectionIds)[number], answers: unknown) {
  const validate = ajv.compile(pageSchema(instanceJsonSchema(), section));
  return validate(answers)
    ? []
    : (validate.errors ?? []).map(({ instancePath }) => instancePath);
}

type Page = { properties: Record<string, Record<string, unknown>> };

const specOf = (name: string) => parse(templates[name]()).spec;

describe.each(Object.keys(templates))('the template %s', name => {
  it('is as it is generated', () => {
    // When this fails: yarn workspace @alexandriaproject/backstage-plugin-alexandria generate
    const file = join(folder, name, 'template.yaml');
    expect(readFileSync(file, 'utf8') === templates[name]()).toBe(true);
  });

  it('has steps that look at what came before them only', () => {
    const seen: string[] = [];
    for (const step of specOf(name).steps) {
      const used = [
        ...JSON.stringify(step).matchAll(/steps(?:\.|\[')([\w-]+)/g),
      ].map(([, id]) => id);
      expect(used.filter(id => !seen.includes(id))).toEqual([]);
      seen.push(step.id);
    }
  });

  it('uses parameters that it asks for only', () => {
    const { parameters, steps, output } = specOf(name);
    const asked = (parameters as Page[]).flatMap(({ properties }) =>
      Object.keys(properties),
    );
    const used = JSON.stringify([steps, output]).matchAll(/parameters\.(\w+)/g);
    expect(
      [...used].map(([, id]) => id).filter(id => !asked.includes(id)),
    ).toEqual([]);
  });
});

describe.each([
  ['new-alexandria-instance', {}, ['answers'], ['answers', 'repoUrl']],
  [
    'change-alexandria-instance',
    { purpose: 'change' },
    ['entityRef', 'answers'],
    ['answers', 'decisions'],
  ],
])('the pages of %s', (name, options, first, last) => {
  it('are those of the answers, with what else is asked for', () => {
    const pages: Page[] = specOf(name).parameters;
    expect(
      pages.map(({ properties }) => properties.answers['ui:options']),
    ).toEqual(sectionIds.map(section => ({ section, ...options })));
    expect(Object.keys(pages[0].properties)).toEqual(first);
    expect(Object.keys(pages[pages.length - 1].properties)).toEqual(last);
  });
});

describe('pageSchema', () => {
  it.each(sectionIds)('of %s accepts the whole example', section => {
    expect(refusals(section, example)).toEqual([]);
  });

  it.each(sectionIds)(
    'of %s accepts answers with every default, as a repository has them',
    section => {
      for (const answers of [example, least]) {
        const parsed = parseInstance(answers);
        expect(parsed.ok && refusals(section, parsed.value)).toEqual([]);
      }
    },
  );

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
