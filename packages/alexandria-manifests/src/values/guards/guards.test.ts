import { guards } from './index';

describe('guards', () => {
  it('has no id twice and ends no text with a full stop', () => {
    const ids = guards.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      guards
        .flatMap(({ message, remedy }) => [message, remedy])
        .filter(text => text.endsWith('.')),
    ).toEqual([]);
  });
});
