import { literalText } from './literalText';

describe('literalText', () => {
  it.each([
    ['plain', 'plain'],
    ['$(HOME)', '$$(HOME)'],
    ['$$(HOME)', '$$$$(HOME)'],
    ['a$', 'a$$'],
  ])('of %s is %s to the kubelet', (text, written) => {
    expect(literalText(text)).toBe(written);
  });
});
