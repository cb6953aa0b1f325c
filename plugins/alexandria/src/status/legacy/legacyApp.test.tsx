import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { createApiFactory } from '@backstage/core-plugin-api';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  EntityLayout,
} from '@backstage/plugin-catalog';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route } from 'react-router-dom';
import {
  alexandriaApiRef,
  alexandriaPlugin,
  EntityAlexandriaCard,
  EntityAlexandriaContent,
  isAlexandriaInstance,
} from '../../legacy';
import { entityOf } from '../__fixtures__/entities';
import { FixtureApi } from '../__fixtures__/FixtureApi';

const NAME = 'secret-missing';

/** The first page of a portal fetches all that it is made of. */
const DRAWN = { timeout: 20_000 };

/** A portal as somebody on the old frontend system writes it, at the overview of an instance. */
function renderApp(page: JSX.Element) {
  const app = createApp({
    plugins: [alexandriaPlugin],
    apis: [
      createApiFactory(alexandriaApiRef, new FixtureApi(new Date())),
      createApiFactory(
        catalogApiRef,
        catalogApiMock({
          entities: [
            {
              ...entityOf(NAME),
              metadata: { ...entityOf(NAME).metadata, namespace: 'default' },
            },
          ],
        }),
      ),
    ],
    configLoader: async () => [
      {
        context: 'test',
        data: {
          app: { title: 'Test', baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
        },
      },
    ],
  });
  window.history.pushState({}, '', `/catalog/default/component/${NAME}`);
  const Root = app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route path="/catalog" element={<CatalogIndexPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        >
          {page}
        </Route>
      </FlatRoutes>
    </AppRouter>,
  );
  return render(<Root />);
}

const overview = (
  <EntityLayout.Route path="/" title="Overview">
    <EntityAlexandriaCard />
  </EntityLayout.Route>
);

jest.setTimeout(60_000);

describe('a portal on the old frontend system', () => {
  // What is fetched when it is first drawn is compiled here first, which takes longer than anybody waits for a page.
  beforeAll(async () => {
    await import('./LegacyHealthCard');
    await import('../instance/InstancePage');
  });

  it('has the card, which leads to the page', async () => {
    renderApp(
      <EntityLayout>
        {overview}
        <EntityLayout.Route
          path="/alexandria"
          title="Alexandria"
          if={isAlexandriaInstance}
        >
          <EntityAlexandriaContent />
        </EntityLayout.Route>
      </EntityLayout>,
    );
    expect(await screen.findByText('Not serving', {}, DRAWN)).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'prod' }));
    expect(
      await screen.findByRole('heading', { name: 'prod · EU West' }, DRAWN),
    ).toBeVisible();
    expect(window.location.pathname).toBe(
      `/catalog/default/component/${NAME}/alexandria`,
    );
  });

  it('may have the card without the page', async () => {
    renderApp(<EntityLayout>{overview}</EntityLayout>);
    expect(await screen.findByText('Not serving', {}, DRAWN)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Open instance' })).toBeNull();
  });
});
