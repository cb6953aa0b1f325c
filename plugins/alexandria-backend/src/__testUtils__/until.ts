/** Looks again until something is so. @throws Error when it is not within half a minute */
export async function until(
  isSo: () => boolean | Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) {
      throw new Error(`not so within 30 s: ${isSo}`);
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
