import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  crds,
  startControlPlane,
  startToxiproxy,
  type ControlPlane,
  type ToxicLine,
} from '@alexandriaproject/test-rig';
import { setTimeout as sleep } from 'timers/promises';
import { AdminApi } from './AdminApi';
import { AnswerLog, type Answer } from './AnswerLog';
import {
  clusterEntry,
  IDENTITY_NAMESPACE,
  must,
  tokenOf,
  type ClusterEntry,
} from './clusterEntry';
import type { PortalOptions } from './portalOptions';
import { untilSaid, type Portal } from './untilSaid';
import { WatchingPortal } from './WatchingPortal';
import { WrittenInstance } from './WrittenInstance';

const ID = 'backstage.io/kubernetes-id';
const CLUSTER = 'backstage.io/kubernetes-cluster';

/** How long anything may take that no fault holds up, in seconds. */
const PROMPT = 20;

/** How long it may take until a fault is noticed, or is over once it is mended, in seconds. */
const PATIENCE = 45;

/** Something that is wrong with a cluster for a while. */
export interface Fault {
  inflict(): Promise<unknown>;
  mend(): Promise<unknown>;
  /** What is said of the cluster meanwhile; absent when nothing is to be noticed. */
  message?: RegExp;
  /** What else may be said on the way there and back. */
  also?: RegExp;
  /** Whether the API server takes no change while the fault lasts: the truth changes as soon as it is mended. */
  isDeaf?: boolean;
}

/** What was answered while a cluster had a fault. */
export interface Undergone {
  /** What was said of it and is not so. */
  wrong: string[];
  /** Its conditions, without repetitions. */
  conditions: string[];
  /** From the end of `mend` to what is so, in milliseconds. */
  recovery: number;
}

/** What is said of a cluster that has a fault which is noticed. */
export const NOTICED = ['Current', 'Failing', 'Current'];

/** What is said of an instance in the south that fails and serves again. */
export const UNTOUCHED = ['Healthy', 'Degraded', 'Healthy'].map(
  health => `${health}, 1 Deployment, Current`,
);

const withoutRepetitions = (texts: string[]) =>
  texts.filter((text, index) => text !== texts[index - 1]);

const isCurrent = ({ clusters }: InstanceStatus) =>
  clusters.every(({ condition }) => condition === 'Current');

const is = (health: string) => (said: InstanceStatus) =>
  said.health === health && isCurrent(said);

/**
 * A control plane that is several clusters of the portal, each reached on a line of its own, on which there may be faults; and
 * the south, another one, which has none.
 */
export class FaultyClusters {
  private constructor(
    readonly plane: ControlPlane,
    readonly api: AdminApi,
    readonly lines: Record<string, ToxicLine>,
    /** The instance in all of these clusters; the entity is called as the cluster is. */
    readonly payments: WrittenInstance,
    /** The instance in the south. */
    readonly orders: WrittenInstance,
    private readonly options: PortalOptions,
    private readonly parts: { stop(): Promise<void> | void }[],
    private portal: WatchingPortal,
  ) {}

  /**
   * @param names - of the clusters, and of the portal's identity in each
   * @param entities - more of them, with their annotations
   */
  static async start(
    names: readonly string[],
    entities: PortalOptions['entities'] = {},
  ): Promise<FaultyClusters> {
    const parts: { stop(): Promise<void> | void }[] = [];
    const keep = <T extends { stop(): Promise<void> | void }>(part: T): T => {
      parts.unshift(part);
      return part;
    };
    try {
      const toxiproxy = keep(await startToxiproxy());
      const plane = keep(await startControlPlane());
      const south = keep(await startControlPlane());
      const api = keep(await AdminApi.of(plane));
      await plane.applyCrds(
        (await crds()).filter(file => file.includes('certificates')),
      );
      const payments = new WrittenInstance(api, 'payments');
      const orders = new WrittenInstance(
        keep(await AdminApi.of(south)),
        'orders',
      );
      await payments.create();
      await payments.certify();
      await orders.create();

      const lines: Record<string, ToxicLine> = {};
      const clusters: ClusterEntry[] = [await clusterEntry(south, 'south')];
      for (const name of names) {
        lines[name] = await toxiproxy.lineTo(plane.url);
        clusters.push({
          ...(await clusterEntry(plane, name, { identity: name })),
          url: lines[name].url,
        });
      }
      const watched = {
        clusters,
        entities: {
          ...entities,
          orders: { [CLUSTER]: 'south' },
          ...Object.fromEntries(
            names.map(name => [name, { [ID]: 'payments', [CLUSTER]: name }]),
          ),
        },
      };
      const portal = keep(await WatchingPortal.start(watched));
      for (const name of [...names, 'orders']) {
        await untilSaid(portal, name, is('Healthy'));
      }
      return new FaultyClusters(
        ...([plane, api, lines, payments, orders] as const),
        ...([watched, parts, portal] as const),
      );
    } catch (error) {
      await stopAll(parts);
      throw error;
    }
  }

  /** Puts a new portal in the place of the one that watches. */
  async restartPortal(): Promise<Portal> {
    const { portal, parts } = this;
    await portal.stop();
    this.portal = await WatchingPortal.start(this.options);
    parts.splice(parts.indexOf(portal), 1, this.portal);
    return this.portal;
  }

  /** Asks about an entity until something is so, and gives what was said then. */
  async until(
    name: string,
    isSo: (said: InstanceStatus) => boolean,
  ): Promise<InstanceStatus> {
    const seen = await untilSaid(this.portal, name, isSo, PATIENCE);
    return seen[seen.length - 1];
  }

  #entry(name: string): ClusterEntry {
    return this.options.clusters.find(entry => entry.name === name)!;
  }

  /** Lets the token of the portal's identity be good no longer: it was given to an account of the same name that is gone. */
  async endToken(name: string): Promise<void> {
    for (const verb of ['delete', 'create']) {
      await must(this.plane, [
        ...[verb, 'serviceaccount', name],
        `--namespace=${IDENTITY_NAMESPACE}`,
      ]);
    }
    await untilRefused(this.plane, this.#entry(name).serviceAccountToken);
  }

  /** Gives the portal's configuration a new token, as when the file that it includes is written anew. */
  async rotateToken(name: string): Promise<void> {
    this.#entry(name).serviceAccountToken = await tokenOf(this.plane, name);
    this.portal.configure(this.options);
  }

  /** Begins to ask about the entity of a cluster again and again. */
  log(name: string): AnswerLog {
    return new AnswerLog(this.portal, [name]);
  }

  async stop(): Promise<void> {
    await stopAll(this.parts);
  }

  /**
   * Lets clusters have faults, all at once, while an instance fails there and in the south, and tells what was answered.
   *
   * @returns of each, and what was said of the south, without repetitions
   */
  async undergo(
    faults: Record<string, Fault>,
  ): Promise<{ clusters: Record<string, Undergone>; south: string[] }> {
    const names = Object.keys(faults);
    const log = new AnswerLog(this.portal, [...names, 'orders']);
    const each = (act: (name: string, fault: Fault) => Promise<unknown>) =>
      Promise.all(names.map(name => act(name, faults[name])));
    const change = async (isDeaf: boolean) => {
      if (Object.values(faults).some(fault => !!fault.isDeaf === isDeaf)) {
        await this.payments.fail();
      }
    };
    try {
      await each(name => log.until(name, is('Healthy'), PATIENCE));

      await each((_, fault) => fault.inflict());
      await change(false);
      await each((name, { message }) =>
        log.until(
          name,
          said =>
            message
              ? message.test(said.clusters[0].message ?? '')
              : is('Degraded')(said),
          PATIENCE,
        ),
      );
      await this.orders.fail();
      await log.until('orders', is('Degraded'), PROMPT);
      await this.orders.serve();
      await log.until('orders', is('Healthy'), PROMPT);

      await each((_, fault) => fault.mend());
      const mended = Date.now();
      await change(true);
      const recoveries: Record<string, number> = {};
      await each(async name => {
        await log.until(name, is('Degraded'), PATIENCE);
        recoveries[name] = Date.now() - mended;
      });
      await this.payments.serve();
      await each(name => log.until(name, is('Healthy'), PROMPT));

      const clusters = Object.fromEntries(
        names.map(name => [
          name,
          {
            wrong: this.#wrong(log.of(name), faults[name]),
            conditions: withoutRepetitions(
              log.of(name).map(({ said }) => said.clusters[0].condition),
            ),
            recovery: recoveries[name],
          },
        ]),
      );
      const south = log
        .of('orders')
        .map(
          ({ said }) =>
            `${said.health}, ${said.deployments.length} Deployment, ${said.clusters[0].condition}`,
        );
      return { clusters, south: withoutRepetitions(south) };
    } finally {
      await log.stop();
    }
  }

  #wrong(answers: Answer[], { message, also }: Fault): string[] {
    const wrong = answers.flatMap(({ at, said }) => {
      const { health, partial, clusters, deployments } = said;
      const [cluster] = clusters;
      const [deployment] = deployments;
      const isWhole =
        deployment?.replicas?.wanted === 2 &&
        deployment.secrets.length === 1 &&
        deployment.findings.some(({ code }) => code === 'CertificateExpiring');
      const isKnown = cluster.condition === 'Current';
      const observedAt = Date.parse(deployment?.observedAt);
      return [
        !isWhole && `it lacks what is there: ${JSON.stringify(said)}`,
        health === 'Healthy' &&
          !this.payments.mayHaveServed(observedAt, at) &&
          'it has not been Healthy since it was observed',
        health === 'Healthy' &&
          !isKnown &&
          'it is Healthy in a cluster that is not known',
        partial === isKnown && 'partial is not what the cluster says',
        cluster.message !== undefined &&
          !message?.test(cluster.message) &&
          !also?.test(cluster.message) &&
          `the cluster says: ${cluster.message}`,
      ].filter(text => text !== false);
    });
    return [...new Set(wrong)];
  }
}

/** How long an API server may go on taking a token that it has seen, in milliseconds: it remembers the answer for 10 s. */
const FORGET_MS = 20_000;

async function untilRefused(plane: ControlPlane, token: string) {
  const deadline = Date.now() + FORGET_MS;
  for (;;) {
    const { code, stderr } = await plane.kubectl([
      ...['get', '--raw=/api', `--token=${token}`],
    ]);
    if (code !== 0 && /Unauthorized/.test(stderr)) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(`the token is not refused: ${stderr}`);
    }
    await sleep(200);
  }
}

/** Stops everything, also when something cannot be stopped. */
async function stopAll(parts: { stop(): Promise<void> | void }[]) {
  const failures: unknown[] = [];
  for (const part of parts) {
    try {
      await part.stop();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    throw failures[0];
  }
}
