/** @jest-environment node */
import type { FleetDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { ClusterApi } from './__testUtils__/ClusterApi';
import { instance, Portal } from './__testUtils__/Portal';
import { until } from './__testUtils__/until';

/** Everybody may read the entities but one, and the status of those that they own. */
const policy: PermissionPolicy = {
  async handle({ permission: asked }, user) {
    if (!isResourcePermission(asked, 'catalog-entity')) {
      return { result: AuthorizeResult.ALLOW };
    }
    return createCatalogConditionalDecision(
      asked,
      isPermission(asked, catalogEntityReadPermission)
        ? {
            not: catalogConditions.hasMetadata({
              key: 'name',
              value: 'hidden',
            }),
          }
        : catalogConditions.isEntityOwner({
            claims: user?.info.ownershipEntityRefs ?? [],
          }),
    );
  },
};

describe('a conditional decision on alexandria.status.read', () => {
  let cluster: ClusterApi;
  let portal: Portal;
  const ask = (name: string, person: string, rest = 'status') =>
    portal.get(
      `user:default/${person}`,
      `/api/alexandria/v1/instances/component/default/${name}/${rest}`,
    );

  beforeAll(async () => {
    cluster = await ClusterApi.start();
    portal = await Portal.start({
      ...{ cluster, policy },
      entities: [
        instance('hers', 'user:default/ada'),
        instance('his', 'user:default/bob'),
        instance('hidden', 'user:default/ada'),
      ],
    });
    // The catalog says who owns an entity once it has processed it.
    await until(async () => (await ask('hers', 'ada')).status === 200);
    await until(async () => (await ask('his', 'bob')).status === 200);
  }, 90_000);
  afterAll(async () => {
    await portal?.stop();
    await cluster?.stop();
  });

  it.each([
    ['the owner of an entity', 'ada', 'hers', 200],
    ['somebody else', 'bob', 'hers', 403],
    ['its own owner', 'bob', 'his', 200],
    ['the owner of one that nobody may read', 'ada', 'hidden', 404],
    ['anybody of one that is not there', 'ada', 'absent', 404],
  ])('answers %s', async (_, person, name, status) => {
    const response = await ask(name, person);
    expect(response.status).toBe(status);
  });

  it.each([
    ['ada', 'hers'],
    ['bob', 'his'],
  ])('holds for the fleet: %s has %s', async (person, name) => {
    const { body } = await portal.get(
      `user:default/${person}`,
      '/api/alexandria/v1/fleet',
    );
    expect(
      body.deployments.map((each: FleetDeployment) => each.entityRef),
    ).toEqual([`component:default/${name}`]);
  });

  it('does not tell one that may not be read from one that is not there', async () => {
    const [hidden, absent] = await Promise.all([
      ask('hidden', 'ada'),
      ask('absent', 'ada'),
    ]);
    expect(hidden.body.error.message.replace('hidden', 'absent')).toBe(
      absent.body.error.message,
    );
  });

  it.each([
    ['the owner, of a Deployment that is not there', 'ada', 404],
    ['somebody else, before anything is looked for', 'bob', 403],
  ])('holds for one Deployment too: %s', async (_, person, status) => {
    const response = await ask('hers', person, 'deployments/north/dev/hers');
    expect(response.status).toBe(status);
  });
});
