import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { entities } from '../__testUtils__/formApis';
import { renderFields } from '../__testUtils__/renderSection';
import { EntityAnswer } from './EntityAnswer';

const field = () => screen.getByRole('combobox', { name: /^Owner/ });
const owner = (
  <EntityAnswer path="owner" kinds={['Group', 'User']} isRequired />
);
const offered = async () =>
  (await screen.findAllByRole('option')).map(({ textContent }) => textContent);

describe('EntityAnswer', () => {
  it('offers the entities of its kinds, with their names', async () => {
    const { store } = renderFields(owner, { draft: {} });
    await userEvent.click(field());
    await userEvent.keyboard('{ArrowDown}');
    expect(await offered()).toEqual([
      'user:default/ada',
      'group:default/paymentsPayments',
      'group:default/platform',
    ]);
    await userEvent.click(
      screen.getByRole('option', { name: /group:default\/payments/ }),
    );
    expect(store.draft.owner).toBe('group:default/payments');
    expect(field()).toHaveValue('group:default/payments');
  });

  it('asks the catalog for what is typed', async () => {
    const catalog = catalogApiMock({ entities });
    const queryEntities = jest.spyOn(catalog, 'queryEntities');
    renderFields(owner, { draft: {}, apis: { catalog } });
    await userEvent.type(field(), 'group:default/plat');
    await screen.findByRole('option', { name: 'group:default/platform' });
    expect(await offered()).toEqual(['group:default/platform']);
    expect(queryEntities).toHaveBeenLastCalledWith(
      expect.objectContaining({
        fullTextFilter: expect.objectContaining({ term: 'plat' }),
      }),
    );
  });

  it('takes a reference that the catalog does not offer', async () => {
    const { store } = renderFields(owner, { draft: {} });
    await userEvent.type(field(), 'group:default/new-team');
    await userEvent.tab();
    expect(store.draft.owner).toBe('group:default/new-team');
    expect(field()).toHaveValue('group:default/new-team');
  });

  it('says that nothing matches', async () => {
    renderFields(owner, {
      draft: {},
      apis: { catalog: catalogApiMock({ entities: [] }) },
    });
    expect(await screen.findByText(/The catalog has no match/)).toBeVisible();
  });

  it('says why the catalog cannot be read, and still takes a reference', async () => {
    const { store } = renderFields(owner, {
      draft: {},
      apis: {
        catalog: catalogApiMock.mock({
          queryEntities: async () => {
            throw new Error('503 Service Unavailable');
          },
        }),
      },
    });
    expect(
      await screen.findByText(/could not be read \(503 Service Unavailable\)/),
    ).toBeVisible();
    await userEvent.type(field(), 'ada');
    expect(store.draft.owner).toBe('ada');
  });

  it('takes an optional answer away with its text', async () => {
    const { store } = renderFields(
      <EntityAnswer path="system" kinds={['System']} />,
      { draft: { system: 'system:default/checkout' } },
    );
    await userEvent.clear(screen.getByRole('combobox', { name: 'System' }));
    expect(store.draft).not.toHaveProperty('system');
  });
});
