import alexandria from '@alexandriaproject/backstage-plugin-alexandria-backend';
import type {
  Health,
  InstanceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { PostgresServer } from '@alexandriaproject/test-rig';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalog from '@backstage/plugin-catalog-backend';
import notifications from '@backstage/plugin-notifications-backend';
import type { Notification } from '@backstage/plugin-notifications-common';
import request from 'supertest';
import type { ClusterEntry } from './clusterEntry';
import { PostgresDatabases } from './PostgresDatabases';
import { configOf } from './portalOptions';
import { entityProvider } from './startBackend';

/** A portal with the real catalog and the real notifications on PostgreSQL. Others may share its databases. */
export class NotifyingPortal {
  private constructor(
    private readonly backend: TestBackend,
    private readonly databases: PostgresDatabases,
  ) {}

  /** @param options - `isWithNotifications` is whether the portal has the notifications plugin; it has when omitted */
  static async start(options: {
    clusters: ClusterEntry[];
    entities: Entity[];
    postgres: PostgresServer;
    isWithNotifications?: boolean;
  }): Promise<NotifyingPortal> {
    const { clusters, entities, postgres } = options;
    const { isWithNotifications = true } = options;
    const databases = new PostgresDatabases(postgres);
    const { alexandria: watched, ...config } = configOf({
      ...{ clusters, entities: {} },
    });
    const backend = await startTestBackend({
      features: [
        ...[alexandria, catalog, entityProvider(entities)],
        ...(isWithNotifications ? [notifications] : []),
        ...[databases.feature, schedulerServiceFactory],
        mockServices.rootConfig.factory({
          data: {
            ...config,
            app: { baseUrl: 'http://localhost:3000' },
            alexandria: {
              ...(watched as object),
              notifications: {
                enabled: true,
                unhealthyAfter: '2s',
                recoveredAfter: '2s',
                quietPeriod: '1s',
              },
            },
          },
        }),
      ],
    });
    return new NotifyingPortal(backend, databases);
  }

  async stop(): Promise<void> {
    await this.backend.stop();
    await this.databases.close();
  }

  /** What somebody was told. */
  async notifications(user: string): Promise<Notification[]> {
    const { body } = await request(this.backend.server)
      .get('/api/notifications/notifications')
      .set('Authorization', mockCredentials.user.header(user))
      .expect(200);
    return body.notifications;
  }

  /** How an instance is; undefined before the catalog has it. */
  async health(name: string): Promise<Health | undefined> {
    const { body, status } = await request(this.backend.server)
      .get(`/api/alexandria/v1/instances/component/default/${name}/status`)
      .set('Authorization', mockCredentials.user.header());
    if (status !== 200 && status !== 404) {
      throw new Error(`${name}: status ${status}`);
    }
    return (body as Partial<InstanceStatus>).health;
  }

  /** How many notifications there are, whoever they are for. */
  async saved(): Promise<number> {
    const client = await this.databases.client('notifications');
    const [{ count }] = await client('notification').count({ count: '*' });
    return Number(count);
  }

  /** What is noted of what was told, for each Deployment. */
  async told(): Promise<Array<{ name: string; kind: string }>> {
    const client = await this.databases.client('alexandria');
    return client('told').select('name', 'kind').orderBy('name');
  }
}
