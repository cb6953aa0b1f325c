import { rolloutBounds } from './rollingUpdate';

const bounds = (
  replicas: number,
  maxSurge: number | string,
  maxUnavailable: number | string,
) =>
  rolloutBounds({
    replicas,
    strategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge, maxUnavailable },
    },
  });

describe('rolloutBounds', () => {
  // https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment
  it.each([
    [10, '30%', '30%', 13, 7],
    [4, '25%', '25%', 5, 3],
    [1, '25%', '25%', 2, 1],
    [3, 1, 0, 4, 3],
    [2, 0, 0, 3, 2],
    [3, 0, 1, 3, 2],
  ])(
    'of %d with surge %s and unavailable %s are %d and %d',
    (replicas, surge, unavailable, most, least) => {
      expect(bounds(replicas, surge, unavailable)).toEqual({ most, least });
    },
  );

  it('of what is made anew are as many as are wanted', () => {
    expect(
      rolloutBounds({
        replicas: 2,
        strategy: { type: 'Recreate' },
      }),
    ).toEqual({ most: 2, least: 2 });
  });
});
