import { Release, ValuesInput } from '../valuesSchema';
import {
  GuardCase,
  reported,
  ruleOf,
  uncovered,
} from './__testUtils__/guardCases';
import { nameGuards } from './names';

const cases: GuardCase[] = [
  [
    'label-reserved',
    { commonLabels: { 'app.kubernetes.io/name': 'x' } },
    'commonLabels["app.kubernetes.io/name"]',
    { commonLabels: { 'example.com/name': 'x' } },
  ],
  [
    'label-reserved',
    { podLabels: { 'helm.sh/chart': 'x' } },
    'podLabels["helm.sh/chart"]',
    { podLabels: { 'my-helm.sh/chart': 'x' } },
  ],
  [
    'pod-annotation-reserved',
    { podAnnotations: { 'checksum/config': 'x' } },
    'podAnnotations["checksum/config"]',
    { podAnnotations: { 'example.com/restarted': 'x' } },
  ],
  [
    'label-reserved',
    { metrics: { serviceMonitor: { labels: { 'helm.sh/chart': 'x' } } } },
    'metrics.serviceMonitor.labels["helm.sh/chart"]',
    { metrics: { serviceMonitor: { labels: { release: 'x' } } } },
  ],
];

/** A guard's id, a release that breaks it, and values. */
const releases: [
  id: string,
  where: Release,
  values: ValuesInput,
  path: string,
][] = [
  ['release-name', { name: '1x', namespace: 'a' }, {}, 'release.name'],
  ['release-name', { name: 'a.b', namespace: 'a' }, {}, 'release.name'],
  [
    'release-name',
    { name: 'A', namespace: 'a' },
    { fullnameOverride: 'x' },
    'release.name',
  ],
  [
    'release-name',
    { name: 'a'.repeat(54), namespace: 'a' },
    {},
    'release.name',
  ],
  [
    'release-name',
    { name: '-a', namespace: 'a' },
    { fullnameOverride: 'x' },
    'release.name',
  ],
  [
    'release-name',
    { name: 'a-', namespace: 'a' },
    { fullnameOverride: 'x' },
    'release.name',
  ],
  [
    'release-namespace',
    { name: 'a', namespace: 'a'.repeat(64) },
    {},
    'release.namespace',
  ],
  [
    'release-namespace',
    { name: 'a', namespace: 'a.b' },
    {},
    'release.namespace',
  ],
  ['release-namespace', { name: 'a', namespace: '' }, {}, 'release.namespace'],
];

describe('the guards of names and labels', () => {
  it.each(cases)(
    '%s refuses %j at %s and accepts %j',
    (id, broken, path, accepted) => {
      expect(reported(broken)).toEqual([{ path, ...ruleOf(id) }]);
      expect(reported(accepted)).toEqual([]);
    },
  );

  it.each(releases)('%s refuses the release %j', (id, where, values, path) => {
    expect(reported(values, where)).toEqual([{ path, ...ruleOf(id) }]);
  });

  it.each(['1x', '1', 'a.b'])(
    'accept the release name %s under fullnameOverride',
    name => {
      expect(
        reported({ fullnameOverride: 'x' }, { name, namespace: 'a' }),
      ).toEqual([]);
    },
  );

  it('report keys in their order', () => {
    const labels = { 'helm.sh/chart': 'x', 'app.kubernetes.io/name': 'x' };
    const podAnnotations = { 'checksum/b': 'x', 'checksum/a': 'x' };
    expect(
      reported({ podLabels: labels, podAnnotations }).map(({ path }) => path),
    ).toEqual([
      'podLabels["app.kubernetes.io/name"]',
      'podLabels["helm.sh/chart"]',
      'podAnnotations["checksum/a"]',
      'podAnnotations["checksum/b"]',
    ]);
  });

  it('have a case each', () => {
    expect(uncovered(nameGuards, [...cases, ...releases])).toEqual([]);
  });
});
