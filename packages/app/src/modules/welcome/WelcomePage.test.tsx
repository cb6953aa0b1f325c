import { renderInTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { screen } from '@testing-library/react';
import { WelcomePage } from './WelcomePage';

describe('WelcomePage', () => {
  it.each([
    ['Create an instance', '/create/templates/default/new-alexandria-instance'],
    ['Open the catalog', '/catalog?filters[kind]=component&filters[user]=all'],
  ])('leads with "%s" to %s', async (name, href) => {
    await renderInTestApp(<WelcomePage />, {
      mountedRoutes: {
        '/create': scaffolderPlugin.routes.root,
        '/catalog': catalogPlugin.routes.catalogIndex,
      },
    });
    expect(await screen.findByRole('link', { name })).toHaveAttribute(
      'href',
      href,
    );
  });

  it('offers nothing that the portal does not have', async () => {
    await renderInTestApp(<WelcomePage />);
    expect(await screen.findByRole('heading', { level: 1 })).toBeVisible();
    expect(screen.queryByRole('link', { name: /instance|catalog/ })).toBeNull();
  });
});
