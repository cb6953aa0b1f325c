import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerAt } from '../answerAt';
import { least, renderSection } from '../__testUtils__/renderSection';

const add = () =>
  userEvent.click(screen.getByRole('button', { name: 'Add environment' }));

describe('EnvironmentsSection', () => {
  it('adds the environments that teams usually have', async () => {
    const { store } = renderSection('environments');
    await add();
    await add();
    await add();
    expect(store.draft.environments).toEqual([
      { name: 'dev', stage: 'development' },
      { name: 'staging', stage: 'staging' },
      { name: 'prod', stage: 'production' },
      { name: 'dev-2', stage: 'development' },
    ]);
  });

  it('keeps the last one', () => {
    renderSection('environments');
    expect(
      screen.getByRole('button', { name: 'Remove Environment dev' }),
    ).toBeDisabled();
  });

  it('gives a copy its own name, namespace and host', async () => {
    const { store } = renderSection('environments', {
      draft: {
        ...least,
        environments: [
          {
            name: 'dev',
            stage: 'development',
            namespace: 'a',
            host: 'a.io',
            size: 'large',
          },
        ],
      },
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Duplicate Environment dev' }),
    );
    expect(answerAt(store.draft, 'environments[1]')).toEqual({
      name: 'dev-2',
      stage: 'development',
      size: 'large',
    });
  });

  it('shows the namespace that follows from the names', () => {
    renderSection('environments');
    expect(screen.getByPlaceholderText('assistant-dev')).toBeVisible();
  });
});
