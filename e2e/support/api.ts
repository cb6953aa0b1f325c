import type { Portal } from './portal';

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
    return new PortalApi(url, backstageIdentity.token);
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
    for (;;) {
      const { body } = await this.request(
        'GET',
        `scaffolder/v2/tasks/${taskId}`,
      );
      const { status } = body as { status: string };
      if (!['open', 'processing'].includes(status)) {
        return status;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }

  /** Names of the components of the catalog. */
  async components(): Promise<string[]> {
    const { body } = await this.request(
      'GET',
      'catalog/entities/by-query?filter=kind=component&fields=metadata.name',
    );
    const { items } = body as { items: { metadata: { name: string } }[] };
    return items.map(({ metadata }) => metadata.name);
  }
}
