import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerAt } from '../answerAt';
import { least, renderSection } from '../__testUtils__/renderSection';

const provider = {
  kind: 'oidc',
  name: 'okta',
  issuer: 'https://a.io',
  clientId: '0oa',
};
const withProvider = { ...least, access: { providers: [provider] } };

describe('AccessSection', () => {
  it('says that none is fine', async () => {
    const { store } = renderSection('access');
    expect(screen.getByText(/^None\. People sign in/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Add provider' }));
    expect(answerAt(store.draft, 'access.providers')).toEqual([
      { kind: 'oidc', name: '' },
    ]);
  });

  it('takes the answers of the other kind away', async () => {
    const { store } = renderSection('access', { draft: withProvider });
    await userEvent.click(screen.getByRole('button', { name: /Kind/ }));
    await userEvent.click(screen.getByRole('option', { name: 'SAML' }));
    expect(answerAt(store.draft, 'access.providers[0]')).toEqual({
      kind: 'saml',
      name: 'okta',
    });
    expect(screen.getByRole('group', { name: 'SAML key pair' })).toBeVisible();
  });

  it('copies the redirect URI of an environment', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(window.navigator.clipboard, 'writeText');
    const { said } = renderSection('access', { draft: withProvider });
    const uri = 'http://localhost:8080/auth/oidc/okta/callback';
    expect(screen.getByText(uri)).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: 'Copy the redirect URI of dev' }),
    );
    expect(writeText).toHaveBeenCalledWith(uri);
    expect(said()).toBe('The redirect URI of dev is copied.');
  });

  it('says when redirect URIs show', () => {
    renderSection('access', {
      draft: { ...least, access: { providers: [{ kind: 'oidc', name: '' }] } },
    });
    expect(screen.getByText(/They show here as soon as/)).toBeVisible();
  });
});
