import type {
  Finding,
  Health,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { deployment } from '../__fixtures__/deployments';
import { findingsIn } from '../__fixtures__/findings';
import { Moment } from '../__fixtures__/Moment';
import { servingOf, type Serving } from './serving';

const at = new Moment(new Date('2026-03-02T03:04:05Z'));
const { crashLooping, noEndpoints } = findingsIn('n');

describe('servingOf', () => {
  it.each<[Health, number | undefined, Finding[], Serving]>([
    ['Healthy', 2, [], 'serving'],
    ['Suspended', 0, [], 'stopped'],
    ['Suspended', 1, [], 'paused'],
    ['Progressing', 0, [], 'starting'],
    ['Progressing', 1, [], 'updating'],
    ['Missing', undefined, [], 'absent'],
    ['Unknown', 2, [], 'unknown'],
    ['Degraded', 0, [crashLooping], 'down'],
    ['Degraded', 0, [noEndpoints], 'down'],
    ['Degraded', undefined, [], 'down'],
    ['Degraded', 1, [crashLooping], 'impaired'],
    ['Degraded', 1, [crashLooping, noEndpoints], 'unreachable'],
    ['Degraded', 1, [{ ...noEndpoints, severity: 'warning' }], 'impaired'],
  ])(
    'of %s with %s available and %j',
    (health, available, findings, serving) => {
      const replicas =
        available === undefined
          ? undefined
          : { wanted: 2, updated: 2, ready: available, available };
      expect(
        servingOf(deployment(at, 'prod', { health, replicas, findings })),
      ).toBe(serving);
    },
  );
});
