import { createBackend } from '@backstage/backend-defaults';
import { signalsFirstConnection } from './signalsFirstConnection';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import(
    '@alexandriaproject/backstage-plugin-catalog-backend-module-alexandria'
  ),
);

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-gitea'));
backend.add(
  import(
    '@alexandriaproject/backstage-plugin-scaffolder-backend-module-alexandria'
  ),
);

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(signalsFirstConnection);
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('@alexandriaproject/backstage-plugin-alexandria-backend'));
backend.add(import('@alexandriaproject/sandbox'));

// A backend without one of its plugins serves nothing, and a process that stays hides that from whoever would restart it.
backend.start().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
