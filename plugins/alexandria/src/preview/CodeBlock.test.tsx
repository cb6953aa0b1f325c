import { screen } from '@testing-library/react';
import { renderWithTexts } from '../parts/__testUtils__/renderWithTexts';
import { CodeBlock } from './CodeBlock';

describe('CodeBlock', () => {
  it.each([
    ['', '1'],
    ['a', '1'],
    ['a\n', '1'],
    ['a\nb\n', '1\n2'],
    ['a\n\nb\n\n', '1\n2\n3\n4'],
  ])('numbers the lines of %j', (text, numbers) => {
    renderWithTexts(<CodeBlock label="file" text={text} />);
    const [gutter, code] = screen.getByRole('region').children;
    expect(gutter.textContent).toBe(numbers);
    expect(gutter).toHaveAttribute('aria-hidden', 'true');
    expect(code.textContent).toBe(text);
  });

  it('is a region that scrolls by keyboard', () => {
    renderWithTexts(<CodeBlock label="Text of a file" text="a" />);
    const region = screen.getByRole('region', { name: 'Text of a file' });
    region.focus();
    expect(region).toHaveFocus();
  });

  it('shows text as text', () => {
    renderWithTexts(<CodeBlock label="file" text="<b>bold</b>" />);
    expect(screen.getByText('<b>bold</b>')).toBeInTheDocument();
  });
});
