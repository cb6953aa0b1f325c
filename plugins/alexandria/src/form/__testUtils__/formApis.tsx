import type {
  AlexandriaApi,
  RepositoryAvailability,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  errorApiRef,
  identityApiRef,
  translationApiRef,
  type ApiHolder,
  type IdentityApi,
} from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { TestApiRegistry } from '@backstage/test-utils';
import {
  catalogApiRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { ReactNode } from 'react';
import { alexandriaApiRef } from '../../api/alexandriaApiRef';

const entity = (kind: string, name: string, spec = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec,
});

/** A catalog with two groups, a user, a system and a component `taken`. */
export const entities = [
  entity('Group', 'payments', { profile: { displayName: 'Payments' } }),
  entity('Group', 'platform'),
  entity('User', 'ada'),
  entity('System', 'checkout'),
  entity('Component', 'taken'),
];

/** What a host says of every repository. */
export function hostSays(answer: Partial<RepositoryAvailability> | Error) {
  return {
    getDeploymentDetails: jest.fn(),
    getFleet: jest.fn(),
    getInstanceRepository: jest.fn(),
    getInstanceStatus: jest.fn(),
    getRepositoryAvailability: jest.fn<
      Promise<RepositoryAvailability>,
      Parameters<AlexandriaApi['getRepositoryAvailability']>
    >(async ({ repoUrl }) => {
      if (answer instanceof Error) {
        throw answer;
      }
      return {
        repoUrl,
        status: 'free',
        url: 'https://git.example.com/acme/a',
        ...answer,
      };
    }),
  };
}

/** Stand-ins for some of the APIs that the form works with. */
export interface GivenApis {
  catalog?: Partial<CatalogApi>;
  identity?: IdentityApi;
  alexandria?: AlexandriaApi;
}

/** The APIs of the form: nobody in a group, a catalog of {@link entities}, and every repository free. */
function pairs(given: GivenApis) {
  return [
    [catalogApiRef, given.catalog ?? catalogApiMock({ entities })],
    [
      identityApiRef,
      given.identity ?? mockApis.identity({ ownershipEntityRefs: [] }),
    ],
    [alexandriaApiRef, given.alexandria ?? hostSays({})],
    [translationApiRef, mockApis.translation()],
    [errorApiRef, mockApis.error()],
  ] as const;
}

/** Gives the APIs of the form to what is rendered. */
export function FormApis(props: { apis?: GivenApis; children: ReactNode }) {
  return (
    <TestApiProvider apis={pairs(props.apis ?? {})}>
      {props.children}
    </TestApiProvider>
  );
}

/** The APIs of the form as a validator is given them. */
export function apiHolder(given: GivenApis = {}): ApiHolder {
  return TestApiRegistry.from(...pairs(given));
}
