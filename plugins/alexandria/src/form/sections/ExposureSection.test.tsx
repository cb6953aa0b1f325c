import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerAt } from '../answerAt';
import { least, renderSection } from '../__testUtils__/renderSection';

describe('ExposureSection', () => {
  it('keeps an empty ingress class, which is not the default', async () => {
    const { store } = renderSection('exposure', {
      draft: { ...least, exposure: { kind: 'ingress' } },
    });
    const field = screen.getByRole('textbox', { name: 'Ingress class' });
    expect(field).toHaveValue('nginx');
    await userEvent.clear(field);
    expect(answerAt(store.draft, 'exposure.className')).toBe('');
  });

  it('asks for the Gateway of an HTTPRoute', () => {
    renderSection('exposure', {
      draft: { ...least, exposure: { kind: 'httpRoute' } },
      isAttempted: true,
    });
    expect(
      screen.getByRole('textbox', { name: 'Gateway' }),
    ).toHaveAccessibleDescription(/is required for an HTTPRoute/i);
  });

  it('takes the ServiceMonitor away with the metrics', async () => {
    const { store } = renderSection('exposure', {
      draft: {
        ...least,
        observability: { metrics: true, serviceMonitor: true },
      },
    });
    await userEvent.click(
      screen.getByRole('switch', { name: 'Prometheus metrics' }),
    );
    expect(answerAt(store.draft, 'observability')).toEqual({ metrics: false });
  });
});
