import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { limitBytes } from './limitBytes';

describe('limitBytes', () => {
  const read = (limit: number) =>
    buffer(
      Readable.from([Buffer.from('ab'), Buffer.from('cd')]).compose(
        limitBytes(limit),
      ),
    );

  it('passes on as many bytes as allowed', async () => {
    expect((await read(4)).toString()).toBe('abcd');
  });

  it('fails with status 413 at one more', async () => {
    await expect(read(3)).rejects.toMatchObject({
      statusCode: 413,
      message: 'The request is larger than 3 bytes',
    });
  });
});
