import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import alexandria from '../index';

type Features = NonNullable<Parameters<typeof startTestBackend>[0]['features']>;

/** A component whose Deployments bear its name as their `backstage.io/kubernetes-id`. */
export const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: { 'backstage.io/kubernetes-id': name },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
});

/** A portal with the plugin, the component `payments` unless there are others, and clusters at these addresses. */
export function startPortal(options: {
  clusters: Record<string, { url: string; authProvider?: string }>;
  entities?: Entity[];
  alexandriaConfig?: JsonObject;
  features?: Features;
}): Promise<TestBackend> {
  const { entities = [component('payments')] } = options;
  const clusters = Object.entries(options.clusters).map(([name, cluster]) => ({
    ...{ name, authProvider: 'serviceAccount', serviceAccountToken: 'token' },
    ...cluster,
  }));
  return startTestBackend({
    features: [
      alexandria,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          alexandria: options.alexandriaConfig ?? {},
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [{ type: 'config', clusters }],
          },
        },
      }),
      ...(options.features ?? []),
    ],
  });
}
