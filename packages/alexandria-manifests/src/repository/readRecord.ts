import { z } from 'zod';
import { Instance, parseInstance } from '../instance';
import { Issue, Result } from '../result';
import { CHART } from '../objects/chart';
import { readYaml } from '../yaml';
import { SCHEMA_VERSION } from './instanceFile';
import { isLaterVersion } from './isLaterVersion';
import { migrate } from './migrations';
import { paths } from './paths';

/** What `.alexandria/instance.yaml` records. */
export interface RepositoryRecord {
  /** Version of the generator that wrote it: the chart's. */
  generatorVersion: string;
  /** Migrated, with every default. */
  instance: Instance;
  /** SHA-256 of the generated files, by path. */
  hashes: Readonly<Record<string, string>>;
  /** As it is written: the answers before they were migrated. */
  written: unknown;
}

const recordSchema = z.object({
  schemaVersion: z.int().min(1),
  generatorVersion: z.string(),
  answers: z.unknown(),
  files: z.record(z.string(), z.string()),
});

/** Where something is wrong, in one line. */
export const places = (issues: readonly Issue[]): string =>
  issues.map(({ path, message }) => `${path} ${message}`.trim()).join('; ');

/** Why a version of the generator is refused, and what would do; undefined where it is not. */
export type Refusal = (
  generatorVersion: string,
) => { message: string; remedy?: string } | undefined;

/** An earlier generator would take back what a later one brought. */
const refuseLater: Refusal = version =>
  isLaterVersion(version, CHART.version)
    ? {
        message: `was written by version ${version} of the generator, and this is ${CHART.version}`,
        remedy: 'Use that version or a later one',
      }
    : undefined;

/** What is asked for is known only of what this version makes. */
export const refuseOther: Refusal = version =>
  version === CHART.version
    ? undefined
    : {
        message: `says version ${version} of the generator, and only what version ${CHART.version} makes is known`,
      };

/**
 * Reads what a repository was generated from. Refused is what a later version wrote.
 *
 * @param files - text by path
 */
export function readRecord(
  files: ReadonlyMap<string, string>,
  refusal: Refusal = refuseLater,
): Result<RepositoryRecord> {
  const fail = (message: string, remedy?: string): Result<never> => ({
    ok: false,
    issues: [{ path: paths.instance, message, ...(remedy ? { remedy } : {}) }],
    warnings: [],
  });
  const text = files.get(paths.instance);
  if (text === undefined) {
    return fail('is not there');
  }
  const read = readYaml(text);
  if (!read.ok) {
    return fail(`is not accepted: ${places(read.issues)}`);
  }
  const record = recordSchema.safeParse(read.value);
  if (!record.success) {
    return fail('is not what the generator writes');
  }
  const {
    schemaVersion,
    generatorVersion,
    answers,
    files: hashes,
  } = record.data;
  if (schemaVersion > SCHEMA_VERSION) {
    return fail(
      `was written by a later version: its answers have schema version ${schemaVersion}, and ${SCHEMA_VERSION} is the last that is known`,
      'Use the version that wrote it, or a later one',
    );
  }
  const refused = refusal(generatorVersion);
  if (refused !== undefined) {
    return fail(refused.message, refused.remedy);
  }
  const parsed = parseInstance(migrate(answers, schemaVersion));
  return parsed.ok
    ? {
        ok: true,
        value: {
          generatorVersion,
          instance: parsed.value,
          hashes,
          written: read.value,
        },
        warnings: [],
      }
    : fail(`has answers that are not accepted: ${places(parsed.issues)}`);
}
