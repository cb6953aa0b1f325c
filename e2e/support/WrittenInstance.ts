import type { AdminApi } from './AdminApi';

const DEPLOYMENTS = '/apis/apps/v1/namespaces/default/deployments';
const CERTIFICATES = '/apis/cert-manager.io/v1/namespaces/default/certificates';

/** Written by the Certificate, needed by the Deployment. */
const SECRET = 'alexandria-tls';

const DAY_MS = 24 * 3_600_000;

/** Replicas that are wanted. */
const REPLICAS = 2;

const rollout = (isDone: boolean) =>
  isDone
    ? { status: 'True', reason: 'NewReplicaSetAvailable', message: 'done' }
    : {
        status: 'False',
        reason: 'ProgressDeadlineExceeded',
        message: 'a pod does not become ready',
      };

/** An instance whose status the test writes, as controllers would, so that it knows what is true and since when. */
export class WrittenInstance {
  /** What was written, and when that began and was done, in milliseconds since the epoch. */
  readonly #written: { begun: number; done: number; serves: boolean }[] = [];

  constructor(private readonly api: AdminApi, private readonly name: string) {}

  get #labels() {
    return {
      app: this.name,
      'app.kubernetes.io/part-of': 'alexandria',
      'backstage.io/kubernetes-id': this.name,
    };
  }

  /** Creates it, and lets it serve. */
  async create(): Promise<void> {
    const labels = this.#labels;
    await this.api.request('POST', DEPLOYMENTS, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: this.name, labels },
      spec: {
        replicas: REPLICAS,
        selector: { matchLabels: { app: this.name } },
        template: {
          metadata: { labels },
          spec: {
            containers: [
              {
                name: 'api',
                image: 'ghcr.io/alexandriaproject/ee-api:v1.0.0',
                envFrom: [{ secretRef: { name: SECRET } }],
              },
            ],
          },
        },
      },
    });
    await this.serve();
  }

  /** Creates the Certificate that it needs, which ends in some days. */
  async certify(): Promise<void> {
    await this.api.request('POST', CERTIFICATES, {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: this.name, labels: this.#labels },
      spec: { secretName: SECRET, issuerRef: { name: 'ca' } },
    });
    await this.endCertificate(Date.now() + 5 * DAY_MS);
  }

  /** @param notAfter - when the Certificate ends, in milliseconds since the epoch */
  async endCertificate(notAfter: number): Promise<void> {
    await this.api.request('PATCH', `${CERTIFICATES}/${this.name}/status`, {
      status: {
        notAfter: new Date(notAfter).toISOString().replace(/\.\d+/, ''),
      },
    });
  }

  /** Lets all replicas be ready. */
  serve(): Promise<void> {
    return this.#write(true);
  }

  /** Lets no replica be ready, and the rollout come to nothing. */
  fail(): Promise<void> {
    return this.#write(false);
  }

  async #write(serves: boolean) {
    const begun = Date.now();
    const ready = serves ? REPLICAS : 0;
    await this.api.request('PATCH', `${DEPLOYMENTS}/${this.name}/status`, {
      status: {
        observedGeneration: 1,
        replicas: REPLICAS,
        updatedReplicas: REPLICAS,
        readyReplicas: ready,
        availableReplicas: ready,
        unavailableReplicas: REPLICAS - ready,
        conditions: [
          { type: 'Progressing', ...rollout(serves) },
          {
            type: 'Available',
            status: serves ? 'True' : 'False',
            reason: 'Counted',
            message: `${ready} replicas`,
          },
        ],
      },
    });
    this.#written.push({ begun, done: Date.now(), serves });
  }

  /** Whether it may have served at some moment between two times, in milliseconds since the epoch. */
  mayHaveServed(from: number, to: number): boolean {
    return this.#written.some(
      ({ begun, serves }, index) =>
        serves &&
        begun <= to &&
        // Until the next was done, this one may have been so.
        (this.#written[index + 1]?.done ?? Infinity) >= from,
    );
  }
}
