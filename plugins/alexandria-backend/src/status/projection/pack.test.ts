import fc from 'fast-check';
import { dictionary } from './dictionary';
import { pack, unpack } from './pack';

describe('pack', () => {
  it('gives back any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 2_000 }),
          fc.json(),
          // Parts of what it has seen before.
          fc
            .tuple(fc.nat(dictionary.length), fc.nat(3_000))
            .map(([from, length]) =>
              dictionary.subarray(from, from + length).toString(),
            ),
        ),
        text => {
          expect(unpack(pack(text))).toBe(text);
        },
      ),
    );
  });

  it('has one byte for each character', () => {
    const codes = [...pack('{"message":"größer als €"}')].map(character =>
      character.charCodeAt(0),
    );
    expect(Math.max(...codes)).toBeLessThan(256);
  });

  it('has a dictionary that is within the reach of all that is packed', () => {
    expect(dictionary.length).toBeLessThan(16 * 1024);
  });
});
