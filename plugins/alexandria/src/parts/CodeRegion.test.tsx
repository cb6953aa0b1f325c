import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CodeRegion } from './CodeRegion';

describe('CodeRegion', () => {
  it('is named, and reached by keyboard', async () => {
    render(<CodeRegion label="Text of a file">content</CodeRegion>);
    await userEvent.tab();
    const region = screen.getByRole('region', { name: 'Text of a file' });
    expect(region).toHaveFocus();
    expect(region).toHaveTextContent('content');
  });
});
