import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dev, three } from './__testUtils__/answers';
import { renderWithTexts } from '../parts/__testUtils__/renderWithTexts';
import { InstancePreview } from './InstancePreview';

const tabs = () =>
  screen.queryAllByRole('tab').map(({ textContent }) => textContent);
const namespace = () => screen.getByText(/objects in namespace/).textContent;

describe('InstancePreview', () => {
  it('invents nothing before the answers are complete', () => {
    renderWithTexts(<InstancePreview answers={{ name: 'assistant' }} />);
    expect(screen.getByText('Nothing to show yet')).toBeVisible();
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'Owner is required. owner',
      'Environments is required. environments',
    ]);
    expect(tabs()).toEqual([]);
  });

  it('shows complete answers at once', () => {
    renderWithTexts(<InstancePreview answers={dev} />);
    expect(tabs()).toEqual([
      'Manifests',
      'Files',
      'Differences',
      expect.stringMatching(/^Checklist \([1-9]\d* open\)$/),
      'Problems',
    ]);
    expect(namespace()).toMatch(/assistant-dev$/);
  });

  it('follows the answers, and keeps the last complete ones', () => {
    const { rerender } = renderWithTexts(<InstancePreview answers={{}} />);
    rerender(<InstancePreview answers={dev} />);
    expect(namespace()).toMatch(/assistant-dev$/);
    rerender(<InstancePreview answers={{ ...dev, name: 'library-' }} />);
    expect(namespace()).toMatch(/assistant-dev$/);
    expect(
      screen.getByText('Shows the last answers that were complete; 1 problem'),
    ).toBeVisible();
    expect(tabs()).toContain('Problems (1)');
    rerender(<InstancePreview answers={{ ...dev, name: 'library' }} />);
    expect(namespace()).toMatch(/library-dev$/);
    expect(screen.queryByText(/Shows the last answers/)).toBeNull();
  });

  it('keeps what is open while one types', async () => {
    const user = userEvent.setup();
    const { rerender } = renderWithTexts(<InstancePreview answers={dev} />);
    await user.click(screen.getByRole('button', { name: /^Deployment/ }));
    rerender(<InstancePreview answers={{ ...dev, name: 'library' }} />);
    expect(
      screen.getByRole('region', { name: 'Text of Deployment/alexandria' }),
    ).toHaveTextContent('namespace: library-dev');
  });

  it('takes any shape of answers', () => {
    const { rerender } = renderWithTexts(
      <InstancePreview answers={undefined} />,
    );
    for (const answers of [null, 3, 'text', [], { environments: 'x' }]) {
      rerender(<InstancePreview answers={answers} />);
      expect(screen.getByText('Nothing to show yet')).toBeVisible();
    }
  });

  it('goes back to the first environment when the chosen one is gone', async () => {
    const user = userEvent.setup();
    const { rerender } = renderWithTexts(<InstancePreview answers={three} />);
    await user.click(screen.getByRole('button', { name: /Environment/ }));
    await user.click(screen.getByRole('option', { name: /^prod/ }));
    expect(namespace()).toMatch(/assistant-prod$/);
    rerender(<InstancePreview answers={dev} />);
    expect(namespace()).toMatch(/assistant-dev$/);
  });
});
