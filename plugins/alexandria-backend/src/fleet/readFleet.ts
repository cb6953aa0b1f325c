import {
  alexandriaStatusReadPermission,
  type Fleet,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { readableEntities } from '../readableEntities';
import { INSTANCES } from '../status/instances';
import type { StatusService } from '../status/StatusService';

/** Instances that one answer looks at, at most. */
const MAX_INSTANCES = 10_000;

/** What an instance in short, and which Deployments are its own, is read from. */
const FIELDS = [
  ...['kind', 'metadata.name', 'metadata.namespace', 'metadata.title'],
  ...['metadata.annotations', 'metadata.tags', 'spec.lifecycle', 'spec.owner'],
];

/**
 * What is said of every instance, in short, to somebody who may read it. The permission is asked for once: only where the decision
 * depends on the entity is it asked for each, and always of entities that whoever asks may read.
 *
 * @throws NotAllowedError when the status of no instance may be read
 */
export async function readFleet(
  services: {
    catalog: CatalogService;
    permissions: PermissionsService;
    status: StatusService;
  },
  credentials: BackstageCredentials,
): Promise<Fleet> {
  const { catalog, permissions, status } = services;
  const [{ result }] = await permissions.authorizeConditional(
    [{ permission: alexandriaStatusReadPermission }],
    { credentials },
  );
  if (result === AuthorizeResult.DENY) {
    throw new NotAllowedError('You may not read the status of any instance');
  }
  const isAllowed = result === AuthorizeResult.ALLOW;
  const readable: Entity[] = [];
  let looked = 0;
  let truncated = false;
  const pages = catalog.streamEntities(
    { filter: INSTANCES, fields: FIELDS, totalItems: 'exclude' },
    { credentials },
  );
  for await (const page of pages) {
    const entities = page.slice(0, MAX_INSTANCES - looked);
    truncated = entities.length < page.length;
    looked += entities.length;
    readable.push(
      ...(isAllowed
        ? entities
        : await readableEntities(services, entities, credentials)),
    );
    if (truncated) {
      break;
    }
  }
  return {
    // Who may read the status of all may know of clusters in which no instance is; others only of those that theirs may be in.
    clusters: status.clusters(isAllowed ? undefined : readable),
    deployments: await status.fleet(readable),
    truncated,
  };
}
