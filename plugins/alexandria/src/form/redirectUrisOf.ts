import {
  instanceSchema,
  valuesForEnvironment,
} from '@alexandriaproject/alexandria-manifests';
import type { Draft } from './answerAt';

/** Where an identity provider sends people back to, in one environment. */
export interface RedirectUri {
  environment: string;
  uri: string;
}

/**
 * The redirect URIs of an OIDC provider, one for each environment.
 *
 * They are asked for before the provider's other answers exist: it gives a client ID only once it knows them. So they
 * are taken from the values of an instance whose provider has its name and nothing else of its own.
 *
 * @returns empty while names or hosts are not accepted
 */
export function redirectUrisOf(draft: Draft, provider: unknown): RedirectUri[] {
  const parsed = instanceSchema.safeParse({
    name: draft.name,
    owner: draft.owner,
    environments: draft.environments,
    access: {
      providers: [
        {
          name: provider,
          kind: 'oidc',
          issuer: 'https://issuer.invalid',
          clientId: 'unknown',
        },
      ],
    },
  });
  if (!parsed.success) {
    return [];
  }
  return parsed.data.environments.flatMap(({ name }) =>
    (
      valuesForEnvironment(parsed.data, name).federation?.providers ?? []
    ).flatMap(each =>
      each.kind === 'oidc'
        ? [{ environment: name, uri: each.redirect_uri }]
        : [],
    ),
  );
}
