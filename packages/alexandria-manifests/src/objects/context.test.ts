import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CHART } from './chart';
import { imageReference, objectMeta } from './context';
import { contextOf } from './__testUtils__/contextOf';

const repository = 'ghcr.io/alexandriaproject/ce';
const digest = `sha256:${'a'.repeat(64)}`;

describe('CHART', () => {
  it('is what Chart.yaml says', () => {
    const chart = readFileSync(
      join(__dirname, '../../chart/Chart.yaml'),
      'utf8',
    );
    expect(parse(chart)).toMatchObject(CHART);
  });
});

describe('imageReference', () => {
  it.each([
    [{ tag: '', digest: '' }, `${repository}:latest`],
    [{ tag: 'v1.0.0', digest: '' }, `${repository}:v1.0.0`],
    [{ tag: 'v1.0.0', digest }, `${repository}@${digest}`],
  ])('of %j is %s', (image, reference) => {
    expect(imageReference(contextOf(), { repository, ...image })).toBe(
      reference,
    );
  });
});

describe('objectMeta', () => {
  it('has no annotations where there are none', () => {
    const meta = objectMeta(contextOf(), 'a', { annotations: {} });
    expect(Object.keys(meta)).toEqual(['name', 'namespace', 'labels']);
    expect(meta).toMatchObject({ name: 'a', namespace: 'library' });
  });

  it('carries the component and the annotations', () => {
    expect(
      objectMeta(contextOf(), 'a', {
        component: 'test',
        annotations: { 'helm.sh/hook': 'test' },
      }),
    ).toMatchObject({
      labels: { 'app.kubernetes.io/component': 'test' },
      annotations: { 'helm.sh/hook': 'test' },
    });
  });
});
