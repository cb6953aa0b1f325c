import {
  GuardCase,
  reported,
  ruleOf,
  uncovered,
} from './__testUtils__/guardCases';
import { resourceGuards } from './resources';

const cases: GuardCase[] = [
  [
    'request-above-limit',
    { resources: { api: { requests: { cpu: 0.6 } } } },
    'resources.api.requests.cpu',
    { resources: { api: { requests: { cpu: 0.5, memory: '536870912' } } } },
  ],
  [
    'request-above-limit',
    { resources: { jobs: { requests: { memory: '1.1G' } } } },
    'resources.jobs.requests.memory',
    {
      resources: {
        jobs: { requests: { memory: '1.1G' }, limits: { memory: '1100M' } },
      },
    },
  ],
  [
    'resource-fraction-of-byte',
    { resources: { api: { requests: { memory: '512m' } } } },
    'resources.api.requests.memory',
    { resources: { api: { requests: { memory: '512M', cpu: '500m' } } } },
  ],
  [
    'request-above-limit',
    {
      resources: {
        api: { requests: { cpu: 0, memory: 1 }, limits: { cpu: 0, memory: 0 } },
      },
    },
    'resources.api.requests.memory',
    { resources: { api: { requests: { cpu: 0 }, limits: { cpu: 0 } } } },
  ],
  [
    'resource-fraction-of-byte',
    { resources: { api: { requests: { memory: 1e-7 } } } },
    'resources.api.requests.memory',
    { resources: { api: { requests: { memory: '1.25Mi' } } } },
  ],
  [
    'resource-fraction-of-byte',
    { resources: { init: { limits: { 'ephemeral-storage': 0.5 } } } },
    'resources.init.limits.ephemeral-storage',
    { resources: { init: { limits: { 'ephemeral-storage': 2 } } } },
  ],
];

describe('the guards of resources', () => {
  it.each(cases)(
    '%s refuses %j at %s and accepts %j',
    (id, broken, path, accepted) => {
      expect(reported(broken)).toEqual([{ path, ...ruleOf(id) }]);
      expect(reported(accepted)).toEqual([]);
    },
  );

  it('have a case each', () => {
    expect(uncovered(resourceGuards, cases)).toEqual([]);
  });
});
