import type {
  ContainerStatus,
  PodStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentStatus } from '../DeploymentStatus';
import type { Moment } from './Moment';

const roles = ['api', 'orchestrator', 'dashboard'] as const;

function running(
  at: Moment,
  name: string,
  image: string,
  age: number,
): ContainerStatus {
  return {
    name,
    role: roles.find(role => role === name),
    ...{ kind: 'container', image },
    state: { type: 'running', since: at.ago(age, 'h') },
    ...{ ready: true, restarts: 0, health: 'Healthy' },
    sentence: 'Runs and is ready',
  };
}

const initialized = (at: Moment, image: string): ContainerStatus => ({
  ...{ name: 'config-init', kind: 'init', image },
  state: {
    ...{ type: 'terminated', reason: 'Completed', exitCode: 0 },
    since: at.ago(6, 'd'),
  },
  ...{ ready: true, restarts: 0, health: 'Healthy' },
  sentence: 'Has done its work',
});

const crashing = (at: Moment, image: string): ContainerStatus => ({
  ...{ name: 'orchestrator', role: 'orchestrator', kind: 'container', image },
  state: {
    ...{ type: 'waiting', reason: 'CrashLoopBackOff' },
    message: 'back-off 5m0s restarting failed container',
    since: at.ago(70, 's'),
  },
  ...{ ready: false, restarts: 7, lastRestartAt: at.ago(70, 's') },
  lastTermination: {
    ...{ exitCode: 42, reason: 'Error', message: 'the model folder is locked' },
    ...{ startedAt: at.ago(75, 's'), finishedAt: at.ago(70, 's') },
  },
  health: 'Degraded',
  sentence: 'Waits with CrashLoopBackOff; ended with exit code 42 before',
});

const waiting = (image: string): ContainerStatus => ({
  ...{ name: 'api', role: 'api', kind: 'container', image },
  state: {
    ...{ type: 'waiting', reason: 'CreateContainerConfigError' },
    message: 'secret "alexandria-auth" not found',
  },
  ...{ ready: false, restarts: 0, health: 'Degraded' },
  sentence:
    'Waits with CreateContainerConfigError: secret "alexandria-auth" not found',
});

/** The pods of a Deployment, as its replicas and its findings have it. */
export function podsOf(at: Moment, status: DeploymentStatus): PodStatus[] {
  const { replicas, images = [], findings, deployment } = status;
  const has = (code: string) => findings.some(each => each.code === code);
  const imageOf = (container: string) =>
    images.find(each => each.container === container)?.image ?? '';
  const containersOf = (isUnwell: boolean): ContainerStatus[] => [
    initialized(at, imageOf('config-init')),
    ...roles.map(role => {
      if (isUnwell && role === 'orchestrator' && has('ContainerCrashLooping')) {
        return crashing(at, imageOf(role));
      }
      return isUnwell && role === 'api' && has('SecretMissing')
        ? waiting(imageOf(role))
        : running(at, role, imageOf(role), 140);
    }),
  ];
  const { wanted = 0, available = 0, updated = 0 } = replicas ?? {};
  return Array.from({ length: wanted }, (_, index) => {
    const isUnwell = index < wanted - available;
    const isNew = index < updated;
    return {
      object: {
        kind: 'Pod',
        namespace: deployment.namespace,
        name: `alexandria-${isNew ? '6c9f7d5b8' : '7d4b9c6f5'}-x${index}x7k`,
      },
      node: `ip-10-0-${index}-17.eu-central-1.compute.internal`,
      createdAt: at.ago(isUnwell ? 12 : 144, isUnwell ? 'min' : 'h'),
      ...{ revision: isNew ? 13 : 12, current: isNew },
      ...{ phase: isUnwell ? 'Pending' : 'Running', ready: !isUnwell },
      health: isUnwell ? 'Degraded' : 'Healthy',
      sentence: isUnwell
        ? 'Not ready: a container does not run'
        : 'Runs, and all 3 containers are ready',
      containers: containersOf(isUnwell),
    };
  });
}
