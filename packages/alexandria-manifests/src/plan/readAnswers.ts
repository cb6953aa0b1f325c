import type { Instance } from '../instance';
import { readRecord } from '../repository/readRecord';
import type { Result } from '../result';

/**
 * The answers that a repository was generated from, of `.alexandria/instance.yaml`: what a change starts from. Those of an older
 * version are migrated.
 *
 * @param files - text by path; only that file is looked at
 *
 * @public
 */
export function readAnswers(
  files: ReadonlyMap<string, string>,
): Result<Instance> {
  const record = readRecord(files);
  return record.ok
    ? { ok: true, value: record.value.instance, warnings: [] }
    : record;
}
