import {
  renderObjects,
  resolveValues,
} from '@alexandriaproject/alexandria-manifests';
import type { KubernetesItem } from '../../watch/KubernetesItem';
import { databaseOf } from './databaseOf';

/** The Deployment that the chart makes of values. */
function deploymentOf(values: object): KubernetesItem {
  const release = { name: 'assistant', namespace: 'prod' };
  const resolved = resolveValues([values as never], release);
  if (!resolved.ok) {
    throw new Error(JSON.stringify(resolved.issues));
  }
  return renderObjects(resolved.value, release).find(
    ({ kind }) => kind === 'Deployment',
  ) as unknown as KubernetesItem;
}

const withEnv = (...env: unknown[]) =>
  ({
    metadata: { name: 'a' },
    spec: { template: { spec: { containers: [{ name: 'api', env }] } } },
  } as unknown as KubernetesItem);

const NAME = 'ALEXANDRIA_DATABASE_URL';

describe('databaseOf', () => {
  it.each<[string, object, object | undefined]>([
    ['SQLite', {}, undefined],
    [
      'a URL in the values',
      {
        config: { database: { url: 'postgres://ada:secret@db.example.com/a' } },
      },
      { secret: 'assistant', key: 'database-url' },
    ],
    [
      'a Secret of somebody else',
      {
        config: {
          database: { existingSecret: 'pg', existingSecretKey: 'uri' },
        },
      },
      { secret: 'pg', key: 'uri' },
    ],
  ])('reads what the chart makes of %s', (_, values, expected) => {
    expect(databaseOf(deploymentOf(values))).toEqual(expected);
  });

  it.each<[string, KubernetesItem]>([
    [
      'a value in the open',
      withEnv({ name: NAME, value: 'postgres://a:b@c/d' }),
    ],
    [
      'another variable',
      withEnv({
        name: 'A',
        valueFrom: { secretKeyRef: { name: 'a', key: 'b' } },
      }),
    ],
    [
      'what is no reference',
      withEnv(null, 'a', {
        name: NAME,
        valueFrom: { secretKeyRef: { name: 1 } },
      }),
    ],
    ['no containers', { metadata: { name: 'a' } } as unknown as KubernetesItem],
  ])('reads nothing of %s', (_, deployment) => {
    expect(databaseOf(deployment)).toBeUndefined();
  });
});
