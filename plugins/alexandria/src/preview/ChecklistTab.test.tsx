import type { ChecklistItem } from '@alexandriaproject/alexandria-manifests';
import { screen, within } from '@testing-library/react';
import { dev, three } from './__testUtils__/answers';
import { renderWithTexts } from '../parts/__testUtils__/renderWithTexts';
import { ChecklistTab, openItems } from './ChecklistTab';
import { computePreview } from './computePreview';

const item = (
  id: string,
  severity: ChecklistItem['severity'],
  state: ChecklistItem['state'],
): ChecklistItem => ({
  id,
  title: `title of ${id}`,
  severity,
  state,
  paths: [`path.of.${id}`],
  why: `why ${id}`,
  fix: `fix ${id}`,
});

const checklist = [
  item('a', 'must', 'satisfied'),
  item('b', 'must', 'open'),
  item('c', 'must', 'notApplicable'),
  item('d', 'should', 'open'),
  item('e', 'manual', 'byHand'),
];

const group = (name: string) =>
  within(screen.getByRole('heading', { level: 3, name }).closest('section')!);

describe('openItems', () => {
  it.each([
    { name: 'none', items: [], open: 0 },
    { name: 'some of each', items: checklist, open: 2 },
    {
      name: 'done or not for a machine',
      items: checklist.slice(2, 3),
      open: 0,
    },
  ])('counts $name', ({ items, open }) => {
    expect(openItems(items)).toBe(open);
  });
});

describe('ChecklistTab', () => {
  it.each([
    ['Must', '1 of 2 satisfied', 3],
    ['Should', '0 of 1 satisfied', 1],
    ['By hand', '1 to check by hand', 1],
  ])('counts and groups: %s', (name, count, total) => {
    renderWithTexts(<ChecklistTab checklist={checklist} />);
    expect(group(name).getByText(count)).toBeVisible();
    expect(group(name).getAllByRole('listitem')).toHaveLength(total);
  });

  it.each([
    ['a', 'Satisfied'],
    ['b', 'Open'],
    ['c', 'Not applicable'],
    ['e', 'Check by hand'],
  ])('says the state of %s in words, beside an icon', (id, state) => {
    renderWithTexts(<ChecklistTab checklist={checklist} />);
    const found = screen
      .getByRole('heading', { level: 4, name: `title of ${id}` })
      .closest('li')!;
    expect(within(found).getByText(state).querySelector('svg')).toHaveAttribute(
      'aria-hidden',
      'true',
    );
    expect(found).toHaveTextContent(`why ${id}`);
    expect(found).toHaveTextContent(`fix ${id}`);
    expect(within(found).getByText(`path.of.${id}`).tagName).toBe('CODE');
  });

  it.each([
    { name: 'dev', answers: dev },
    { name: 'prod', answers: three },
  ])('shows every point of $name', ({ name, answers }) => {
    const points = computePreview(answers).shown!.environment(name).checklist();
    renderWithTexts(<ChecklistTab checklist={points} />);
    expect(
      screen
        .getAllByRole('heading', { level: 4 })
        .map(each => each.textContent),
    ).toEqual(points.map(({ title }) => title));
  });
});
