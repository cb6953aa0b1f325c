import fc from 'fast-check';
import { readLines } from './readLines';

async function* chunksOf(bytes: Uint8Array, sizes: number[]) {
  let from = 0;
  for (const size of sizes) {
    yield bytes.subarray(from, from + size);
    from += size;
  }
  yield bytes.subarray(from);
}

async function read(text: string, sizes: number[] = []) {
  const lines: string[] = [];
  let signs = 0;
  for await (const line of readLines(
    chunksOf(new TextEncoder().encode(text), sizes),
    () => {
      signs += 1;
    },
  )) {
    lines.push(line);
  }
  return { lines, signs };
}

describe('readLines', () => {
  it.each([
    ['a\nb\n', ['a', 'b']],
    ['a\nunfinished', ['a']],
    ['\n\r\na\n', ['a']],
    ['', []],
  ])('reads %j', async (text, expected) => {
    expect((await read(text)).lines).toEqual(expected);
  });

  it('says with every chunk that something came', async () => {
    expect((await read('abc\n', [1, 1])).signs).toBe(3);
  });

  it('reads the same however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 })),
        fc.array(fc.nat({ max: 5 })),
        async (texts, sizes) => {
          const lines = texts.map(text => JSON.stringify(text));
          const whole = lines.map(line => `${line}\n`).join('');
          expect((await read(whole, sizes)).lines).toEqual(lines);
        },
      ),
    );
  });

  it('gives up on a line without an end', async () => {
    async function* endless() {
      const chunk = new Uint8Array(1024 * 1024).fill(0x61);
      for (;;) {
        yield chunk;
      }
    }
    const all = async () => {
      for await (const line of readLines(endless(), () => {})) {
        expect(line).toBeUndefined();
      }
    };
    await expect(all()).rejects.toMatchObject({ kind: 'unexpected' });
  });
});
