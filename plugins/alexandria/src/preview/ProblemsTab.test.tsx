import { screen, within } from '@testing-library/react';
import { renderWithTexts } from '../parts/__testUtils__/renderWithTexts';
import { ProblemsTab } from './ProblemsTab';

const issue = { path: 'owner', message: 'is required' };
const warning = { path: 'delivery', message: 'is unusual', remedy: 'Change' };

describe('ProblemsTab', () => {
  it('says that there are none', () => {
    renderWithTexts(<ProblemsTab issues={[]} warnings={[]} />);
    expect(screen.getByText('No problems')).toBeVisible();
    expect(screen.queryByRole('list')).toBeNull();
  });

  it.each([
    { name: 'issues', issues: [issue], warnings: [], headings: ['To correct'] },
    {
      name: 'warnings',
      issues: [],
      warnings: [warning],
      headings: ['Warnings'],
    },
    {
      name: 'both',
      issues: [issue],
      warnings: [warning],
      headings: ['To correct', 'Warnings'],
    },
  ])('shows $name', ({ issues, warnings, headings }) => {
    renderWithTexts(<ProblemsTab issues={issues} warnings={warnings} />);
    const found = screen.getAllByRole('heading', { level: 3 });
    expect(found.map(({ textContent }) => textContent)).toEqual(headings);
    for (const heading of found) {
      const expected =
        heading.textContent === 'Warnings' ? /delivery/ : /owner/;
      expect(
        within(heading.parentElement!).getByRole('listitem'),
      ).toHaveTextContent(expected);
    }
  });
});
