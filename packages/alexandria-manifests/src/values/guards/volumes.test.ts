import {
  GuardCase,
  reported,
  ruleOf,
  uncovered,
} from './__testUtils__/guardCases';
import { volumeGuards } from './volumes';

const container = { name: 'proxy', image: 'proxy:1' };

const cases: GuardCase[] = [
  [
    'volume-reserved',
    { extraVolumes: [{ name: 'data', emptyDir: {} }] },
    'extraVolumes[0].name',
    { extraVolumes: [{ name: 'models', emptyDir: {} }] },
  ],
  [
    'volume-repeated',
    {
      extraVolumes: [
        { name: 'm', emptyDir: {} },
        { name: 'm', emptyDir: {} },
      ],
    },
    'extraVolumes[1].name',
    {
      extraVolumes: [
        { name: 'm', emptyDir: {} },
        { name: 'n', emptyDir: {} },
      ],
    },
  ],
  [
    'mount-unknown-volume',
    { extraVolumeMounts: { api: [{ name: 'm', mountPath: '/m' }] } },
    'extraVolumeMounts.api[0].name',
    { extraVolumeMounts: { api: [{ name: 'data', mountPath: '/m' }] } },
  ],
  [
    'mount-unknown-volume',
    {
      extraContainers: [
        { ...container, volumeMounts: [{ name: 'm', mountPath: '/m' }] },
      ],
    },
    'extraContainers[0].volumeMounts[0].name',
    {
      extraVolumes: [{ name: 'm', emptyDir: {} }],
      extraContainers: [
        { ...container, volumeMounts: [{ name: 'm', mountPath: '/m' }] },
      ],
    },
  ],
  [
    'mount-path-reserved',
    {
      extraVolumeMounts: {
        api: [{ name: 'data', mountPath: '/etc/alexandria/' }],
      },
    },
    'extraVolumeMounts.api[0].mountPath',
    {
      extraVolumeMounts: {
        api: [{ name: 'data', mountPath: '/etc/alexandria.d' }],
      },
    },
  ],
  [
    'mount-path-repeated',
    {
      extraVolumeMounts: {
        api: [
          { name: 'data', mountPath: '/a' },
          { name: 'run', mountPath: '/a' },
        ],
      },
    },
    'extraVolumeMounts.api[1].mountPath',
    {
      extraVolumeMounts: {
        api: [
          { name: 'data', mountPath: '/a' },
          { name: 'data', mountPath: '/b' },
        ],
      },
    },
  ],
  [
    'mount-path-repeated',
    {
      extraContainers: [
        {
          ...container,
          volumeMounts: [
            'x',
            { name: 'data', mountPath: '/a' },
            { name: 'run', mountPath: '/a' },
          ],
        },
      ],
    },
    'extraContainers[0].volumeMounts[2].mountPath',
    {
      extraContainers: [
        {
          ...container,
          volumeMounts: ['x', 'x', { mountPath: 1 }, { mountPath: 1 }],
        },
      ],
    },
  ],
  [
    'volume-needs-one-source',
    { extraVolumes: [{ name: 'm' }] },
    'extraVolumes[0]',
    { extraVolumes: [{ name: 'm', emptyDir: {} }] },
  ],
];

describe('the guards of volumes and mounts', () => {
  it.each(cases)(
    '%s refuses %j at %s and accepts %j',
    (id, broken, path, accepted) => {
      expect(reported(broken)).toEqual([{ path, ...ruleOf(id) }]);
      expect(reported(accepted)).toEqual([]);
    },
  );

  it('have a case each', () => {
    expect(uncovered(volumeGuards, cases)).toEqual([]);
  });
});
