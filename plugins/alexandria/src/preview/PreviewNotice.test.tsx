import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dev } from './__testUtils__/answers';
import { renderWithTexts } from '../parts/__testUtils__/renderWithTexts';
import { computePreview } from './computePreview';
import { PreviewNotice } from './PreviewNotice';

const good = computePreview(dev);

describe('PreviewNotice', () => {
  it('says nothing about complete answers', () => {
    const { container } = renderWithTexts(
      <PreviewNotice preview={good} onShowProblems={jest.fn()} />,
    );
    expect(container).toBeEmptyDOMElement();
  });

  it('says which answers are missing before there is anything', () => {
    renderWithTexts(
      <PreviewNotice preview={computePreview({})} onShowProblems={jest.fn()} />,
    );
    expect(screen.getByText('Nothing to show yet')).toBeVisible();
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'Name is required. name',
      'Owner is required. owner',
      'Environments is required. environments',
    ]);
  });

  it('says that it shows earlier answers, and why', () => {
    renderWithTexts(
      <PreviewNotice
        preview={computePreview({ ...dev, owner: undefined }, good)}
        onShowProblems={jest.fn()}
      />,
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      /^Shows the last answers that were complete; 1 problem$/,
    );
    expect(screen.getByRole('listitem')).toHaveTextContent('Owner is required');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says that it leaves out what is not complete', () => {
    renderWithTexts(
      <PreviewNotice
        preview={computePreview({
          ...dev,
          environments: [
            ...dev.environments,
            { name: 'prod', stage: 'production', host: 'a.acme.io' },
          ],
        })}
        onShowProblems={jest.fn()}
      />,
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      /^Leaves out what is not complete yet; 1 problem$/,
    );
  });

  it('leads to the rest of many problems', async () => {
    const onShowProblems = jest.fn();
    renderWithTexts(
      <PreviewNotice
        preview={{
          ...good,
          issues: ['a', 'b', 'c', 'd', 'e'].map(path => ({
            path,
            message: 'is required',
          })),
        }}
        onShowProblems={onShowProblems}
      />,
    );
    expect(screen.getByRole('status')).toHaveTextContent('5 problems');
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    await userEvent.click(
      screen.getByRole('button', { name: '2 more problems' }),
    );
    expect(onShowProblems).toHaveBeenCalledTimes(1);
  });
});
