import type { RepositoryAvailabilityService } from '@alexandriaproject/backstage-plugin-alexandria-node';
import type { Issue } from '@alexandriaproject/alexandria-manifests';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Looks whether a name is still free, in the catalog and on the host. */
export interface NameCheck {
  /**
   * @returns `taken`: reasons not to go on; `unknown`: what could not be found out
   * @throws the signal's reason when it aborts
   */
  check(
    instance: { name: string; repoUrl?: string },
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<{ taken: Issue[]; unknown: Issue[] }>;
}

/** Makes a {@link NameCheck} on the portal's catalog and integrations. */
export function createNameCheck(services: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  repositories: RepositoryAvailabilityService;
}): NameCheck {
  return {
    async check({ name, repoUrl }, { credentials, signal }) {
      const taken: Issue[] = [];
      const unknown: Issue[] = [];

      const entityRef = `component:default/${name}`;
      const [entity, repository] = await Promise.all([
        services.catalog.getEntityByRef(entityRef, { credentials }),
        repoUrl
          ? services.repositories.check(repoUrl, { signal })
          : Promise.resolve(undefined),
      ]);
      signal?.throwIfAborted();
      if (entity) {
        taken.push({
          path: 'name',
          message: `the catalog already has ${entityRef}`,
          given: JSON.stringify(name),
          remedy: 'Choose another name',
        });
      }
      if (repository?.status === 'taken') {
        taken.push({
          path: 'repoUrl',
          message: `the repository ${repository.url} already exists`,
          remedy: 'Choose another repository name, or another owner',
        });
      }
      if (repository?.status === 'unknown') {
        unknown.push({
          path: 'repoUrl',
          message: `whether ${repository.url} already exists could not be found out: ${repository.reason}`,
          remedy: 'Publishing fails without harm if it does',
        });
      }
      return { taken, unknown };
    },
  };
}
