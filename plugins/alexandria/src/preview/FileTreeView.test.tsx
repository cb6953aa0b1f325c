import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fileTree } from './fileTree';
import { FileTreeView } from './FileTreeView';

const nodes = fileTree([{ path: 'a/b.txt' }, { path: 'c.txt' }]);

function show(expanded: string[]) {
  const onSelect = jest.fn();
  const onExpandedChange = jest.fn();
  render(
    <FileTreeView
      label="Files"
      nodes={nodes}
      selected="c.txt"
      onSelect={onSelect}
      expanded={new Set(expanded)}
      onExpandedChange={onExpandedChange}
    />,
  );
  return { onSelect, onExpandedChange };
}

const row = (name: string) => screen.getByRole('row', { name });

describe('FileTreeView', () => {
  it.each([
    { expanded: [], rows: 2, state: 'false' },
    { expanded: ['a'], rows: 3, state: 'true' },
  ])(
    'shows what is in open folders: $expanded',
    ({ expanded, rows, state }) => {
      show(expanded);
      expect(screen.getByRole('treegrid', { name: 'Files' })).toBeVisible();
      expect(screen.getAllByRole('row')).toHaveLength(rows);
      expect(row('a')).toHaveAttribute('aria-expanded', state);
      expect(row('c.txt')).toHaveAttribute('aria-selected', 'true');
    },
  );

  it('says what is chosen, with its whole path', async () => {
    const { onSelect } = show(['a']);
    await userEvent.click(row('b.txt'));
    expect(onSelect.mock.calls).toEqual([['a/b.txt']]);
  });

  it('says which folders are to be open', async () => {
    const { onSelect, onExpandedChange } = show([]);
    await userEvent.click(
      screen.getByRole('button', { name: /Expand/, hidden: true }),
    );
    expect(onExpandedChange.mock.calls).toEqual([[new Set(['a'])]]);
    expect(onSelect).not.toHaveBeenCalled();
  });
});
