import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithTexts } from '../../parts/__testUtils__/renderWithTexts';
import { Freshness } from './Freshness';

const NOW = new Date('2026-03-02T03:04:05Z').getTime();

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

function show(watched: { answeredAt?: number; error?: Error }) {
  const askNow = jest.fn();
  const { container } = renderWithTexts(
    <Freshness watched={{ ...watched, askNow }} />,
  );
  return { askNow, text: () => container.textContent };
}

describe('Freshness', () => {
  it('says nothing before the first answer', () => {
    expect(show({}).text()).toBe('');
  });

  it('says how old the answer is, as time goes by', () => {
    const { text } = show({ answeredAt: NOW });
    expect(text()).toBe('Seen just now');
    act(() => {
      jest.advanceTimersByTime(180_000);
    });
    expect(text()).toBe('Seen 3 min ago');
  });

  it('says since when there is no answer, and why, and asks again', async () => {
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    const { text, askNow } = show({
      answeredAt: NOW - 150_000,
      error: new Error('Failed to fetch'),
    });
    expect(text()).toContain('No answer for 2 min: Failed to fetch');
    await user.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(askNow).toHaveBeenCalledTimes(1);
  });
});
