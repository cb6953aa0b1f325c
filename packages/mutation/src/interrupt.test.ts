/** @jest-environment node */
import { Interrupted, interruptible } from './interrupt';

describe('interruptible', () => {
  it('gives what is done, and listens no more', async () => {
    const before = process.listenerCount('SIGINT');
    await expect(interruptible(async () => 1)).resolves.toBe(1);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });

  it('ends with Interrupted after a signal, whatever else fails', async () => {
    const ended = interruptible(async signal => {
      process.emit('SIGTERM');
      expect(signal.aborted).toBe(true);
      throw new Error('cut off');
    });
    await expect(ended).rejects.toBeInstanceOf(Interrupted);
  });

  it('leaves other errors as they are', async () => {
    await expect(
      interruptible(async () => {
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
  });
});
