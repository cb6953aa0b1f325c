import type {
  DeploymentDetails,
  DeploymentDrift,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { RepositoryDifference } from '@alexandriaproject/alexandria-manifests';
import type { RepositoryState } from '../expectations/ExpectationReader';

/** So many files are told of, and so many fields of each. */
const MOST_FILES = 50;
const MOST_FIELDS = 50;

const VALUES = /^values-(.+)\.yaml$/;
const OVERLAY = /^k8s\/overlays\/([^/]+)\//;

/** Whether a file has to do with an environment: files of another one have not. */
function concerns(path: string, environment: string | undefined): boolean {
  const of = (VALUES.exec(path) ?? OVERLAY.exec(path))?.[1];
  return of === undefined || environment === undefined || of === environment;
}

function cut({ path, change, fields }: RepositoryDifference) {
  const omitted = fields.length - MOST_FIELDS;
  return {
    ...{ path, change, fields: fields.slice(0, MOST_FIELDS) },
    ...(omitted > 0 ? { omitted } : {}),
  };
}

/** Why nothing was compared with the cluster, in one line. */
function notCompared({ problems, readAt }: RepositoryState): string {
  if (problems.length > 0) {
    return `Not compared: ${problems.join('; ')}.`;
  }
  return readAt === undefined
    ? 'Not compared: the repository has not been read yet.'
    : 'Not compared: the repository asks for nothing under this name here.';
}

/** The drift of one Deployment with what is known of its repository. */
export function driftOf(
  { drift, environment }: DeploymentDetails,
  repository: RepositoryState,
): DeploymentDrift {
  const { readAt, revision, problems } = repository;
  const files = repository.files.filter(({ path }) =>
    concerns(path, environment),
  );
  const omitted = files.length - MOST_FILES;
  return {
    ...(drift ?? {
      state: 'Unknown',
      sentence: notCompared(repository),
      objects: [],
    }),
    repository: {
      ...(readAt === undefined
        ? {}
        : { readAt: new Date(readAt).toISOString() }),
      ...(revision === undefined ? {} : { revision }),
      problems,
      files: files.slice(0, MOST_FILES).map(cut),
      ...(omitted > 0 ? { omitted } : {}),
    },
  };
}
