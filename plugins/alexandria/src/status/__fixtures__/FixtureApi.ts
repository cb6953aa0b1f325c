import type {
  AlexandriaApi,
  DeploymentDetails,
  Fleet,
  InstanceRepository,
  InstanceStatus,
  RepositoryAvailability,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { fleetFixture } from '../../fleet/__fixtures__/fleet';
import { detailsOf } from './details';
import { Moment } from './Moment';
import { statusFixtures } from './states';
import type { StatusFixture } from './StatusFixture';

/** Answers from the fixtures: each entity is in the state of its name. */
export class FixtureApi implements AlexandriaApi {
  readonly #fixtures: Record<string, StatusFixture>;

  constructor(private readonly now: Date) {
    this.#fixtures = statusFixtures(now);
  }

  async getRepositoryAvailability({
    repoUrl,
  }: {
    repoUrl: string;
  }): Promise<RepositoryAvailability> {
    return { repoUrl, status: 'free', url: 'https://git.example.com' };
  }

  async getInstanceStatus({
    entityRef,
  }: {
    entityRef: string;
  }): Promise<InstanceStatus> {
    const { status } = this.#fixtures[parseEntityRef(entityRef).name];
    if (status === 'never') {
      return new Promise(() => {});
    }
    if ('statusCode' in status) {
      const { statusCode, name, message } = status;
      throw await ResponseError.fromResponse(
        new Response(
          JSON.stringify({
            error: { name, message },
            response: { statusCode },
          }),
          {
            status: statusCode,
            headers: { 'Content-Type': 'application/json' },
          },
        ),
      );
    }
    return status;
  }

  async getInstanceRepository({
    entityRef,
  }: {
    entityRef: string;
  }): Promise<InstanceRepository> {
    throw new Error(`The fixtures have no repository of ${entityRef}`);
  }

  async getDeploymentDetails(request: {
    entityRef: string;
    cluster: string;
    namespace: string;
    name: string;
  }): Promise<DeploymentDetails> {
    const { entityRef, cluster, namespace, name } = request;
    const { deployments } = await this.getInstanceStatus({ entityRef });
    const found = deployments.find(
      each =>
        each.cluster === cluster &&
        each.deployment.namespace === namespace &&
        each.deployment.name === name,
    );
    if (!found) {
      throw new Error(`There is no Deployment ${cluster}/${namespace}/${name}`);
    }
    return detailsOf(new Moment(this.now), found);
  }

  async getFleet(): Promise<Fleet> {
    return fleetFixture(60);
  }
}
