import type {
  DeploymentDetails,
  InstanceStatus,
  SecretTier,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { crds, startCluster, type Cluster } from '@alexandriaproject/test-rig';
import path from 'path';
import { worstFinding } from '../../plugins/alexandria/src/status/words/headline';
import { askUntil } from './askUntil';
import { clusterEntry, must } from './clusterEntry';
import { helmCommand } from './helmCommand';
import type { PushedRepository } from './PushedRepository';
import { untilSaid } from './untilSaid';
import { WatchedPortal } from './WatchedPortal';

const CHART = path.join(__dirname, '../../packages/alexandria-manifests/chart');

/** The namespace that the manifests in rbac speak of. */
const NAMESPACE = 'alexandria';

type DeploymentStatus = InstanceStatus['deployments'][number];
export type Finding = DeploymentStatus['findings'][number];

/** The real tools that it takes. */
export const OBSERVING = ['cluster', 'helm-4', 'chromium'] as const;

/** Whether a finding is there with a severity at which somebody acts. */
const isActedOn = ({ deployments }: InstanceStatus, code: string) =>
  Boolean(
    deployments[0]?.findings.some(
      each => each.code === code && each.severity !== 'info',
    ),
  );

/**
 * A cluster with the portal watching it as the identity of a tier, instances that Helm installs, and a person who has the card
 * and the page of each before them.
 */
export class Observed {
  private constructor(
    private readonly cluster: Cluster,
    private readonly portal: WatchedPortal,
  ) {}

  /**
   * @param names - the entities of the catalog, each an instance of the same name once it is installed
   * @param options - `metrics`: whether the cluster has a metrics API; `repository`: what the first of them asks for
   */
  static async start(
    names: string[],
    tier: SecretTier,
    options: { metrics?: boolean; repository?: PushedRepository } = {},
  ): Promise<Observed> {
    const { metrics, repository } = options;
    const cluster = await startCluster();
    try {
      if (metrics) {
        await cluster.serveMetrics();
      }
      await cluster.applyCrds(await crds());
      await cluster.createNamespace(NAMESPACE, 'restricted');
      const portal = await WatchedPortal.start({
        clusters: [await clusterEntry(cluster, 'north', { tier })],
        entities: Object.fromEntries(
          names.map((name, index) => [
            name,
            index === 0 && repository ? repository.annotations : {},
          ]),
        ),
        tiers: { north: tier },
        integrations: repository?.integrations,
      });
      return new Observed(cluster, portal);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.portal.stop();
    await this.cluster.stop();
  }

  /** Runs kubectl in the namespace of the instances. */
  kubectl(args: string[], input?: string): Promise<string> {
    return must(this.cluster, [...args, `--namespace=${NAMESPACE}`], input);
  }

  patch(target: string, patch: object, ...args: string[]): Promise<string> {
    return this.kubectl([
      ...['patch', target, '--type=merge', '--patch', JSON.stringify(patch)],
      ...args,
    ]);
  }

  /** Runs the command that a remedy begins with. */
  follow({ remedy }: Finding): Promise<string> {
    const [program, ...args] = remedy
      .split(/[;,]|\s\(/)[0]
      .trim()
      .split(' ');
    if (program !== 'kubectl') {
      throw new Error(`the remedy begins with no command: ${remedy}`);
    }
    return must(this.cluster, args);
  }

  /** Installs or changes an instance, with values as `--set` takes them. */
  install(name: string, ...values: string[]): Promise<void> {
    return this.upgrade(
      ...[name, CHART],
      ...[`backstage.entityName=${name}`, `fullnameOverride=${name}`]
        .concat(values)
        .flatMap(value => ['--set', value]),
    );
  }

  /** Installs or changes an instance from its repository, as the README there says. */
  deploy(
    { folder }: PushedRepository,
    environment: string,
    ...flags: string[]
  ): Promise<void> {
    return this.upgrade(
      ...['alexandria', path.join(folder, 'k8s/helm/alexandria-ee')],
      ...['-f', path.join(folder, `values-${environment}.yaml`)],
      ...flags,
    );
  }

  private upgrade(release: string, ...args: string[]): Promise<void> {
    return helmCommand(this.cluster, [
      ...['upgrade', '--install', release, ...args],
      `--namespace=${NAMESPACE}`,
    ]);
  }

  status(name: string): Promise<InstanceStatus> {
    return this.portal.api.status(name);
  }

  /** What is said of the Deployment of an instance, which is called as it is unless another name is given. */
  details(name: string, deployment = name): Promise<DeploymentDetails> {
    return this.portal.api.details(name, `north/${NAMESPACE}/${deployment}`);
  }

  /** Asks for the details until something is so, and gives them. */
  async untilDetails(
    name: string,
    isSo: (said: DeploymentDetails) => boolean,
    deployment = name,
  ): Promise<DeploymentDetails> {
    const seen = await askUntil(() => this.details(name, deployment), isSo);
    return seen[seen.length - 1];
  }

  /** Asks until something is so, and gives what was said on the way. */
  until(
    name: string,
    isSo: (said: InstanceStatus) => boolean,
    seconds?: number,
  ): Promise<InstanceStatus[]> {
    return untilSaid(this.portal.api, name, isSo, seconds);
  }

  /**
   * Waits for a finding with a severity at which somebody acts, and for the health that it has then: from the backend, and on
   * the screen.
   */
  async finding(name: string, code: string, health: string): Promise<Finding> {
    await this.until(
      name,
      said => said.health === health && isActedOn(said, code),
      100,
    );
    return this.shown(name, code, health);
  }

  /**
   * Waits until the card and the page show a health, the page a finding as the backend has it then, and the card the one to act
   * on first, which is the same unless another is as severe.
   */
  async shown(name: string, code: string, health: string): Promise<Finding> {
    const screens = this.portal.screens.get(name)!;
    const seen = await askUntil(
      async () => {
        const status = await this.status(name);
        const page = status.deployments[0]?.findings.find(
          each => each.code === code,
        );
        const card = worstFinding(status)?.finding;
        return { page, lack: await screens.lack(health, { card, page }) };
      },
      ({ page, lack }) => page !== undefined && lack.length === 0,
    );
    return seen[seen.length - 1].page!;
  }

  /** Waits until a finding is gone and the instance is Healthy, from the backend and on the screen. */
  async clears(name: string, { code, title }: Finding): Promise<void> {
    await this.until(
      name,
      ({ health, deployments }) =>
        health === 'Healthy' &&
        deployments[0].findings.every(each => each.code !== code),
    );
    const screens = this.portal.screens.get(name)!;
    await askUntil(
      async () => [
        ...(await screens.lack('Healthy')),
        ...(await screens.say(title)),
        ...screens.complaints,
      ],
      wrong => wrong.length === 0,
    );
  }
}
