import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  AnonymousStrategy,
  AwsIamStrategy,
  AzureIdentityStrategy,
  GoogleServiceAccountStrategy,
  ServiceAccountStrategy,
} from '@backstage/plugin-kubernetes-backend';
import { ANNOTATION_KUBERNETES_AUTH_PROVIDER } from '@backstage/plugin-kubernetes-common';
import type {
  AuthenticationStrategy,
  ClusterDetails,
} from '@backstage/plugin-kubernetes-node';

/** The providers of `kubernetes` whose credentials are those of whoever looks; there is nobody while a cluster is watched. */
const needsSomebody = ['aks', 'google', 'oidc', 'pinniped'];

/** How the portal itself gets credentials for a cluster, by the provider that its configuration names. */
export type AuthStrategies = ReadonlyMap<string, AuthenticationStrategy>;

/** The providers of `kubernetes` that need nobody to be signed in. */
export function serverSideStrategies(options: {
  config: RootConfigService;
  logger: LoggerService;
}): AuthStrategies {
  const { config, logger } = options;
  return new Map<string, AuthenticationStrategy>([
    ['aws', new AwsIamStrategy({ config })],
    ['azure', new AzureIdentityStrategy(logger)],
    ['googleServiceAccount', new GoogleServiceAccountStrategy({ config })],
    ['localKubectlProxy', new AnonymousStrategy()],
    ['serviceAccount', new ServiceAccountStrategy()],
  ]);
}

/** The strategy for a cluster, or what is wrong with what its configuration says of authentication. */
export function strategyFor(
  { authMetadata }: Pick<ClusterDetails, 'authMetadata'>,
  strategies: AuthStrategies,
): { strategy: AuthenticationStrategy } | { problem: string } {
  const provider = authMetadata[ANNOTATION_KUBERNETES_AUTH_PROVIDER];
  const known = [...strategies.keys()].sort().join(', ');
  if (!provider) {
    return { problem: `names no authProvider. What would do: ${known}` };
  }
  const strategy = strategies.get(provider);
  if (!strategy) {
    return {
      problem: needsSomebody.includes(provider)
        ? `has the authProvider ${provider}, which takes the credentials of whoever looks; a cluster is watched when nobody does. What would do: ${known}`
        : `has the authProvider ${JSON.stringify(
            provider,
          )}, which is not known. What would do: ${known}`,
    };
  }
  const errors = strategy.validateCluster(authMetadata);
  return errors.length > 0
    ? { problem: errors.map(({ message }) => message).join('; ') }
    : { strategy };
}
