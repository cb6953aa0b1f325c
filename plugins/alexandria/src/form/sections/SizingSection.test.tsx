import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerAt } from '../answerAt';
import {
  fieldsShown,
  least,
  renderSection,
} from '../__testUtils__/renderSection';

describe('SizingSection', () => {
  it('takes replicas away while the load chooses them', async () => {
    const { store } = renderSection('sizing', {
      draft: {
        ...least,
        environments: [{ ...least.environments[0], replicas: 3 }],
      },
    });
    const autoscaling = screen.getByRole('switch', { name: 'Autoscaling' });
    await userEvent.click(autoscaling);
    expect(answerAt(store.draft, 'environments[0]')).toEqual({
      name: 'dev',
      stage: 'development',
      autoscaling: { minReplicas: 2, maxReplicas: 5 },
    });
    expect(fieldsShown()).not.toContain('environments[0].replicas');
    await userEvent.click(autoscaling);
    expect(answerAt(store.draft, 'environments[0]')).toEqual(
      least.environments[0],
    );
  });

  it('says at the field what a number of replicas needs', () => {
    renderSection('sizing', {
      draft: {
        ...least,
        environments: [
          { ...least.environments[0], replicas: 3, database: 'postgres' },
        ],
      },
      isAttempted: true,
    });
    expect(
      screen.getByRole('switch', { name: 'Shared' }),
    ).toHaveAccessibleDescription(/more than one replica needs a volume/);
  });

  it('takes a chosen size', async () => {
    const { store } = renderSection('sizing');
    await userEvent.click(screen.getByRole('button', { name: /Size/ }));
    await userEvent.click(screen.getByRole('option', { name: 'Large' }));
    expect(answerAt(store.draft, 'environments[0].size')).toBe('large');
  });
});
