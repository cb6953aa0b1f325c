import { screen } from '@testing-library/react';
import { renderWithTexts } from '../parts/__testUtils__/renderWithTexts';
import { difference } from './differences';
import { DiffView } from './DiffView';

function show(before?: string, after?: string) {
  renderWithTexts(
    <DiffView
      difference={difference('Service/api', ['dev', 'prod'], before, after)!}
      before="dev"
      after="prod"
    />,
  );
}

describe('DiffView', () => {
  it('tells lines by sign, element and words', () => {
    show('a\nb\nc\n', 'a\nB\nc\n');
    expect(screen.getByRole('deletion')).toHaveTextContent(
      /^Lines only in dev: ?-b$/,
    );
    expect(screen.getByRole('insertion')).toHaveTextContent(
      /^Lines only in prod: ?\+B$/,
    );
  });

  it.each([
    ['added', undefined, 'a\n', 'insertion', 'deletion'],
    ['removed', 'a\n', undefined, 'deletion', 'insertion'],
  ])('shows what is %s', (_, before, after, there, absent) => {
    show(before, after);
    expect(screen.getByRole(there)).toBeVisible();
    expect(screen.queryByRole(absent)).toBeNull();
  });

  it('is a region that scrolls by keyboard', () => {
    show('a\n', 'b\n');
    expect(
      screen.getByRole('region', { name: 'Differences of Service/api' }),
    ).toHaveAttribute('tabindex', '0');
  });
});
