import alexandria from '@alexandriaproject/backstage-plugin-alexandria-backend';
import {
  clusterDeploymentsSchema,
  type ClusterDeployments,
  type InstanceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import catalogModuleAlexandria from '@alexandriaproject/backstage-plugin-catalog-backend-module-alexandria';
import type { PostgresServer } from '@alexandriaproject/test-rig';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import {
  RELATION_DEPENDENCY_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import catalog from '@backstage/plugin-catalog-backend';
import request from 'supertest';
import type { ClusterEntry } from './clusterEntry';
import { PostgresDatabases } from './PostgresDatabases';
import { configOf } from './portalOptions';

/** For how long what is gone keeps its entity, in seconds. */
export const GRACE_SECONDS = 4;

const USER = mockCredentials.user.header();

/** A portal with the real catalog on PostgreSQL, which looks at its clusters every second. Others may share its database. */
export class DiscoveringPortal {
  private constructor(
    private readonly backend: TestBackend,
    private readonly databases: PostgresDatabases,
  ) {}

  /** @param readable - the host of the catalog files */
  static async start(options: {
    clusters: ClusterEntry[];
    postgres: PostgresServer;
    readable: string;
  }): Promise<DiscoveringPortal> {
    const { clusters, postgres, readable } = options;
    const databases = new PostgresDatabases(postgres);
    const backend = await startTestBackend({
      features: [
        ...[alexandria, catalog, catalogModuleAlexandria],
        ...[databases.feature, schedulerServiceFactory],
        urlReaderServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            ...configOf({ clusters, entities: {} }),
            backend: { reading: { allow: [{ host: readable }] } },
            catalog: {
              processingInterval: { seconds: 2 },
              rules: [{ allow: ['Component', 'Location', 'Resource'] }],
              providers: {
                alexandria: {
                  fallbackOwner: 'platform',
                  gracePeriod: { seconds: GRACE_SECONDS },
                  schedule: {
                    frequency: { seconds: 1 },
                    timeout: { seconds: 30 },
                    initialDelay: { seconds: 0 },
                  },
                },
              },
            },
          },
        }),
      ],
    });
    return new DiscoveringPortal(backend, databases);
  }

  async stop(): Promise<void> {
    await this.backend.stop();
    await this.databases.close();
  }

  /** The instances of the catalog, by name. */
  async instances(): Promise<Map<string, Entity>> {
    const { body } = await request(this.backend.server)
      .get('/api/catalog/entities?filter=metadata.tags=alexandria')
      .set('Authorization', USER)
      .expect(200);
    return new Map(
      (body as Entity[]).map(entity => [entity.metadata.name, entity]),
    );
  }

  async names(): Promise<string[]> {
    return [...(await this.instances()).keys()].sort();
  }

  /** The resources of the catalog that are there because of what runs: references, and of what each is a dependency. */
  async resources(): Promise<Record<string, string[]>> {
    const { body } = await request(this.backend.server)
      .get('/api/catalog/entities?filter=kind=resource')
      .set('Authorization', USER)
      .expect(200);
    return Object.fromEntries(
      (body as Entity[])
        .map((entity): [string, string[]] => [
          stringifyEntityRef(entity),
          (entity.relations ?? [])
            .filter(({ type }) => type === RELATION_DEPENDENCY_OF)
            .map(({ targetRef }) => targetRef)
            .sort(),
        ])
        .sort(),
    );
  }

  /** @returns what it is unregistered by */
  async register(target: string): Promise<string> {
    const { body } = await request(this.backend.server)
      .post('/api/catalog/locations')
      .set('Authorization', USER)
      .send({ type: 'url', target })
      .expect(201);
    return body.location.id;
  }

  async unregister(id: string): Promise<void> {
    await request(this.backend.server)
      .delete(`/api/catalog/locations/${id}`)
      .set('Authorization', USER)
      .expect(204);
  }

  async status(name: string): Promise<InstanceStatus> {
    const { body } = await request(this.backend.server)
      .get(`/api/alexandria/v1/instances/component/default/${name}/status`)
      .set('Authorization', USER)
      .expect(200);
    return body;
  }

  /** What this portal knows of a cluster. */
  async cluster(name: string): Promise<ClusterDeployments> {
    const { body } = await request(this.backend.server)
      .get(`/api/alexandria/v1/clusters/${name}/deployments`)
      .set('Authorization', mockCredentials.service.header())
      .expect(200);
    return clusterDeploymentsSchema.parse(body);
  }

  /** How many entities of each kind the catalog has because something runs, and when the last of them was brought or changed. */
  async brought(): Promise<{ kinds: Record<string, number>; last: string }> {
    const client = await this.databases.client('catalog');
    const rows: Array<{ entity: string; at: Date }> = await client(
      'refresh_state',
    )
      .where('location_key', 'like', 'alexandria:%')
      .orderBy('last_discovery_at')
      .select({ entity: 'entity_ref', at: 'last_discovery_at' });
    const kinds: Record<string, number> = {};
    for (const { entity } of rows) {
      const kind = entity.slice(0, entity.indexOf(':'));
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    return { kinds, last: new Date(rows.at(-1)?.at ?? 0).toISOString() };
  }

  /** How often the catalog's tables name each discovered entity: as itself, and as what a provider brought. */
  async copies(): Promise<Array<{ entity: string; copies: number }>> {
    const client = await this.databases.client('catalog');
    const rows: Array<{ entity: string; copies: string }> = await client(
      'refresh_state',
    )
      .join(
        'refresh_state_references',
        'refresh_state_references.target_entity_ref',
        'refresh_state.entity_ref',
      )
      .where('refresh_state_references.source_key', 'like', 'alexandria:%')
      .groupBy('entity_ref')
      .orderBy('entity_ref')
      .select({ entity: 'entity_ref', copies: client.raw('count(*)') });
    // PostgreSQL has text for what may be a big integer.
    return rows.map(row => ({ ...row, copies: Number(row.copies) }));
  }
}
