import {
  deploymentDetailsSchema,
  fleetSchema,
  type DeploymentDetails,
  type Fleet,
  type InstanceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Portal } from './portal';

/** How long anything that the portal does by itself may take. */
const PATIENCE_MS = 60_000;

/** What the portal answered. */
export interface Answer {
  status: number;
  body: unknown;
}

/** Speaks to the portal's backend as the guest. */
export class PortalApi {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async signIn({ url }: Portal): Promise<PortalApi> {
    const response = await fetch(`${url}/api/auth/guest/refresh`, {
      method: 'POST',
    });
    const { backstageIdentity } = await response.json();
    const api = new PortalApi(url, backstageIdentity.token);
    await api.until(
      'the catalog has the template',
      async () =>
        (
          await api.request(
            'GET',
            'catalog/entities/by-name/template/default/new-alexandria-instance',
          )
        ).status === 200,
    );
    return api;
  }

  /** Asks again and again, up to PATIENCE_MS. */
  private async until(
    what: string,
    holds: () => Promise<boolean>,
  ): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!(await holds())) {
      if (Date.now() > end) {
        throw new Error(
          `after ${PATIENCE_MS} ms it is not yet so that ${what}`,
        );
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }

  async request(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.url}/api/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  /** Asks for a new instance, as the form does when "Create" is pressed. */
  create(answers: unknown, repoUrl: string): Promise<Answer> {
    return this.request('POST', 'scaffolder/v2/tasks', {
      templateRef: 'template:default/new-alexandria-instance',
      values: { answers, repoUrl },
    });
  }

  /** Everything that the portal keeps of its tasks: what was asked, and what was logged and put out. */
  async tasks(): Promise<unknown[]> {
    const { body } = await this.request('GET', 'scaffolder/v2/tasks');
    const { tasks } = body as { tasks: { id: string }[] };
    return Promise.all(
      tasks.map(async task => ({
        task,
        events: (
          await this.request('GET', `scaffolder/v2/tasks/${task.id}/events`)
        ).body,
      })),
    );
  }

  /** Waits until a task has ended. @returns its status */
  async ended(taskId: string): Promise<string> {
    let status = '';
    await this.until(`task ${taskId} has ended`, async () => {
      const { body } = await this.request(
        'GET',
        `scaffolder/v2/tasks/${taskId}`,
      );
      ({ status } = body as { status: string });
      return !['open', 'processing'].includes(status);
    });
    return status;
  }

  /** Waits until the catalog has processed a component. */
  registered(name: string): Promise<void> {
    return this.until(`the catalog has ${name}`, async () => {
      const { status } = await this.request(
        'GET',
        `catalog/entities/by-name/component/default/${name}`,
      );
      return status === 200;
    });
  }

  /** What is said of all instances. */
  async fleet(): Promise<Fleet> {
    const { body } = await this.request('GET', 'alexandria/v1/fleet');
    return fleetSchema.parse(body);
  }

  /** What is said of an instance. */
  async status(name: string): Promise<InstanceStatus> {
    return (await this.instance(`${name}/status`)) as InstanceStatus;
  }

  /** What is said of a Deployment, `cluster/namespace/name`, of an instance. */
  async details(name: string, deployment: string): Promise<DeploymentDetails> {
    return deploymentDetailsSchema.parse(
      await this.instance(`${name}/deployments/${deployment}`),
    );
  }

  private async instance(what: string): Promise<unknown> {
    const { body, status } = await this.request(
      'GET',
      `alexandria/v1/instances/component/default/${what}`,
    );
    if (status !== 200) {
      throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
    }
    return body;
  }

  /** Names of the components of the catalog. */
  async components(): Promise<string[]> {
    const { body } = await this.request(
      'GET',
      // More than the catalog gives at once where nothing is said.
      'catalog/entities/by-query?filter=kind=component&fields=metadata.name&limit=500',
    );
    const { items } = body as { items: { metadata: { name: string } }[] };
    return items.map(({ metadata }) => metadata.name);
  }
}
