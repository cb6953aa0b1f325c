import type { AlexandriaApi } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  configApiRef,
  errorApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { alexandriaApiRef } from '../../api/alexandriaApiRef';

/** Shows where the page is, for a test to read. */
function Location() {
  const { pathname, search } = useLocation();
  return <output data-testid="location">{`${pathname}${search}`}</output>;
}

/** Renders a part of the screens for an entity, in a portal with a backend that answers as it is told. */
export function renderStatus(
  element: ReactElement,
  options: {
    entity: Entity;
    api: AlexandriaApi;
    /** Where the page is. */
    at?: string;
    config?: JsonObject;
  },
) {
  const { entity, api, at = '/', config = {} } = options;
  return render(
    <TestApiProvider
      apis={[
        [translationApiRef, mockApis.translation()],
        [errorApiRef, mockApis.error()],
        [configApiRef, mockApis.config({ data: config })],
        [alexandriaApiRef, api],
      ]}
    >
      <MemoryRouter initialEntries={[at]}>
        <EntityProvider entity={entity}>{element}</EntityProvider>
        <Location />
      </MemoryRouter>
    </TestApiProvider>,
  );
}
