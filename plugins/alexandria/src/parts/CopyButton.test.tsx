import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithTexts } from './__testUtils__/renderWithTexts';
import { CopyButton } from './CopyButton';

describe('CopyButton', () => {
  it('copies the text as it is when pressed, and says so', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    let text = 'before';
    renderWithTexts(<CopyButton what="Service/api" text={() => text} />);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    text = 'kind: Service\n';
    await user.click(screen.getByRole('button', { name: 'Copy Service/api' }));
    expect(await screen.findByText('Copied')).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('Copied');
    expect(writeText.mock.calls).toEqual([['kind: Service\n']]);
  });

  it('works by keyboard', async () => {
    const user = userEvent.setup();
    renderWithTexts(<CopyButton what="all" text={() => 'text'} />);
    await user.tab();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Copied')).toBeVisible();
  });

  it.each([
    {
      name: 'the browser refuses',
      clipboard: {
        writeText: () =>
          Promise.reject(new DOMException('', 'NotAllowedError')),
      },
    },
    { name: 'there is no clipboard', clipboard: undefined },
  ])('says when $name', async ({ clipboard }) => {
    const user = userEvent.setup();
    Object.defineProperty(navigator, 'clipboard', {
      value: clipboard,
      configurable: true,
    });
    renderWithTexts(<CopyButton what="all" text={() => 'text'} />);
    await user.click(screen.getByRole('button'));
    expect(
      await screen.findByText('Not copied: the browser refused'),
    ).toBeVisible();
  });

  it('takes its word back after a while', async () => {
    jest.useFakeTimers();
    try {
      const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
      renderWithTexts(<CopyButton what="all" text={() => 'text'} />);
      await user.click(screen.getByRole('button'));
      expect(await screen.findByText('Copied')).toBeVisible();
      act(() => jest.advanceTimersByTime(4000));
      expect(screen.getByRole('status')).toBeEmptyDOMElement();
    } finally {
      jest.useRealTimers();
    }
  });
});
