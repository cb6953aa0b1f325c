import type {
  ContainerStatus,
  PodStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { detailsOf } from '../__testUtils__/detailsOf';
import {
  ago,
  condition,
  container,
  crashed,
  DAY,
  deployment,
  HOUR,
  MINUTE,
  Patch,
  pendingPod,
  pod,
  replicaSet,
  waiting,
} from '../__testUtils__/objects';
import { revision, wholeInstance } from '../__testUtils__/wholeInstance';

const podsOf = (...pods: Patch[]) =>
  detailsOf([deployment(), replicaSet(), ...pods]).pods;

describe('describePods', () => {
  it('tells a pod with its containers by kind and role', () => {
    const { pods } = detailsOf(wholeInstance());
    expect(pods.map(({ object }) => object.name)).toEqual([
      'alexandria-7d9f-fghij',
      'alexandria-7d9f-abcde',
    ]);
    expect(pods[0]).toEqual({
      object: {
        kind: 'Pod',
        namespace: 'library',
        name: 'alexandria-7d9f-fghij',
      },
      node: 'node-2',
      createdAt: ago(2 * HOUR),
      revision: 2,
      current: true,
      phase: 'Running',
      ready: true,
      health: 'Healthy',
      sentence: 'It is ready: 3 of 3 containers are.',
      containers: [
        {
          name: 'config-init',
          kind: 'init',
          image: 'ghcr.io/alexandriaproject/ce:v1.2.0',
          state: { type: 'terminated', exitCode: 0 },
          ready: true,
          restarts: 0,
          health: 'Healthy',
          sentence: 'It has done its work.',
        },
        {
          name: 'api',
          role: 'api',
          kind: 'container',
          image: 'ghcr.io/alexandriaproject/ee-api:v1.2.0',
          state: { type: 'running', since: ago(DAY) },
          ready: true,
          restarts: 0,
          health: 'Healthy',
          sentence: 'It runs and is ready.',
        },
        {
          name: 'orchestrator',
          role: 'orchestrator',
          kind: 'container',
          image: 'ghcr.io/alexandriaproject/ce:v1.2.0',
          state: { type: 'running', since: ago(DAY) },
          ready: true,
          restarts: 2,
          lastRestartAt: ago(90 * MINUTE),
          lastTermination: {
            exitCode: 137,
            reason: 'OOMKilled',
            startedAt: ago(2 * HOUR),
            finishedAt: ago(90 * MINUTE),
          },
          health: 'Healthy',
          sentence:
            'It runs and is ready. It was restarted 2 times, last 90 min ago.',
        },
        expect.objectContaining({ name: 'dashboard', role: 'dashboard' }),
      ],
    });
  });

  it.each<[string, Patch, Partial<ContainerStatus>]>([
    [
      'that crashes again and again',
      crashed('api', { exitCode: 1, message: 'no such table' }),
      {
        health: 'Degraded',
        state: {
          type: 'waiting',
          reason: 'CrashLoopBackOff',
          message: 'back-off 5m0s restarting',
          since: ago(30),
        },
        lastRestartAt: ago(30),
        sentence:
          'It crashes again and again. It ended with exit code 1: no such table.',
      },
    ],
    [
      'whose image cannot be pulled',
      waiting('api', 'ImagePullBackOff', 'unauthorized'),
      {
        health: 'Degraded',
        sentence: 'It cannot start, ImagePullBackOff: unauthorized.',
      },
    ],
    [
      'that is being made',
      waiting('api', 'ContainerCreating'),
      {
        health: 'Progressing',
        sentence: 'It waits to be started: ContainerCreating.',
      },
    ],
    [
      'that is not ready',
      container('api', { ready: false }),
      {
        health: 'Progressing',
        sentence: 'It runs and is not ready: its probe has not succeeded.',
      },
    ],
    [
      'that ended and says a credential',
      container('api', {
        ready: false,
        state: {
          running: undefined,
          terminated: {
            exitCode: 2,
            reason: 'Error',
            message: 'postgres://me:secret@db',
            finishedAt: ago(5),
          },
        },
      }),
      {
        health: 'Degraded',
        state: {
          type: 'terminated',
          reason: 'Error',
          message: 'postgres://***@db',
          exitCode: 2,
          since: ago(5),
        },
      },
    ],
    [
      'that ended well and is to run on',
      container('api', {
        ready: false,
        state: { running: undefined, terminated: { exitCode: 0 } },
      }),
      {
        health: 'Progressing',
        sentence: 'It ended and is to be started again.',
      },
    ],
    [
      'of which nobody has said anything',
      container('api', { ready: false, state: undefined }),
      {
        health: 'Progressing',
        state: { type: 'unknown' },
        sentence: 'It has not been started.',
      },
    ],
  ])('tells a container %s', (_, status, said) => {
    const [{ containers }] = podsOf(pod({}, status));
    expect(containers.find(({ name }) => name === 'api')).toMatchObject(said);
  });

  it('tells init containers, sidecars and containers of others apart', () => {
    const [{ containers }] = podsOf(
      pod({
        spec: {
          initContainers: [
            { name: 'config-init', image: 'a' },
            { name: 'dashboard', image: 'b', restartPolicy: 'Always' },
          ],
          containers: [
            { name: 'api', image: 'c' },
            { name: 'envoy', image: 'd' },
          ],
        },
        status: { containerStatuses: [] },
      }),
    );
    expect(
      containers.map(({ name, kind, role }) => [name, kind, role]),
    ).toEqual([
      ['config-init', 'init', undefined],
      ['dashboard', 'sidecar', undefined],
      ['api', 'container', 'api'],
      ['envoy', 'container', undefined],
    ]);
  });

  it.each<[string, Patch, Partial<PodStatus>]>([
    [
      'whose container fails',
      pod({}, crashed('orchestrator', { exitCode: 3 })),
      {
        health: 'Degraded',
        sentence:
          'orchestrator: It crashes again and again. It ended with exit code 3.',
      },
    ],
    [
      'that no node takes',
      pendingPod('0/3 nodes are available: insufficient cpu'),
      {
        node: undefined,
        phase: 'Pending',
        health: 'Degraded',
        sentence: 'Unschedulable: 0/3 nodes are available: insufficient cpu.',
      },
    ],
    [
      'whose node is silent',
      pod({ status: { conditions: [condition('Ready', 'Unknown')] } }),
      { health: 'Unknown', sentence: 'Its node does not report.' },
    ],
    [
      'that is being ended',
      pod({ metadata: { deletionTimestamp: ago(-20) } }),
      {
        deletedAt: ago(-20),
        health: 'Progressing',
        sentence: 'It is being ended.',
      },
    ],
    [
      'that does not end',
      pod({ metadata: { deletionTimestamp: ago(10 * MINUTE) } }),
      {
        health: 'Progressing',
        sentence: 'It should have ended 10 min ago.',
      },
    ],
    [
      'that was evicted',
      pod({
        status: {
          phase: 'Failed',
          reason: 'Evicted',
          message: 'The node was low on memory.',
        },
      }),
      {
        health: 'Degraded',
        sentence: 'Evicted: The node was low on memory.',
      },
    ],
    [
      'whose ReplicaSet is not at hand',
      pod({
        metadata: {
          ownerReferences: [
            { kind: 'ReplicaSet', name: 'gone', controller: true },
          ],
        },
      }),
      { revision: undefined, current: undefined },
    ],
  ])('tells a pod %s', (_, given, said) => {
    expect(podsOf(given)).toEqual([expect.objectContaining(said)]);
  });

  it('says of which revision a pod is', () => {
    const { pods } = detailsOf([
      deployment({ metadata: { annotations: revision(2) } }),
      replicaSet({ metadata: { annotations: revision(1) } }),
      pod(),
    ]);
    expect(pods).toMatchObject([{ revision: 1, current: undefined }]);
  });

  it('puts those that are not well first, and those that ended last', () => {
    const named = (name: string, patch: Patch = {}, ...statuses: Patch[]) =>
      pod({ ...patch, metadata: { name } }, ...statuses);
    const order = podsOf(
      named('a', { status: { phase: 'Failed' } }),
      named('b'),
      named('c', {}, waiting('api', 'ContainerCreating')),
      named('d', {}, crashed('api', { exitCode: 1 })),
      pod({ metadata: { name: 'e', creationTimestamp: ago(HOUR) } }),
    ).map(({ object }) => object.name);
    expect(order).toEqual(['d', 'c', 'e', 'b', 'a']);
  });
});
