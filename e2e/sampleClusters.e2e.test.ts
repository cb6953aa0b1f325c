/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  sampleClusters,
  startSampleClusters,
  type SampleClusterName,
  type SampleClusters,
} from '@alexandriaproject/sandbox';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { parseAllDocuments } from 'yaml';
import { expectedInstances } from './support/expectedInstances';
import { portalDatabase } from './support/portalDatabase';
import alexandria from '@alexandriaproject/backstage-plugin-alexandria-backend';

const CATALOG = join(__dirname, '../packages/sandbox/catalog');

const TOKEN = 'the-token-of-the-portal';

/** As app-config.yaml has them. */
const TIERS = new Map([
  ['north', 1],
  ['south', 2],
] as const);

interface Entity {
  apiVersion: string;
  kind: string;
  metadata: { name: string; annotations: Record<string, string> };
  spec: { owner: string; system: string };
}

const entitiesOf = (file: string): Entity[] =>
  parseAllDocuments(readFileSync(join(CATALOG, file), 'utf8')).map(document =>
    document.toJS(),
  );

const entities = entitiesOf('instances.yaml');

/** In the catalog and in no cluster. */
const NOWHERE = 'travel-planner';

describe('the sample clusters', () => {
  let clusters: SampleClusters;
  let backend: TestBackend;
  const database = portalDatabase();

  beforeAll(async () => {
    clusters = await startSampleClusters({
      ...{ port: 0, token: TOKEN, secretTiers: TIERS },
      logger: mockServices.logger.mock(),
    });
    backend = await startTestBackend({
      features: [
        alexandria,
        database.feature,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({
          data: {
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: sampleClusters.map(({ name }) => ({
                    ...{ name, url: clusters.urlOf(name) },
                    authProvider: 'serviceAccount',
                    serviceAccountToken: TOKEN,
                    skipTLSVerify: true,
                  })),
                },
              ],
            },
            alexandria: {
              clusters: [...TIERS].map(([name, secretTier]) => ({
                ...{ name, secretTier },
              })),
            },
          },
        }),
      ],
    });
  }, 60_000);
  afterAll(async () => {
    await backend?.stop();
    await database.close();
    await clusters?.close();
  });

  async function statusOf(name: string): Promise<InstanceStatus> {
    const { body } = await request(backend.server)
      .get(`/api/alexandria/v1/instances/component/default/${name}/status`)
      .set('Authorization', mockCredentials.user.header());
    return body;
  }

  async function until(
    name: string,
    isSo: (said: InstanceStatus) => boolean,
  ): Promise<InstanceStatus> {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const said = await statusOf(name);
      if (isSo(said) || Date.now() > deadline) {
        return said;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  /** What is said of it in one cluster, in few words. */
  function toldOf({ deployments }: InstanceStatus, cluster: SampleClusterName) {
    const found = deployments.find(each => each.cluster === cluster);
    return (
      found && {
        health: found.health,
        findings: [
          ...new Set(
            found.findings
              .filter(({ severity }) => severity !== 'info')
              .map(({ code }) => code),
          ),
        ].sort(),
      }
    );
  }

  it.each(expectedInstances)(
    '%s in %s is %s, with %j',
    async (name, cluster, health, findings) => {
      const wanted = { health, findings };
      const said = await until(name, status => {
        const told = toldOf(status, cluster);
        return JSON.stringify(told) === JSON.stringify(wanted);
      });
      expect(toldOf(said, cluster)).toEqual(wanted);
    },
    60_000,
  );

  it('have an instance that is nowhere', async () => {
    const said = await until(NOWHERE, ({ partial }) => !partial);
    expect(said).toMatchObject({ health: 'Missing', partial: false });
  });

  it('are what is expected of them', () => {
    const placed = sampleClusters.flatMap(({ name, instances }) =>
      instances
        .filter(({ entity }) => entity !== undefined)
        .map(({ entity }) => `${entity} in ${name}`),
    );
    expect(
      expectedInstances.map(([name, cluster]) => `${name} in ${cluster}`),
    ).toEqual(placed);
  });

  it('have what the catalog has, of owners and systems that are in it', () => {
    const known = entitiesOf('org.yaml').map(({ kind, metadata }) =>
      `${kind} ${metadata.name}`.toLowerCase(),
    );
    const names = expectedInstances.map(([name]) => name);
    expect(entities.map(({ metadata }) => metadata.name).sort()).toEqual(
      [...new Set([...names, NOWHERE])].sort(),
    );
    for (const { metadata, spec } of entities) {
      expect(metadata.annotations['backstage.io/kubernetes-id']).toBe(
        metadata.name,
      );
      expect(known).toContain(spec.owner.replace('group:default/', 'group '));
      expect(known).toContain(`system ${spec.system}`);
    }
  });
});
