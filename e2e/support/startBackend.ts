import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';

/** Entities that are in the catalog from the beginning. */
export function entityProvider(entities: Entity[]) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'sample-entities',
    register(env) {
      env.registerInit({
        deps: { catalog: catalogProcessingExtensionPoint },
        async init({ catalog }) {
          await catalog.addEntityProvider({
            getProviderName: () => 'sample-entities',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({ entity })),
              }),
          });
        },
      });
    },
  });
}

type Feature = BackendFeature | Promise<{ default: BackendFeature }>;

/** A component whose Deployments are those with its name, unless its annotations say otherwise. */
export const componentOf = (
  name: string,
  annotations: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    tags: ['alexandria'],
    annotations: {
      'backstage.io/kubernetes-id': name,
      'backstage.io/managed-by-location': 'url:https://git.example.com/a',
      'backstage.io/managed-by-origin-location':
        'url:https://git.example.com/a',
      ...annotations,
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team' },
});

/**
 * Starts a backend with catalog, guests and permissions in this process.
 *
 * @param options - `config` is laid over what these need; `plugin` comes on top
 */
export async function startBackend(options: {
  port: number;
  config: JsonObject;
  entities: Entity[];
  plugin: Feature;
}): Promise<void> {
  const { port, config, entities, plugin } = options;
  const url = `http://127.0.0.1:${port}`;
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () =>
        new ConfigReader({
          app: { baseUrl: url },
          backend: {
            baseUrl: url,
            listen: { host: '127.0.0.1', port },
            database: {
              client: 'better-sqlite3',
              connection: ':memory:',
            },
            ...((config.backend as JsonObject) ?? {}),
          },
          events: { useEventBus: 'never' },
          auth: {
            environment: 'development',
            providers: {
              guest: {
                userEntityRef: 'user:default/guest',
                dangerouslyAllowOutsideDevelopment: true,
              },
            },
          },
          permission: { enabled: true },
          ...Object.fromEntries(
            Object.entries(config).filter(([key]) => key !== 'backend'),
          ),
        }),
    }),
  );
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(
    import('@backstage/plugin-permission-backend-module-allow-all-policy'),
  );
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(entityProvider(entities));
  backend.add(plugin);
  await backend.start();
}
