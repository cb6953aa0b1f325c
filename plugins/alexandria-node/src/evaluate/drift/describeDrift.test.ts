import type { ObjectDrift } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { deployment, NOW } from '../__testUtils__/objects';
import type { Comparison } from '../EvaluationInput';
import { describeDrift } from './describeDrift';

const reference = { namespace: 'library', name: 'alexandria' };

const object = (
  state: ObjectDrift['state'],
  fields: number = 0,
): ObjectDrift => ({
  object: { kind: 'Service', ...reference },
  state,
  fields: Array.from({ length: fields }, (_, index) => ({
    ...{ path: `spec.${index}`, change: 'changed', withheld: true },
  })),
  deprecated: [],
});

const described = (more: Partial<Comparison>) =>
  describeDrift(
    {
      ...{ objects: [], now: NOW, chartVersion: '0.2.0' },
      comparisons: [{ ...reference, objects: [], ...more }],
    },
    reference,
    deployment({
      metadata: { labels: { 'helm.sh/chart': 'alexandria-ee-0.1.0' } },
    }),
  );

describe('describeDrift', () => {
  it.each<[string, Partial<Comparison>, string, string]>([
    [
      'nothing that differs',
      { comparedAt: NOW, objects: [object('Same'), object('Same')] },
      'Same',
      'Nothing differs in 2 objects.',
    ],
    [
      'what differs and what is missing',
      {
        comparedAt: NOW,
        objects: [object('Different', 2), object('Missing'), object('Unread')],
      },
      'Different',
      '2 fields differ, 1 object is missing, 1 object could not be compared.',
    ],
    [
      'something that could not be read',
      { comparedAt: NOW, objects: [object('Same'), object('Unread')] },
      'Unknown',
      '1 object could not be compared.',
    ],
    [
      'what is out of date',
      { comparedAt: NOW, objects: [object('Same')], stale: 'It is away.' },
      'Unknown',
      'What is known is out of date.',
    ],
    ['nothing read', {}, 'Unknown', 'Not compared yet.'],
    [
      'a cluster that is away',
      { stale: 'It is away.' },
      'Unknown',
      'It is away.',
    ],
  ])('says of %s what it is', (_, comparison, state, sentence) => {
    expect(described(comparison)).toMatchObject({ state, sentence });
  });

  it('says which chart is deployed and which there is', () => {
    expect(described({})?.chart).toEqual({
      deployed: '0.1.0',
      portal: '0.2.0',
    });
  });

  it('says nothing where nobody compares', () => {
    expect(
      describeDrift({ objects: [], now: NOW }, reference, undefined),
    ).toBeUndefined();
  });
});
