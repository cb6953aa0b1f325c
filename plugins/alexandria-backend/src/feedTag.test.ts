import type { ClusterDeployments } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { feedTag } from './feedTag';

const a = { namespace: 'prod', name: 'a', labels: { app: 'a', team: 'b' } };
const b = { namespace: 'prod', name: 'b', labels: {} };

const feed: ClusterDeployments = {
  cluster: { name: 'north', condition: 'Current' },
  observedAt: '2026-11-28T12:00:00Z',
  deployments: [a, b],
};

describe('feedTag', () => {
  it.each<[string, Partial<ClusterDeployments>]>([
    ['another time', { observedAt: '2026-11-28T13:00:00Z' }],
    ['another order', { deployments: [b, a] }],
    [
      'another order of labels',
      { deployments: [{ ...a, labels: { team: 'b', app: 'a' } }, b] },
    ],
  ])('is the same with %s', (_, other) => {
    expect(feedTag({ ...feed, ...other })).toBe(feedTag(feed));
  });

  it.each<[string, Partial<ClusterDeployments>]>([
    ['another condition', { cluster: { name: 'north', condition: 'Failing' } }],
    ['a Deployment less', { deployments: [a] }],
    ['another label', { deployments: [{ ...a, labels: { app: 'a' } }, b] }],
    ['a URL', { deployments: [{ ...a, urls: ['https://a'] }, b] }],
    [
      'a database',
      { deployments: [{ ...a, database: { secret: 's', key: 'k' } }, b] },
    ],
  ])('is another one with %s', (_, other) => {
    expect(feedTag({ ...feed, ...other })).not.toBe(feedTag(feed));
  });
});
