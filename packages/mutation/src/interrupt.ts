/** The person ended the run. */
export class Interrupted extends Error {}

/** Does something that ends early, with {@link Interrupted}, once this process gets a signal to end. */
export async function interruptible<T>(
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const interrupt = () => controller.abort(new Interrupted());
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  signals.forEach(signal => process.on(signal, interrupt));
  try {
    return await act(controller.signal);
  } catch (error) {
    controller.signal.throwIfAborted();
    throw error;
  } finally {
    signals.forEach(signal => process.off(signal, interrupt));
  }
}
