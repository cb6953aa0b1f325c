import type { InstanceInput } from '@alexandriaproject/alexandria-manifests';
import type { Cluster } from '@alexandriaproject/test-rig';
import fs from 'fs/promises';
import path from 'path';
import { Deployed } from './Deployed';
import { GeneratedRepository } from './GeneratedRepository';
import { Operator } from './Operator';
import {
  fetchExternalSecrets,
  issueCertificates,
  writeCertificate,
} from './standIns';
import { Terminal } from './Terminal';
import type { Variant } from './variants';

/** A way to deploy, and what a team answers to take it. */
export interface Way {
  way: string;
  manifests: 'helm' | 'kustomize' | 'both';
  /** Which Helm is called helm. */
  helmMajor: 3 | 4;
}

export const ways: Way[] = [
  { way: 'helm-3', manifests: 'helm', helmMajor: 3 },
  { way: 'helm-4', manifests: 'helm', helmMajor: 4 },
  { way: 'kustomize', manifests: 'kustomize', helmMajor: 4 },
];

/** Does the same in every way at once. */
export async function inEveryWay<T>(
  work: (way: Way) => Promise<T>,
): Promise<Record<string, T>> {
  const outcomes = ways.map(async way => [way.way, await work(way)]);
  return Object.fromEntries(await Promise.all(outcomes));
}

/** One outcome in every way. */
export function everyWay<T>(outcome: T): Record<string, T> {
  return Object.fromEntries(ways.map(({ way }) => [way, outcome]));
}

/** A person with a repository of a variant's answers, which may change, and a cluster. */
export class Desk extends Operator {
  private constructor(
    private readonly cluster: Cluster,
    private readonly variant: Variant,
    private readonly way: Way,
    private readonly folder: string,
    repository: GeneratedRepository,
    terminal: Terminal,
  ) {
    super(repository, terminal);
  }

  static async set(
    cluster: Cluster,
    variant: Variant,
    way: Way,
    scratch: string,
  ): Promise<Desk> {
    const folder = await fs.mkdtemp(path.join(scratch, 'desk-'));
    const repository = new GeneratedRepository(path.join(folder, 'clone'));
    const terminal = await Terminal.open({
      directory: repository.folder,
      cluster,
      helmMajor: way.helmMajor,
      scratch: path.join(folder, 'person'),
    });
    const desk = new Desk(cluster, variant, way, folder, repository, terminal);
    await desk.answer();
    // From the authority that their browsers trust, where no issuer makes it.
    await writeCertificate(repository.folder, 'tls', 'dev.acme.io');
    return desk;
  }

  /** Writes the repository anew, with other answers than before where some are given. */
  async answer(
    change: (input: InstanceInput) => InstanceInput = input => input,
  ): Promise<void> {
    const { name, answers, environments } = this.variant;
    await this.repository.write(
      change({
        name,
        owner: 'group:default/payments',
        repoUrl: 'github.com?owner=acme&repo=assistant',
        ...answers,
        environments: environments.map(environment => ({
          ...environment,
          namespace: this.namespaceOf(environment.name),
        })),
        delivery: { manifests: this.way.manifests },
      }),
    );
  }

  deployed(environment: string): Deployed {
    return new Deployed(this.cluster, this.namespaceOf(environment));
  }

  /** Deploys an environment as its section of the README says, and has the operators of the cluster do their part. */
  async deploy(environment: string): Promise<Deployed> {
    await this.follow(environment);
    const deployed = this.deployed(environment);
    await fetchExternalSecrets(deployed);
    await issueCertificates(deployed, this.folder);
    return deployed;
  }

  private namespaceOf(environment: string): string {
    return `${this.variant.name}-${this.way.way}-${environment}`;
  }
}
