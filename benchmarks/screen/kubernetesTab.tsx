import type { Entity } from '@backstage/catalog-model';
import { ApiProvider } from '@backstage/core-app-api';
import type { ApiRef } from '@backstage/core-plugin-api';
import {
  KubernetesAuthProviders,
  kubernetesApiRef,
  kubernetesAuthProvidersApiRef,
  KubernetesBackendClient,
  useKubernetesObjects,
} from '@backstage/plugin-kubernetes-react';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';

/** What the page is told. */
export interface TabOptions {
  /** Where the portal's backend is. */
  url: string;
  token: string;
  entity: Entity;
}

/** Writes down when what the tab would draw comes to have a broken pod in it, or to have none. */
function Tab({ entity }: { entity: Entity }) {
  const { kubernetesObjects } = useKubernetesObjects(entity);
  useEffect(() => {
    if (kubernetesObjects) {
      window.noteBroken(
        JSON.stringify(kubernetesObjects).includes('CrashLoopBackOff'),
      );
    }
  }, [kubernetesObjects]);
  return null;
}

const noSignIn = () => {
  throw new Error('a cluster asks for an account of the person');
};

window.openKubernetesTab = ({ url, token, entity }: TabOptions) => {
  const accounts = { getAccessToken: noSignIn, getIdToken: noSignIn };
  const authProviders = new KubernetesAuthProviders({
    microsoftAuthApi: accounts as never,
    googleAuthApi: accounts as never,
  });
  const client = new KubernetesBackendClient({
    discoveryApi: { getBaseUrl: async plugin => `${url}/api/${plugin}` },
    fetchApi: {
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          headers: {
            ...(init?.headers as Record<string, string>),
            authorization: `Bearer ${token}`,
          },
        }),
    },
    kubernetesAuthProvidersApi: authProviders,
  });
  const apis = new Map<string, unknown>([
    [kubernetesApiRef.id, client],
    [kubernetesAuthProvidersApiRef.id, authProviders],
  ]);
  const root = document.body.appendChild(document.createElement('div'));
  createRoot(root).render(
    <ApiProvider
      apis={{
        get: <T,>({ id }: ApiRef<T>) => apis.get(id) as T | undefined,
      }}
    >
      <Tab entity={entity} />
    </ApiProvider>,
  );
};
