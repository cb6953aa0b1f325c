import { SCHEMA_VERSION } from './instanceFile';

/** Makes answers of one schema version into those of the next. It meets whatever a person may have made of them. */
export type Migration = (answers: unknown) => unknown;

/**
 * Migrations by the version that they start from. There is one version so far, so there is none; whoever raises
 * SCHEMA_VERSION adds the one from the version before, and it stays for as long as repositories of it may be around.
 */
const migrations: ReadonlyMap<number, Migration> = new Map();

/**
 * Answers in the shape of today.
 *
 * @param version - the schema version that they have
 * @throws RangeError when a version on the way has no migration
 */
export function migrate(
  answers: unknown,
  version: number,
  steps = migrations,
  target = SCHEMA_VERSION,
): unknown {
  let migrated = answers;
  for (let at = version; at < target; at++) {
    const step = steps.get(at);
    if (step === undefined) {
      throw new RangeError(`nothing makes answers of version ${at} newer`);
    }
    migrated = step(migrated);
  }
  return migrated;
}
