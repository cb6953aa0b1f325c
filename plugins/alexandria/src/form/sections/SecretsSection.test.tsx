import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerAt } from '../answerAt';
import { least, renderSection } from '../__testUtils__/renderSection';

describe('SecretsSection', () => {
  it('says that no value is asked for', () => {
    renderSection('secrets');
    expect(screen.getByText('No secret value is ever asked for')).toBeVisible();
  });

  it('takes the store away with its source', async () => {
    const { store } = renderSection('secrets', {
      draft: {
        ...least,
        secrets: { source: 'externalSecrets', store: { name: 'vault-2' } },
      },
    });
    await userEvent.click(screen.getByRole('button', { name: /Source/ }));
    await userEvent.click(screen.getByRole('option', { name: /kubectl/ }));
    expect(answerAt(store.draft, 'secrets')).toEqual({
      source: 'existingSecret',
    });
  });
});
