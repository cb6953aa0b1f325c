import { present } from './present';

describe('present', () => {
  it('leaves out what is empty, and nothing else', () => {
    expect(
      present({ a: undefined, b: '', c: [], d: {}, e: 0, f: false, g: [0] }),
    ).toEqual({ e: 0, f: false, g: [0] });
  });
});
