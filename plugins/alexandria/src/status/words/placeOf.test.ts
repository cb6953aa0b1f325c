import { deployment } from '../__fixtures__/deployments';
import { Moment } from '../__fixtures__/Moment';
import { placeOf } from './placeOf';

const at = new Moment(new Date('2026-03-02T03:04:05Z'));
const clusters = [
  { name: 'eu', title: 'Europe', condition: 'Current' as const },
  { name: 'us', condition: 'Current' as const },
];
const inNamespace = (
  namespace: string,
  cluster: string,
  environment = 'prod',
) =>
  deployment(at, environment, {
    cluster,
    deployment: { kind: 'Deployment', namespace, name: 'alexandria' },
  });

describe('placeOf', () => {
  it.each([
    ['alone', inNamespace('a', 'eu'), [], 'Europe'],
    ['in a cluster without a title', inNamespace('a', 'us'), [], 'us'],
    [
      'with one in another cluster',
      inNamespace('a', 'eu'),
      [inNamespace('b', 'us')],
      'Europe',
    ],
    [
      'with one of another environment',
      inNamespace('a', 'eu'),
      [inNamespace('b', 'eu', 'dev')],
      'Europe',
    ],
    [
      'with one like it',
      inNamespace('a', 'eu'),
      [inNamespace('b', 'eu')],
      'Europe, a',
    ],
  ])('%s', (_name, one, others, where) => {
    expect(placeOf(one, { clusters, deployments: [one, ...others] })).toEqual({
      environment: 'prod',
      where,
    });
  });

  it('is the namespace where no repository says the environment', () => {
    const one = { ...inNamespace('a', 'eu'), environment: undefined };
    expect(placeOf(one, { clusters, deployments: [one] }).environment).toBe(
      'a',
    );
  });
});
