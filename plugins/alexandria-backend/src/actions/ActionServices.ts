import type { FindingDefinition } from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { StatusService } from '../status/StatusService';

/** What the actions answer from. */
export interface ActionServices {
  catalog: CatalogService;
  permissions: PermissionsService;
  status: StatusService;
  /** Every kind of finding that there may be, those of rules that modules add among them. */
  findings: readonly FindingDefinition[];
}
