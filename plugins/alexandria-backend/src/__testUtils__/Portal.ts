import { get } from 'node:http';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type AuthService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import catalog from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import mcpActions from '@backstage/plugin-mcp-actions-backend';
import permission from '@backstage/plugin-permission-backend';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import signals from '@backstage/plugin-signals-backend';
import request from 'supertest';
import alexandria from '../index';
import type { ClusterApi } from './ClusterApi';
import { until } from './until';

const LOCATION = 'url:http://localhost/catalog-info.yaml';

const catalogOf = (entities: Entity[]) =>
  createBackendModule({
    pluginId: 'catalog',
    moduleId: 'entities-of-the-test',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'test',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(({ metadata, ...rest }) => ({
                  entity: {
                    ...rest,
                    metadata: {
                      ...metadata,
                      annotations: {
                        'backstage.io/managed-by-location': LOCATION,
                        'backstage.io/managed-by-origin-location': LOCATION,
                        ...metadata.annotations,
                      },
                    },
                  },
                })),
              }),
          });
        },
      });
    },
  });

const moduleOf = (policy: PermissionPolicy) =>
  createBackendModule({
    pluginId: 'permission',
    moduleId: 'policy-of-the-test',
    register(env) {
      env.registerInit({
        deps: { point: policyExtensionPoint },
        async init({ point }) {
          point.setPolicy(policy);
        },
      });
    },
  });

/**
 * As the mock, which forgets that a plugin asks on behalf of a user. Without that the permission backend takes the catalog
 * for the user, who may not ask for the conditions of a decision.
 */
const authServiceFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }): AuthService {
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    const authenticate = auth.authenticate.bind(auth);
    auth.authenticate = async (token, options) => {
      const credentials = await authenticate(token, options);
      return auth.isPrincipal(credentials, 'user') &&
        token.startsWith('mock-service-token:')
        ? mockCredentials.user(credentials.principal.userEntityRef, {
            actor: { subject: 'plugin:test' },
          })
        : credentials;
    };
    return auth;
  },
});

/** An entity of the catalog that is an instance. */
export const instance = (name: string, owner: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    tags: ['alexandria'],
    annotations: { 'backstage.io/kubernetes-id': name },
  },
  spec: { type: 'service', lifecycle: 'production', owner },
});

/** A portal with catalog, permissions, MCP server and signals as they are, and nobody but the people of a test. */
export class Portal {
  readonly #backend: TestBackend;
  readonly #sockets: WebSocket[] = [];

  private constructor(backend: TestBackend) {
    this.#backend = backend;
  }

  static async start(options: {
    cluster: ClusterApi;
    entities: Entity[];
    policy: PermissionPolicy;
    config?: object;
  }): Promise<Portal> {
    const { cluster, entities, policy, config = {} } = options;
    const backend = await startTestBackend({
      features: [
        ...[alexandria, catalog, mcpActions, permission, signals],
        catalogOf(entities),
        moduleOf(policy),
        ...[authServiceFactory, httpAuthServiceFactory],
        // The mock keeps the events of each plugin to itself.
        ...[eventsServiceFactory, permissionsServiceFactory],
        mockServices.rootConfig.factory({
          data: {
            events: { useEventBus: 'never' },
            permission: { enabled: true },
            backend: { actions: { pluginSources: ['alexandria'] } },
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: [
                    {
                      ...{ name: 'north', url: cluster.url },
                      authProvider: 'serviceAccount',
                      serviceAccountToken: 'token',
                    },
                  ],
                },
              ],
            },
            ...config,
          },
        }),
      ],
    });
    return new Portal(backend);
  }

  get #port(): number {
    return (this.#backend.server.address() as { port: number }).port;
  }

  /** @param user - the entity of who asks, for example `user:default/ada` */
  get(user: string, path: string) {
    return request(this.#backend.server)
      .get(path)
      .set('Authorization', mockCredentials.user.header(user));
  }

  status(user: string, name: string) {
    return this.get(
      user,
      `/api/alexandria/v1/instances/component/default/${name}/status`,
    );
  }

  /** Asks the Alexandria backend as another plugin of the portal does. */
  getAsPlugin(path: string) {
    return request(this.#backend.server)
      .get(path)
      .set(
        'Authorization',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:catalog'),
          targetPluginId: 'alexandria',
        }),
      );
  }

  /** Invokes an action as other plugins and the CLI do. */
  action(user: string, name: string, input: object) {
    return request(this.#backend.server)
      .post(
        `/api/alexandria/.backstage/actions/v1/actions/alexandria:${name}/invoke`,
      )
      .set('Authorization', mockCredentials.user.header(user))
      .send(input);
  }

  /** Asks the MCP server, as an agent does. */
  mcp(user: string, method: string, params: object = {}) {
    return request(this.#backend.server)
      .post('/api/mcp-actions/v1')
      .set('Authorization', mockCredentials.user.header(user))
      .set('Accept', 'application/json, text/event-stream')
      .send({ jsonrpc: '2.0', id: 1, method, params });
  }

  /** Opens a connection to the signals backend, without credentials, which it takes as well. */
  async listen(channels: string[]): Promise<{ heard: unknown[] }> {
    const url = `http://localhost:${this.#port}/api/signals`;
    if (this.#sockets.length === 0) {
      // The first connection of all is not answered: it makes the signals backend listen for others.
      const headers = { connection: 'Upgrade', upgrade: 'websocket' };
      const first = get(url, { headers, agent: false }).on('error', () => {});
      await until(() => this.#backend.server.listenerCount('upgrade') > 0);
      first.destroy();
    }
    const socket = new WebSocket(url.replace('http', 'ws'));
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = () => reject(new Error(`${url} did not open`));
    });
    const heard: unknown[] = [];
    socket.onmessage = ({ data }) => heard.push(JSON.parse(data));
    channels.forEach(channel =>
      socket.send(JSON.stringify({ action: 'subscribe', channel })),
    );
    this.#sockets.push(socket);
    return { heard };
  }

  async stop() {
    await Promise.all(
      this.#sockets.map(
        socket =>
          new Promise(resolve => {
            socket.onclose = resolve;
            socket.close();
          }),
      ),
    );
    await this.#backend.stop();
  }
}
