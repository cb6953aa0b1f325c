import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { alexandriaApiRef } from '../../api/alexandriaApiRef';
import { FixtureApi } from '../../status/__fixtures__/FixtureApi';
import { LegacyFleetPage } from './LegacyFleetPage';

it('is a page with a header, in a portal on the old frontend system', async () => {
  await renderInTestApp(
    <TestApiProvider apis={[[alexandriaApiRef, new FixtureApi(new Date())]]}>
      <LegacyFleetPage />
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  expect(
    await screen.findByRole('grid', { name: 'Alexandria fleet' }),
  ).toBeVisible();
  expect(
    screen.getByRole('heading', { name: 'Alexandria fleet' }),
  ).toBeVisible();
});
