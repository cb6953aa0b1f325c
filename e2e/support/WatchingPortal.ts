import alexandria from '@alexandriaproject/backstage-plugin-alexandria-backend';
import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { portalDatabase } from './portalDatabase';
import { configOf, entitiesOf, type PortalOptions } from './portalOptions';

/** The portal's backend, watching clusters. */
export class WatchingPortal {
  private constructor(
    private readonly backend: TestBackend,
    private readonly database: ReturnType<typeof portalDatabase>,
    private readonly config: ReturnType<typeof mockServices.rootConfig>,
  ) {}

  static async start(options: PortalOptions): Promise<WatchingPortal> {
    const database = portalDatabase();
    const config = mockServices.rootConfig({ data: configOf(options) });
    const backend = await startTestBackend({
      features: [
        alexandria,
        catalogServiceMock.factory({ entities: entitiesOf(options) }),
        createServiceFactory({
          service: coreServices.rootConfig,
          deps: {},
          factory: () => config,
        }),
        database.feature,
        schedulerServiceFactory,
        urlReaderServiceFactory,
      ],
    });
    return new WatchingPortal(backend, database, config);
  }

  /** Changes the configuration, as when its files change. */
  configure(options: PortalOptions) {
    this.config.update({ data: configOf(options) });
  }

  async status(name: string): Promise<InstanceStatus> {
    const { body, status } = await request(this.backend.server)
      .get(`/api/alexandria/v1/instances/component/default/${name}/status`)
      .set('Authorization', mockCredentials.user.header());
    if (status !== 200) {
      throw new Error(`${name}: ${status} ${JSON.stringify(body)}`);
    }
    return body;
  }

  async stop(): Promise<void> {
    await this.backend.stop();
    await this.database.close();
  }
}
