import { ApiError } from './ApiError';
import type { KubernetesObject } from './KubernetesObject';
import { resourceOfKind } from './resources';
import { validate } from './validate';

const deployment = (name: string, more: object = {}): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    selector: { matchLabels: { app: 'a' } },
    template: {
      metadata: { labels: { app: 'a' } },
      spec: { containers: [{ name: 'a' }] },
    },
    ...more,
  },
});

function fieldsOf(object: KubernetesObject, before?: KubernetesObject) {
  try {
    validate(resourceOfKind(object.kind), before, object);
    return [];
  } catch (error) {
    const { details } = (error as ApiError).status as {
      details?: { causes: { field: string }[] };
    };
    return details!.causes.map(({ field }) => field);
  }
}

describe('validate', () => {
  it.each([
    ['what is right', deployment('web'), []],
    ['a name with dots', deployment('web.one'), []],
    ['no name of an object', deployment('Web_1'), ['metadata.name']],
    [
      'a selector that selects other pods',
      deployment('web', { selector: { matchLabels: { app: 'b' } } }),
      ['spec.template.metadata.labels'],
    ],
    [
      'all that is wrong at once',
      deployment('-', { selector: undefined, template: {} }),
      ['metadata.name', 'spec.selector'],
    ],
    [
      'a pod without containers',
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: {} },
      ['spec.containers'],
    ],
    [
      'an autoscaler of nothing',
      {
        ...{ apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' },
        ...{ metadata: { name: 'a' }, spec: {} },
      },
      ['spec.scaleTargetRef.name'],
    ],
  ])('%s', (_, object, fields) => {
    expect(fieldsOf(object)).toEqual(fields);
  });

  it('a selector that changes', () => {
    const labels = { app: 'a', part: 'b' };
    const after = deployment('web', {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'a' }] } },
    });
    expect(fieldsOf(after, deployment('web'))).toEqual(['spec.selector']);
  });
});
