import { z } from 'zod';
import { text } from '../../values/model/fields';
import { described, noSecret, objectName } from './fields';

export const secrets = z.strictObject({
  source: described(
    z.enum(['existingSecret', 'externalSecrets']),
    'Source',
    'Secrets that you create with the commands of the README, or the External Secrets Operator. No value is ever asked for here.',
  ).default('existingSecret'),
  secretName: described(
    objectName(200),
    'Secret',
    'Name of the Secret with jwt-secret and admin-password. The others are named after it.',
  ).default('alexandria-auth'),
  store: described(
    z.strictObject({
      name: described(
        objectName(),
        'Store',
        'Name of the SecretStore.',
      ).default('vault'),
      kind: described(
        z.enum(['SecretStore', 'ClusterSecretStore']),
        'Kind',
        'SecretStore of the namespace, or ClusterSecretStore.',
      ).default('ClusterSecretStore'),
      keyPrefix: described(
        noSecret(
          text(
            'a path: letters, digits, "_", "." and "-", separated by "/"',
            /^[A-Za-z0-9_-]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?(\/[A-Za-z0-9_-]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?)*$/,
            200,
          ),
        ),
        'Key prefix',
        'Keys are <prefix>/<instance>/<environment>/<secret>.',
      ).default('alexandria'),
    }),
    'Secret store',
    'Where the External Secrets Operator reads from.',
  ).prefault({}),
});
