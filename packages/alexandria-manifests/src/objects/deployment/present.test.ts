import { present } from './present';

describe('present', () => {
  it('leaves out what is empty, and nothing else', () => {
    expect(
      present({
        ...{ a: undefined, b: null, c: '', d: [], e: {} },
        ...{ f: 0, g: false, h: [0], i: { j: '' } },
      }),
    ).toEqual({ f: 0, g: false, h: [0], i: { j: '' } });
  });
});
