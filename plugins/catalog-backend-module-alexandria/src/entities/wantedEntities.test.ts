import {
  entityEnvelopeSchemaValidator,
  resourceEntityV1alpha1Validator,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { wantedEntities, type Running } from './wantedEntities';

const options = {
  ...{ namespace: 'default', ownerLabels: ['team'], environmentLabels: [] },
  fallbackOwner: 'group:default/platform',
};

const north = { name: 'north', title: 'North' };

const running = (
  name: string,
  { database, ...more }: Partial<Running['deployment']> = {},
  registeredAs: string[] = [],
): Running => ({
  deployment: {
    ...{ namespace: 'prod', name, labels: {}, ...more },
    ...(database ? { database } : {}),
  },
  registeredAs,
});

const shared = { database: { secret: 'pg', key: 'uri' } };

const refs = (...args: Parameters<typeof wantedEntities>) =>
  wantedEntities(...args).map(({ entity }) => stringifyEntityRef(entity));

const CLUSTER = 'resource:default/north_cluster';

describe('wantedEntities', () => {
  it('are none where nothing runs', () => {
    expect(refs(north, [], undefined, options)).toEqual([]);
  });

  it('are what nobody has registered, each database once, and the cluster', () => {
    expect(
      refs(
        north,
        [
          running('b', shared),
          running('a', shared),
          running('c', { database: { secret: 'pg', key: 'other' } }),
          running('a', { ...shared, namespace: 'dev' }),
          running('d', shared, ['component:default/d']),
        ],
        undefined,
        options,
      ),
    ).toEqual([
      'component:default/north_dev_a',
      'resource:default/north_dev_pg_uri',
      'component:default/north_prod_a',
      'resource:default/north_prod_pg_uri',
      'component:default/north_prod_b',
      'component:default/north_prod_c',
      'resource:default/north_prod_pg_other',
      CLUSTER,
    ]);
  });

  it('leave the database of what somebody has registered to them', () => {
    expect(
      refs(
        north,
        [running('a', shared, ['component:default/a'])],
        undefined,
        options,
      ),
    ).toEqual([CLUSTER]);
  });

  it('have the cluster name whoever is registered', () => {
    const all = [
      running('a', {}, ['component:default/x']),
      running('b', {}, ['component:default/x', 'component:default/b']),
      running('c'),
    ];
    const cluster = wantedEntities(north, all, undefined, options).at(-1);
    expect(cluster?.entity).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        ...{ name: 'north_cluster', namespace: 'default', title: 'North' },
        description:
          'Kubernetes cluster North, in which instances of Alexandria run',
        tags: ['discovered'],
        annotations: {
          'backstage.io/managed-by-location': 'alexandria:north/',
          'backstage.io/managed-by-origin-location': 'alexandria:north/',
        },
      },
      spec: {
        ...{ type: 'kubernetes-cluster', owner: 'group:default/platform' },
        dependencyOf: ['component:default/b', 'component:default/x'],
      },
    });
  });

  it('depend on the cluster that somebody has registered, and have none of their own', () => {
    const [{ entity }, ...others] = wantedEntities(
      ...[north, [running('a')], 'resource:infra/north', options],
    );
    expect(entity.spec?.dependsOn).toEqual(['resource:infra/north']);
    expect(others).toEqual([]);
  });

  it('have a database be of whoever comes first of those that share it', () => {
    const all = [
      running('b', { ...shared, labels: { team: 'second' } }),
      running('a', { ...shared, labels: { team: 'first' } }),
    ];
    const owners = [all, [...all].reverse()].map(
      each =>
        wantedEntities(north, each, undefined, options).find(
          ({ entity }) => entity.spec?.type === 'database',
        )?.entity.spec?.owner,
    );
    expect(owners).toEqual(['group:default/first', 'group:default/first']);
  });

  it('are taken by the catalog', async () => {
    const all = wantedEntities(
      ...[north, [running('a', shared)], undefined, options],
    );
    for (const { entity } of all) {
      expect(() => entityEnvelopeSchemaValidator()(entity)).not.toThrow();
    }
    const resources = all.filter(({ entity }) => entity.kind === 'Resource');
    expect(resources).toHaveLength(2);
    for (const { entity } of resources) {
      expect(await resourceEntityV1alpha1Validator.check(entity)).toBe(true);
    }
  });

  it('say nothing that is in a Secret', () => {
    const text = JSON.stringify(
      wantedEntities(north, [running('a', shared)], undefined, options),
    );
    expect(text).not.toMatch(/postgres(ql)?:\/\//);
  });
});
