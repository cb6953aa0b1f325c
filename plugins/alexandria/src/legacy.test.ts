import { AlexandriaClient } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  alexandriaApiRef,
  AlexandriaInstanceFieldExtension,
  alexandriaPlugin,
} from './legacy';

it('brings the client of the backend', () => {
  const [factory] = [...alexandriaPlugin.getApis()];
  expect(factory.api.id).toBe(alexandriaApiRef.id);
  expect(
    factory.factory({
      discoveryApi: { getBaseUrl: async () => '' },
      fetchApi: { fetch },
    }),
  ).toBeInstanceOf(AlexandriaClient);
});

it('brings the field', () => {
  expect(AlexandriaInstanceFieldExtension).toBeDefined();
});
