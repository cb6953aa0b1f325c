import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { GeneratedFile } from '../GeneratedFile';
import { CHART } from '../objects/chart';
import { writeYaml } from '../yaml';
import { isTeamOwned, paths } from './paths';
import type { RepositoryPlan } from './RepositoryPlan';

/** Version of the answers' shape; raised when answers of before have to be converted. */
export const SCHEMA_VERSION = 1;

/** What stands at the top of the record. */
export const RECORD_HEADER =
  'What this repository was generated from. Holds no secret.';

/** The chart is the same in every repository, so its files are hashed once. */
const chartHashes = new Map<string, string>();

/** SHA-256 of a text, as the record of the generated files has it. */
export function digest(content: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(content)))}`;
}

function hashOf({ path, content }: GeneratedFile): string {
  if (!path.startsWith(`${paths.chart}/`)) {
    return digest(content);
  }
  const hash = chartHashes.get(content) ?? digest(content);
  chartHashes.set(content, hash);
  return hash;
}

/**
 * The answers, and the SHA-256 of every generated file: what a later change starts from, and how it tells what the team
 * has edited.
 *
 * @param files - every other file of the repository
 */
export function instanceFile(
  { instance }: RepositoryPlan,
  files: readonly GeneratedFile[],
): GeneratedFile {
  return {
    path: paths.instance,
    content: writeYaml(
      {
        schemaVersion: SCHEMA_VERSION,
        generatorVersion: CHART.version,
        answers: instance,
        files: Object.fromEntries(
          files
            .filter(({ path }) => !isTeamOwned(path))
            .map(file => [file.path, hashOf(file)]),
        ),
      },
      { header: RECORD_HEADER },
    ),
  };
}
