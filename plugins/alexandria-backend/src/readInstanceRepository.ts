import {
  formatIssue,
  mayBeGenerated,
  readAnswers,
} from '@alexandriaproject/alexandria-manifests';
import type { InstanceRepository } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { InstanceRepositories } from '@alexandriaproject/backstage-plugin-alexandria-node';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * What a change of an instance starts from, for somebody who may change it.
 *
 * The files go to the browser, which plans there as it generates there: one request for a form that is open for minutes, a
 * difference that follows every answer, and no work here that a request could make expensive.
 *
 * @throws what InstanceRepositories throw, and InputError when the answers cannot be read
 */
export async function readInstanceRepository(
  repositories: InstanceRepositories,
  reference: { kind: string; namespace: string; name: string },
  options: { credentials: BackstageCredentials; signal: AbortSignal },
): Promise<InstanceRepository> {
  const entityRef = stringifyEntityRef(reference);
  const { url, commit, files } = await repositories.read(entityRef, {
    ...options,
    isWanted: mayBeGenerated,
  });
  const read = readAnswers(files);
  if (!read.ok) {
    throw new InputError(
      `The answers of ${entityRef} cannot be read from ${url}: ${read.issues
        .map(formatIssue)
        .join('; ')}`,
    );
  }
  return {
    ...{ entityRef, url, commit, answers: { ...read.value } },
    files: [...files].map(([path, content]) => ({ path, content })),
  };
}
