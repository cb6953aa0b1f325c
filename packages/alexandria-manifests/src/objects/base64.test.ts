import { base64 } from './base64';

describe('base64', () => {
  it.each([
    [''],
    ['a'],
    ['ab'],
    ['abc'],
    ['Zm9v+/=="\'\\'],
    ['ü – 図書館 🏛'],
    ['one\ntwo\n'],
  ])('is that of the UTF-8 bytes of %j', text => {
    expect(base64(text)).toBe(Buffer.from(text, 'utf8').toString('base64'));
  });
});
