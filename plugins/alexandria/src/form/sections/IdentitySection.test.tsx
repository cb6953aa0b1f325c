import { mockApis } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Draft } from '../answerAt';
import { renderSection } from '../__testUtils__/renderSection';

const name = () => screen.getByRole('textbox', { name: /^Name/ });

describe('IdentitySection', () => {
  it('says what is wrong with a name once somebody leaves it', async () => {
    const { store } = renderSection('identity', { draft: {} });
    expect(name()).not.toBeInvalid();
    await userEvent.type(name(), 'Not a name');
    await userEvent.tab();
    expect(store.draft.name).toBe('Not a name');
    expect(name()).toBeInvalid();
    expect(name()).toHaveAccessibleDescription(/must be a DNS label/i);
  });

  it('takes an empty description away', async () => {
    const { store } = renderSection('identity', {
      draft: { description: 'x' },
    });
    await userEvent.clear(screen.getByRole('textbox', { name: /Description/ }));
    expect(store.draft).not.toHaveProperty('description');
  });

  it('refuses what looks like a credential and does not repeat it', async () => {
    renderSection('identity', {
      draft: { description: 'key sk-0123456789abcdefghij' },
      isAttempted: true,
    });
    const field = screen.getByRole('textbox', { name: /Description/ });
    expect(field).toHaveAccessibleDescription(/looks like a credential/i);
    expect(document.body.textContent).not.toContain('sk-0123');
  });

  it.each<[string, string[], Draft, unknown]>([
    [
      'the only group',
      ['user:default/ada', 'group:default/payments'],
      {},
      'group:default/payments',
    ],
    [
      'none of two groups',
      ['group:default/a', 'group:default/b'],
      {},
      undefined,
    ],
    ['nothing without a group', ['user:default/ada'], {}, undefined],
    [
      'nothing over a given owner',
      ['group:default/payments'],
      { owner: 'user:default/ada' },
      'user:default/ada',
    ],
  ])('proposes %s', async (_what, ownershipEntityRefs, draft, owner) => {
    const identity = mockApis.identity({ ownershipEntityRefs });
    const { store } = renderSection('identity', { draft, apis: { identity } });
    await screen.findAllByRole('combobox');
    await waitFor(() => expect(store.draft.owner).toBe(owner));
  });
});
