import { AlexandriaClient } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { alexandriaApiRef } from './alexandriaApiRef';

/** Offers {@link alexandriaApiRef} to the portal. */
export const alexandriaApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: alexandriaApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new AlexandriaClient({ discoveryApi, fetchApi }),
    }),
});
