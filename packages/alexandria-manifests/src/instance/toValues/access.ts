import type { Instance } from '../instanceSchema';
import type { Environment } from '../model/environment';
import { secretNames } from '../names';

/** Where a port-forward of the Service ends, as the README has it. */
const LOCAL_ORIGIN = 'http://localhost:8080';

/**
 * The address that people open.
 *
 * @public
 */
export function originOf({ host }: Environment): string {
  return host === '' ? LOCAL_ORIGIN : `https://${host}`;
}

function providers(instance: Instance, environment: Environment) {
  return instance.access.providers.map(provider => {
    const { name, autoCreateUsers, defaultRole } = provider;
    const users = {
      auto_create_users: autoCreateUsers,
      default_role: defaultRole,
    };
    return provider.kind === 'oidc'
      ? {
          name,
          kind: provider.kind,
          issuer: provider.issuer,
          client_id: provider.clientId,
          redirect_uri: `${originOf(environment)}/auth/oidc/${name}/callback`,
          ...users,
        }
      : {
          name,
          kind: provider.kind,
          metadata_url: provider.metadataUrl,
          ...users,
        };
  });
}

/** Passkeys and single sign-on. */
export function accessValues(instance: Instance, environment: Environment) {
  const { rpName, samlKeyPair, samlIssuer } = instance.access;
  const list = providers(instance, environment);
  const names = secretNames(instance);
  const saml = list.some(({ kind }) => kind === 'saml');
  const oidc = list.some(({ kind }) => kind === 'oidc');
  return {
    config: {
      webauthn: {
        rpId: environment.host === '' ? 'localhost' : environment.host,
        rpOrigin: originOf(environment),
        rpName,
      },
    },
    federation:
      list.length === 0
        ? undefined
        : {
            enabled: true,
            providers: list,
            existingSecret:
              oidc && instance.secrets.source === 'existingSecret'
                ? names.oidc
                : undefined,
            saml: saml
              ? {
                  keyPair: samlKeyPair,
                  existingSecret:
                    samlKeyPair === 'firstBoot' ? undefined : names.saml,
                  certManager:
                    samlKeyPair === 'certManager'
                      ? { issuerRef: samlIssuer }
                      : undefined,
                }
              : undefined,
          },
  };
}
