import { expect } from 'expect';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  it,
  resetState,
  run,
  test,
} from 'jest-circus';

/** What a test file finds without importing it. */
const globals = {
  ...{ afterAll, afterEach, beforeAll, beforeEach },
  ...{ describe, expect, it, test },
};

/**
 * Runs the tests of a file in this process, with jest's own runner and matchers, so that thousands of runs take no process and
 * no loading of what they test each.
 *
 * @param load - loads the file
 * @returns what failed first; undefined when all pass
 */
export async function failureOf(
  load: () => unknown,
): Promise<string | undefined> {
  resetState();
  Object.assign(globalThis, globals);
  try {
    load();
    const { testResults, unhandledErrors } = await run();
    return [
      ...unhandledErrors,
      ...testResults.flatMap(({ testPath, errors }) =>
        errors.length > 0 ? [testPath.slice(1).join(' › ')] : [],
      ),
    ].at(0);
  } catch (error) {
    return String(error);
  }
}
