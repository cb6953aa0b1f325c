import {
  formatIssue,
  isReadOfRepository,
  readRepository,
  renderObjects,
  type KubernetesObject,
  type RepositoryEnvironment,
} from '@alexandriaproject/alexandria-manifests';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Repository } from '../git/Repository';
import { makeKey, selfSigned } from '../kubernetes/certificate';
import { sampleValue } from '../kubernetes/controllers/externalSecrets';
import type { ClusterClient, ObjectReference } from './ClusterClient';
import { missingSecrets, neededStores, type MissingSecret } from './needs';

const DAY_MS = 24 * 60 * 60_000;

/** How long a certificate lasts that the deployer makes, in milliseconds. */
const CERTIFICATE_MS = 365 * DAY_MS;

const referenceTo = ({
  kind,
  metadata: { namespace, name },
}: KubernetesObject): ObjectReference => ({
  kind,
  ...(namespace && { namespace }),
  name,
});

const textOf = ({ kind, namespace = '', name }: ObjectReference) =>
  `${kind} ${namespace}/${name}`;

/**
 * Deploys the repositories of the sandbox's git host to the sample clusters, as a GitOps controller does after each push:
 * what the values of every environment render is applied, and what they do not render any more is deleted.
 *
 * What people have to do elsewhere is done here too, so that something is to be seen at once: the namespace, Secrets with
 * values by chance, and the stores that ExternalSecrets name.
 */
export class Deployer {
  readonly #clusters: ReadonlyMap<string, ClusterClient>;
  readonly #fallback: string;
  readonly #logger: LoggerService;
  /** What was applied last, by cluster, repository and environment. */
  readonly #applied = new Map<string, ObjectReference[]>();
  /** One deployment after the other, so that the later push wins. */
  #last: Promise<void> = Promise.resolve();

  /**
   * @param options - `clusters` are those that can be deployed to, by name; an environment that names another one goes to
   *   `fallback`
   */
  constructor(options: {
    clusters: ReadonlyMap<string, ClusterClient>;
    fallback: string;
    logger: LoggerService;
  }) {
    this.#clusters = options.clusters;
    this.#fallback = options.fallback;
    this.#logger = options.logger;
  }

  /** Deploys what is on the default branch; resolves once it is applied, and never rejects. */
  deploy(repository: Repository): Promise<void> {
    this.#last = this.#last
      .then(() => this.#deploy(repository))
      .catch(error => {
        this.#logger.warn(`${repository.fullName} was not deployed: ${error}`);
      });
    return this.#last;
  }

  async #deploy(repository: Repository): Promise<void> {
    if ((await repository.branches()).length === 0) {
      return;
    }
    const commit = await repository.resolveCommit(
      await repository.defaultBranch(),
    );
    const files = await repository.files(commit, isReadOfRepository);
    if (files.size === 0) {
      // Not every repository is one of an instance.
      return;
    }
    const read = readRepository(files);
    if (!read.ok) {
      throw new Error(read.issues.map(formatIssue).join('; '));
    }
    for (const environment of read.value) {
      try {
        await this.#deployEnvironment(repository, environment);
      } catch (error) {
        this.#logger.warn(
          `${repository.fullName}, environment ${environment.name}, was not deployed: ${error}`,
        );
      }
    }
  }

  async #deployEnvironment(
    repository: Repository,
    { name, cluster, release, values, problem }: RepositoryEnvironment,
  ): Promise<void> {
    if (values === undefined) {
      throw new Error(problem);
    }
    const place = this.#clusters.has(cluster) ? cluster : this.#fallback;
    const client = this.#clusters.get(place)!;
    const { namespace } = release;
    const objects = renderObjects(values, release);
    await client.apply({
      ...{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    });
    await this.#provide(client, namespace, objects);
    const known = `${place} ${repository.fullName} ${name}`;
    const references = objects.map(referenceTo);
    const gone = (this.#applied.get(known) ?? []).filter(
      before => !references.some(each => textOf(each) === textOf(before)),
    );
    for (const object of objects) {
      await client.apply(object);
    }
    for (const reference of gone) {
      await client.delete(reference);
    }
    this.#applied.set(known, references);
    this.#logger.info(
      `Deployed ${repository.fullName}, environment ${name}, to namespace ${namespace} of sample cluster ${place}`,
    );
  }

  /** What has to be there before, and what in a real cluster somebody else sees to. */
  async #provide(
    client: ClusterClient,
    namespace: string,
    objects: readonly KubernetesObject[],
  ): Promise<void> {
    for (const { kind, name } of neededStores(objects)) {
      await client.apply({
        apiVersion: 'external-secrets.io/v1',
        kind,
        metadata: {
          name,
          ...(kind === 'SecretStore' && { namespace }),
        },
        spec: {
          provider: { vault: { server: 'https://vault.example.com' } },
        },
      });
    }
    for (const secret of missingSecrets(objects)) {
      const there = await client.secretKeys(namespace, secret.name);
      const keys = secret.keys.filter(key => !there?.includes(key));
      if (there === undefined || keys.length > 0) {
        await client.apply(sampleSecret(namespace, { ...secret, keys }));
      }
    }
  }
}

/** A Secret as it is needed, with values that nobody knows. */
function sampleSecret(
  namespace: string,
  { name, keys, hosts }: MissingSecret,
): KubernetesObject {
  const base = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace },
  };
  if (hosts === undefined && !keys.includes('tls.crt')) {
    return {
      ...base,
      stringData: Object.fromEntries(keys.map(key => [key, sampleValue(key)])),
    };
  }
  const now = Date.now();
  const { cert, key } = selfSigned({
    names: hosts?.length ? hosts : [name],
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(now + CERTIFICATE_MS),
    key: makeKey(),
  });
  return {
    ...base,
    type: 'kubernetes.io/tls',
    stringData: { 'tls.crt': cert, 'tls.key': key },
  };
}
