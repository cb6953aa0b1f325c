import { renderWithTexts } from '../../parts/__testUtils__/renderWithTexts';
import { ReplicaMarks } from './ReplicaMarks';

function read(
  wanted: number,
  updated: number,
  ready: number,
  available: number,
) {
  const { container } = renderWithTexts(
    <ReplicaMarks replicas={{ wanted, updated, ready, available }} />,
  );
  const marks = [...container.querySelectorAll('[data-state]')].map(mark =>
    mark.getAttribute('data-state')!.charAt(0),
  );
  return [marks.join(''), container.textContent];
}

describe('ReplicaMarks', () => {
  it.each([
    [3, 3, 3, 3, 'aaa', '3 of 3 available'],
    [3, 3, 2, 1, 'arw', '1 of 3 available'],
    [3, 1, 2, 2, 'aaw', '2 of 3 available, 1 updated'],
    [1, 1, 2, 2, 'aa', '2 of 1 available'],
    [0, 0, 0, 0, '', 'none wanted'],
    [0, 0, 1, 1, 'a', '1 of 0 available'],
    [12, 12, 12, 12, 'a'.repeat(12), '12 of 12 available'],
    [40, 40, 12, 12, '', '12 of 40 available'],
  ])(
    'of %i wanted, %i updated, %i ready, %i available is %s, %s',
    (wanted, updated, ready, available, marks, text) => {
      expect(read(wanted, updated, ready, available)).toEqual([marks, text]);
    },
  );
});
