import type { AdminApi } from './AdminApi';

const NAMESPACE = 'default';

const pathOf = (group: string, plural: string) =>
  `/${group}/namespaces/${NAMESPACE}/${plural}`;
const DEPLOYMENTS = pathOf('apis/apps/v1', 'deployments');
const PODS = pathOf('api/v1', 'pods');
const CERTIFICATES = pathOf('apis/cert-manager.io/v1', 'certificates');

/** Status changes of each pod between its coming and its going. */
const PHASES = ['Pending', 'Running', 'Failed', 'Running'];

/** Instances that come, change and go for as long as somebody lets them. */
export class Churn {
  #changes = 0;

  /** @param id - what all that it makes bears as the label `backstage.io/kubernetes-id` */
  constructor(private readonly api: AdminApi, private readonly id: string) {}

  /** What was created, changed or deleted so far. */
  get changes(): number {
    return this.#changes;
  }

  async #change(method: string, path: string, body?: object) {
    await this.api.request(method, path, body);
    this.#changes += 1;
  }

  #metadata(name: string) {
    const labels = {
      app: name,
      'app.kubernetes.io/part-of': 'alexandria',
      'backstage.io/kubernetes-id': this.id,
    };
    return { name, labels };
  }

  /** Creates what pods want, where no controller does. */
  async prepare(): Promise<void> {
    await this.api.request('POST', pathOf('api/v1', 'serviceaccounts'), {
      ...{ apiVersion: 'v1', kind: 'ServiceAccount' },
      metadata: { name: 'default' },
    });
  }

  /** Creates an instance with a pod and a Certificate, and tells how they are. */
  async come(name: string): Promise<void> {
    const metadata = this.#metadata(name);
    const containers = [{ name: 'api', image: 'example.com/api:v1.0.0' }];
    await this.#change('POST', DEPLOYMENTS, {
      ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata },
      spec: {
        replicas: 1,
        selector: { matchLabels: { app: name } },
        template: {
          metadata: { labels: metadata.labels },
          spec: { containers },
        },
      },
    });
    await this.#change('POST', PODS, {
      ...{ apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers } },
    });
    await this.#change('POST', CERTIFICATES, {
      ...{ apiVersion: 'cert-manager.io/v1', kind: 'Certificate', metadata },
      spec: { secretName: name, issuerRef: { name: 'ca' } },
    });
    for (const [index, phase] of PHASES.entries()) {
      await this.#change('PATCH', `${PODS}/${name}/status`, {
        status: { phase, message: `change ${index} of ${name}` },
      });
      await this.#change('PATCH', `${DEPLOYMENTS}/${name}/status`, {
        status: {
          observedGeneration: 1,
          replicas: 1,
          readyReplicas: index % 2,
        },
      });
    }
  }

  /** Deletes all that `come` created. */
  async go(name: string): Promise<void> {
    for (const path of [PODS, CERTIFICATES, DEPLOYMENTS]) {
      await this.#change('DELETE', `${path}/${name}`);
    }
  }

  /**
   * Lets instances come and go, a few at a time.
   *
   * @param changes - at least how many there are to be
   * @param pauseMs - waited after each instance, in milliseconds
   */
  async run(changes: number, pauseMs = 0): Promise<void> {
    const enough = this.#changes + changes;
    const writer = async (_: unknown, index: number) => {
      while (this.#changes < enough) {
        const name = `${this.id}-${index}-${this.#changes}`;
        await this.come(name);
        await this.go(name);
        await new Promise(resolve => setTimeout(resolve, pauseMs));
      }
    };
    await Promise.all(Array.from({ length: 4 }, writer));
  }
}
