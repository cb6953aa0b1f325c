import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { instance } from '../__testUtils__/Portal';
import { StatusService } from '../status/StatusService';
import { readFleet } from './readFleet';

async function* pagesOf(size: number, count: number): AsyncGenerator<Entity[]> {
  for (let page = 0; page < count; page++) {
    yield Array.from({ length: size }, (_, index) =>
      instance(`${page}-${index}`, 'team'),
    );
  }
}

describe('readFleet', () => {
  it.each([
    [4_000, 2, 8_000, false],
    [5_000, 2, 10_000, false],
    [4_000, 4, 10_000, true],
  ])(
    'looks at pages of %i instances, of which there are %i: at %i, and says that there are more: %p',
    async (size, count, looked, truncated) => {
      const fleet = await readFleet(
        {
          catalog: catalogServiceMock.mock({
            streamEntities: () => pagesOf(size, count),
          }),
          permissions: mockServices.permissions.mock({
            authorizeConditional: async questions =>
              questions.map(() => ({ result: AuthorizeResult.ALLOW })),
          }),
          status: new StatusService([]),
        },
        mockCredentials.user(),
      );
      expect([fleet.deployments.length, fleet.truncated]).toEqual([
        looked,
        truncated,
      ]);
    },
  );
});
