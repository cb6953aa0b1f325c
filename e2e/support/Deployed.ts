import type { Cluster } from '@alexandriaproject/test-rig';
import { setTimeout as sleep } from 'timers/promises';
import { missingReferences, type PodSpec } from './missingReferences';

/** What the chart or the overlay may have applied, but for what controllers make of it. */
const KINDS = [
  ...['deployment', 'service', 'configmap', 'serviceaccount', 'pvc', 'role'],
  ...['rolebinding', 'job', 'pdb', 'hpa', 'ingress', 'networkpolicy'],
  ...['certificate', 'externalsecret', 'httproute', 'servicemonitor'],
].join(',');

const SELECTOR = 'app.kubernetes.io/instance=alexandria';

interface ObjectMeta {
  name: string;
  resourceVersion: string;
  annotations?: Record<string, string>;
}

/** An object as the API gives it, as far as it is looked at here. */
export interface KubernetesObject<Spec = unknown> {
  kind: string;
  metadata: ObjectMeta;
  spec: Spec;
}

interface Pod extends KubernetesObject<PodSpec> {
  status: { containerStatuses?: Array<{ ready: boolean }> };
}

interface DeploymentSpec {
  replicas: number;
  template: { spec: PodSpec };
}

/**
 * What was last written to each object, by kind and name: its resource version or, where a controller keeps writing a
 * status, everything else.
 */
export type Versions = Record<string, string>;

interface Written extends KubernetesObject {
  status?: unknown;
  metadata: ObjectMeta & { managedFields?: Array<{ subresource?: string }> };
}

/** The Deployment's controller counts the ReplicaSets here. */
const REVISION = 'deployment.kubernetes.io/revision';

function versionOf({ status, ...object }: Written): string {
  const { resourceVersion, managedFields, annotations, ...metadata } =
    object.metadata;
  if (status === undefined) {
    return resourceVersion;
  }
  const { [REVISION]: _, ...written } = annotations ?? {};
  return JSON.stringify({
    ...object,
    metadata: {
      ...metadata,
      annotations: written,
      managedFields: managedFields?.filter(
        ({ subresource }) => subresource !== 'status',
      ),
    },
  });
}

/** The objects that differ between two looks, or are in one of them only. */
export function changed(before: Versions, after: Versions): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(name => before[name] !== after[name])
    .sort();
}

/** One instance in one namespace of a cluster. */
export class Deployed {
  constructor(private readonly cluster: Cluster, readonly namespace: string) {}

  async kubectl(args: string[], input?: string): Promise<string> {
    const { code, stdout, stderr } = await this.cluster.kubectl(
      [...args, '--namespace', this.namespace],
      // What the API offers does not change while there is only one cluster.
      { input, env: { KUBECACHEDIR: `${this.cluster.kubeconfig}.cache` } },
    );
    if (code !== 0) {
      throw new Error(`kubectl ${args.join(' ')}: ${stderr}`);
    }
    return stdout;
  }

  async list<T>(...args: string[]): Promise<T[]> {
    return JSON.parse(await this.kubectl(['get', '--output=json', ...args]))
      .items;
  }

  /** What the instance's objects are now. */
  async look(): Promise<Versions> {
    const objects = await this.list<Written>(KINDS, '--selector', SELECTOR);
    return Object.fromEntries(
      objects.map(object => [
        `${object.kind}/${object.metadata.name}`,
        versionOf(object),
      ]),
    );
  }

  /** What they are once no controller writes to them any more. */
  async versions(): Promise<Versions> {
    let last = await this.look();
    for (let looked = 0; looked < 40; looked += 1) {
      await sleep(200);
      const now = await this.look();
      if (changed(last, now).length === 0) {
        return now;
      }
      last = now;
    }
    throw new Error(`the objects of ${this.namespace} do not come to rest`);
  }

  /** Its pods that are there to stay, as `kubectl get pods` shows them under READY. */
  async ready(): Promise<string[]> {
    const pods = await this.list<
      Pod & { metadata: { deletionTimestamp?: string } }
    >('pods', '--selector', `${SELECTOR},app.kubernetes.io/component=server`);
    return pods
      .filter(({ metadata }) => !metadata.deletionTimestamp)
      .map(({ spec, status }) => {
        const ready = status.containerStatuses?.filter(each => each.ready);
        return `${ready?.length ?? 0}/${spec.containers.length}`;
      });
  }

  async deployment(): Promise<DeploymentSpec> {
    const [{ spec }] = await this.list<KubernetesObject<DeploymentSpec>>(
      'deployment',
      '--selector',
      SELECTOR,
    );
    return spec;
  }

  /** The tags of the containers' images. */
  async images(): Promise<string[]> {
    const { template } = await this.deployment();
    return template.spec.containers.map(({ image }) => image.split(':')[1]);
  }

  /** Waits until every pod is of the template that was last written. */
  async rolledOut(): Promise<void> {
    await this.kubectl([
      ...['rollout', 'status', 'deployment/alexandria', '--timeout=40s'],
    ]);
  }

  /** How often the pods have been rolled since they first came up. */
  async rolls(): Promise<number> {
    const sets = await this.list('replicaset', '--selector', SELECTOR);
    return sets.length - 1;
  }

  /** What the pods name and is not there: a kubelet would not start them. */
  async missing(): Promise<string[]> {
    const { template } = await this.deployment();
    return missingReferences(
      template.spec,
      await this.list('secrets,configmaps,pvc,serviceaccounts'),
    );
  }

  /** The reasons of the events about objects of a kind. */
  async eventsOf(kind: string): Promise<string[]> {
    const events = await this.list<{ reason: string }>(
      'events',
      `--field-selector=involvedObject.kind=${kind}`,
    );
    return events.map(({ reason }) => reason);
  }

  /** Applies the permissions among a release's hooks, which Helm removes when a hook has succeeded. */
  async applyHooks(hooks: string): Promise<void> {
    const read = ['apply', '--dry-run=client', '--output=json', '-f', '-'];
    const { items } = JSON.parse(await this.kubectl(read, hooks)) as {
      items: KubernetesObject[];
    };
    await this.kubectl(
      ['apply', '-f', '-'],
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'List',
        items: items.filter(({ kind }) => kind !== 'Job' && kind !== 'Pod'),
      }),
    );
  }

  /** Every value in a Secret of the namespace; of registry credentials, each part. */
  async secretValues(): Promise<string[]> {
    const secrets = await this.list<{ data?: Record<string, string> }>(
      'secrets',
    );
    return secrets
      .flatMap(({ data = {} }) => Object.entries(data))
      .flatMap(([key, encoded]) => {
        const value = Buffer.from(encoded, 'base64').toString();
        return key === '.dockerconfigjson'
          ? Object.values<Record<string, string>>(
              JSON.parse(value).auths,
            ).flatMap(parts => Object.values(parts))
          : [value];
      });
  }
}
