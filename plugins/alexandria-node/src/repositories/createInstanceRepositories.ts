import { alexandriaInstanceChangePermission } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type {
  BackstageCredentials,
  PermissionsService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { readRepositoryFiles, RepositoryTooLarge } from './readRepositoryFiles';
import { repositoryUrl } from './repositoryUrl';

/** How long a host has to give a repository, in milliseconds. */
const READ_MS = 30_000;

/**
 * The repository of an instance as it is, on its default branch unless the catalog names another.
 *
 * @public
 */
export interface InstanceRepository {
  entity: Entity;
  /** Its root, or the folder of it that is the instance's, as the catalog names it. */
  url: string;
  /** The commit, on hosts that have one for a state of a repository. */
  commit: string;
  /** Text by path, relative to the root. */
  files: Map<string, string>;
}

/**
 * Reads repositories of instances for those who may change the instances.
 *
 * @public
 */
export interface InstanceRepositories {
  /**
   * The entity is looked up with the credentials of whoever asks, so that who may not read it is not told that there is one. Then
   * they need `alexandria.instance.change` of it: the files are read with the portal's own credentials for the host, and so
   * may be shown to nobody else.
   *
   * @param options - `isWanted` tells of a path, relative to the root, whether it is read
   * @throws NotFoundError when there is no such entity for whoever asks, or no repository that the portal may read;
   *   NotAllowedError when they may not change it; InputError when the entity names no repository, or a reference is none;
   *   ServiceUnavailableError when the host does not give the files
   */
  read(
    entityRef: string,
    options: {
      credentials: BackstageCredentials;
      isWanted(path: string): boolean;
      signal?: AbortSignal;
    },
  ): Promise<InstanceRepository>;
}

function referenceOf(entityRef: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(entityRef, { defaultKind: 'component' }),
    );
  } catch {
    throw new InputError(
      `${JSON.stringify(
        entityRef,
      )} is not a reference to an entity, such as component:default/assistant`,
    );
  }
}

/**
 * Makes {@link InstanceRepositories} on the catalog, the permissions and the integrations of a portal.
 *
 * @public
 */
export function createInstanceRepositories(services: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  permissions: Pick<PermissionsService, 'authorize'>;
  urlReader: UrlReaderService;
  integrations: ScmIntegrationRegistry;
}): InstanceRepositories {
  const { catalog, permissions, urlReader, integrations } = services;
  return {
    async read(entityRef, { credentials, isWanted, signal }) {
      const resourceRef = referenceOf(entityRef);
      const entity = await catalog.getEntityByRef(resourceRef, { credentials });
      if (!entity) {
        throw new NotFoundError(`There is no entity ${resourceRef}`);
      }
      const [{ result }] = await permissions.authorize(
        [{ permission: alexandriaInstanceChangePermission, resourceRef }],
        { credentials },
      );
      if (result !== AuthorizeResult.ALLOW) {
        throw new NotAllowedError(`You may not change ${resourceRef}`);
      }
      const url = repositoryUrl(entity, integrations);
      if (url === undefined) {
        throw new InputError(
          `${resourceRef} names no repository as its own. Register it from one, or give it the annotation backstage.io/source-location`,
        );
      }
      const timeout = AbortSignal.timeout(READ_MS);
      try {
        const { etag, files } = await readRepositoryFiles(urlReader, url, {
          isWanted,
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        });
        return { entity, url, commit: etag, files };
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof RepositoryTooLarge) {
          throw new InputError(`The repository ${url} ${error.message}`);
        }
        if (error instanceof Error && error.name === 'NotFoundError') {
          throw new NotFoundError(
            `The repository ${url} is not there, or the portal may not read it`,
          );
        }
        // What the host said may hold more of it than is anybody's business: it goes to the log as the cause.
        throw new ServiceUnavailableError(
          `The repository ${url} could not be read; the log of the portal says why`,
          error,
        );
      }
    },
  };
}
