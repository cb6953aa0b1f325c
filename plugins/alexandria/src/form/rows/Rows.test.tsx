import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { least, renderFields } from '../__testUtils__/renderSection';
import { TextAnswer } from '../answers/TextAnswer';
import { Rows } from './Rows';
import { rowsAt } from './rowList';

function render(...names: string[]) {
  const rendered = renderFields(
    <Rows
      path="environments"
      kind="environments"
      maximum={3}
      blank={() => ({ name: '' })}
      copy={row => ({ name: `${row.name}-2` })}
    >
      {path => <TextAnswer path={`${path}.name`} isRequired />}
    </Rows>,
    { draft: { ...least, environments: names.map(name => ({ name })) } },
  );
  return {
    ...rendered,
    names: () =>
      rowsAt(rendered.store.draft, 'environments').map(({ name }) => name),
  };
}

const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('Rows', () => {
  it('adds a row, says so and goes there', async () => {
    const { names, said } = render('a');
    await press('Add environment');
    expect(names()).toEqual(['a', '']);
    expect(said()).toBe('Environment 2 added at position 2.');
    expect(screen.getAllByRole('textbox')[1]).toHaveFocus();
  });

  it('puts a copy behind its row', async () => {
    const { names } = render('a', 'b');
    await press('Duplicate Environment a');
    expect(names()).toEqual(['a', 'a-2', 'b']);
  });

  it('adds no more than there may be', () => {
    render('a', 'b', 'c');
    for (const name of ['Add environment', 'Duplicate Environment a']) {
      expect(screen.getByRole('button', { name })).toBeDisabled();
    }
  });

  it('removes a row, and takes that back where it was', async () => {
    const { names, said } = render('a', 'b', 'c');
    await press('Remove Environment b');
    expect(names()).toEqual(['a', 'c']);
    expect(said()).toBe('Environment b removed.');
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus();
    await press('Undo');
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(said()).toBe('Environment b is back at position 2.');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('moves rows, and the focus with them', async () => {
    const { names, said } = render('a', 'b', 'c');
    await press('Move Environment c up');
    expect(names()).toEqual(['a', 'c', 'b']);
    expect(said()).toBe('Environment c moved to position 2 of 3.');
    expect(
      screen.getByRole('button', { name: 'Move Environment c up' }),
    ).toHaveFocus();
    await press('Move Environment c up');
    expect(names()).toEqual(['c', 'a', 'b']);
    expect(
      screen.getByRole('button', { name: 'Move Environment c down' }),
    ).toHaveFocus();
    expect(
      screen.getByRole('button', { name: 'Move Environment c up' }),
    ).toBeDisabled();
  });

  it('does not show the problems of one row at another', async () => {
    const { store } = render('a', '');
    act(() => store.touch('environments[1].name'));
    expect(screen.getAllByRole('textbox')[1]).toBeInvalid();
    await press('Move Environment 2 up');
    expect(screen.getAllByRole('textbox')[1]).toBeValid();
  });
});
