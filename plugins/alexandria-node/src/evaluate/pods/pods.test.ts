import {
  ago,
  condition,
  container,
  crashed,
  DAY,
  deployment,
  downDeployment,
  event,
  HOUR,
  instance,
  MINUTE,
  object,
  pendingPod,
  pod,
  replicaSet,
  waiting,
} from '../__testUtils__/objects';
import {
  codesOf,
  codesOfRules,
  finding,
  ruleTable,
  verdictsOf,
} from '../__testUtils__/ruleCases';
import { podRules } from '.';

const NAME = 'alexandria-7d9f-abcde';
const POD = `Pod/${NAME}`;

const REFUSED =
  'Failed to pull image "ghcr.io/alexandriaproject/ce:v1.2.0": 401 Unauthorized';

const oom = { exitCode: 137, reason: 'OOMKilled' };
const error = { exitCode: 3, reason: 'Error' };

const pending = (reason: string, message: string) =>
  pod(
    { status: { phase: 'Pending' } },
    waiting('orchestrator', reason, message),
  );

const rollingOut = (status = {}) =>
  deployment({
    status: {
      readyReplicas: 0,
      availableReplicas: 0,
      conditions: [condition('Progressing', 'True', 'ReplicaSetUpdated')],
      ...status,
    },
  });

const unready = (since: string, seconds = 0) =>
  pod(
    {
      status: {
        conditions: [
          condition(
            'ContainersReady',
            'False',
            'ContainersNotReady',
            '',
            since,
          ),
          condition('Ready', 'False', 'ContainersNotReady', '', since),
        ],
      },
    },
    container('api', {
      ready: false,
      state: { running: { startedAt: ago(seconds || DAY) } },
    }),
  );

describe('pods', () => {
  const { codes, fires, nearMisses } = ruleTable({
    ImagePullFailed: {
      fires: {
        'the registry refuses it': [
          [
            downDeployment(),
            pending('ErrImagePull', 'manifest unknown: v9.9.9'),
          ],
          {
            health: 'Degraded',
            severity: 'critical',
            object: POD,
            title: 'ghcr.io/alexandriaproject/ce:v1.2.0 of orchestrator',
            cause:
              'manifest unknown: v9.9.9. For users: no agent and no query.',
            remedy: 'kubectl describe pod alexandria-7d9f-abcde -n library',
          },
        ],
        'an event says what the registry answered': [
          [
            downDeployment(),
            pending('ImagePullBackOff', 'Back-off pulling image'),
            event('Pod', NAME, 'Failed', 'Error: ImagePullBackOff'),
            {
              ...event('Pod', NAME, 'Failed', REFUSED),
              metadata: { name: 'pull', namespace: 'library' },
              lastTimestamp: ago(60),
            },
          ],
          { cause: `ImagePullBackOff: ${REFUSED}.` },
        ],
        'the kubelet waits before it asks again': [
          [downDeployment(), pending('ImagePullBackOff', 'Back-off pulling')],
          { remedy: 'image.orchestrator' },
        ],
        'an init container lacks its image': [
          [
            downDeployment(),
            pod({}, waiting('config-init', 'ImagePullBackOff')),
          ],
          { title: 'config-init', cause: 'The pod does not start' },
        ],
        'it may never be pulled, while another replica serves': [
          [deployment(), pending('ErrImageNeverPull', '')],
          { cause: 'Other replicas serve.' },
        ],
      },
      nearMisses: {
        'it is being pulled': [rollingOut(), pending('ContainerCreating', '')],
        'it is the pod of a Job': [
          deployment(),
          pod({
            metadata: {
              ownerReferences: [{ kind: 'Job', name: 'x', controller: true }],
            },
            status: {
              containerStatuses: [waiting('api', 'ImagePullBackOff')],
            },
          }),
        ],
        'the pod is on its way out': [
          deployment(),
          pod(
            { metadata: { deletionTimestamp: ago(1) } },
            waiting('api', 'ImagePullBackOff'),
          ),
        ],
        'it is a pod of another instance': [
          deployment(),
          pod(
            {
              metadata: { labels: { 'app.kubernetes.io/instance': 'other' } },
            },
            waiting('api', 'ImagePullBackOff'),
          ),
        ],
      },
    },
    ImageNameInvalid: {
      fires: {
        'no registry is even asked': [
          [downDeployment(), pending('InvalidImageName', 'invalid reference')],
          {
            health: 'Degraded',
            cause: 'invalid reference',
            remedy: 'image.orchestrator.repository',
          },
        ],
      },
      nearMisses: {
        'the name is good and the image is not there': [
          downDeployment(),
          pending('ErrImagePull', 'not found'),
        ],
      },
    },
    ContainerConfigInvalid: {
      fires: {
        'a ConfigMap is not there': [
          [
            downDeployment(),
            pending(
              'CreateContainerConfigError',
              'configmap "alexandria-config" not found',
            ),
          ],
          {
            health: 'Degraded',
            title: 'ConfigMap alexandria-config',
            remedy: 'kubectl get configmap alexandria-config -n library',
          },
        ],
        'the user is refused': [
          [
            downDeployment(),
            pending(
              'CreateContainerConfigError',
              'container has runAsNonRoot and image will run as root',
            ),
          ],
          { title: 'orchestrator', cause: 'runAsNonRoot' },
        ],
      },
      nearMisses: {
        'a Secret is not there': [
          downDeployment(),
          pending(
            'CreateContainerConfigError',
            'secret "alexandria-auth" not found',
          ),
        ],
      },
    },
    ContainerCreateFailed: {
      fires: {
        'the runtime refuses it': [
          [downDeployment(), pending('CreateContainerError', 'no command')],
          { health: 'Degraded', cause: 'no command' },
        ],
        'it cannot be run': [
          [downDeployment(), pending('RunContainerError', 'exec: not found')],
          { cause: 'exec: not found' },
        ],
        'a reason that is new': [
          [downDeployment(), pending('FrobnicateError', 'x')],
          { cause: 'FrobnicateError' },
        ],
      },
      nearMisses: {
        'it is being created': [rollingOut(), pending('ContainerCreating', '')],
        'its configuration is wrong': [
          downDeployment(),
          pending('CreateContainerConfigError', 'configmap "x" not found'),
        ],
      },
    },
    InitContainerFailed: {
      fires: {
        'config-init crashes again and again': [
          [
            rollingOut(),
            pod(
              { status: { phase: 'Pending' } },
              crashed('config-init', error),
            ),
          ],
          {
            health: 'Degraded',
            severity: 'critical',
            cause: 'exit code 3',
            remedy:
              'kubectl logs alexandria-7d9f-abcde -c config-init --previous -n library',
          },
        ],
        'llm-init failed a moment ago': [
          [
            rollingOut(),
            pod(
              { status: { phase: 'Pending' } },
              container('llm-init-claude', {
                ready: false,
                state: { running: undefined, terminated: error },
              }),
            ),
          ],
          { health: 'Degraded', remedy: 'llmBackends' },
        ],
      },
      nearMisses: {
        'it runs for the first time': [
          rollingOut(),
          pod(
            { status: { phase: 'Pending' } },
            container('config-init', { ready: false }),
          ),
        ],
        'it ended well': instance(),
        'it is a sidecar, which is no init container': [
          downDeployment(),
          pod(
            {
              spec: {
                initContainers: [
                  { name: 'proxy-init', restartPolicy: 'Always' },
                ],
              },
            },
            crashed('proxy-init', error),
          ),
        ],
      },
    },
    ContainerCrashLooping: {
      fires: {
        'the orchestrator crashes': [
          [
            downDeployment(),
            pod(
              {},
              crashed('orchestrator', { exitCode: 101, reason: 'Error' }),
            ),
          ],
          {
            health: 'Degraded',
            object: POD,
            title: 'orchestrator crashes',
            cause: 'exit code 101',
            remedy:
              'kubectl logs alexandria-7d9f-abcde -c orchestrator --previous -n library',
          },
        ],
        'the api crashes: what users miss': [
          [downDeployment(), pod({}, crashed('api', error))],
          { cause: 'no login and no API' },
        ],
        'the dashboard crashes: what users miss': [
          [downDeployment(), pod({}, crashed('dashboard', error))],
          { cause: 'no user interface' },
        ],
        'it runs for a moment between two crashes': [
          [
            downDeployment(),
            pod(
              {},
              container('api', {
                ready: false,
                restartCount: 4,
                state: { running: { startedAt: ago(5) } },
                lastState: { terminated: { ...error, finishedAt: ago(20) } },
              }),
            ),
          ],
          { health: 'Degraded' },
        ],
        'a sidecar crashes': [
          [
            downDeployment(),
            pod(
              {
                spec: {
                  initContainers: [
                    { name: 'proxy-init', restartPolicy: 'Always' },
                  ],
                },
              },
              crashed('proxy-init', error),
            ),
          ],
          { title: 'proxy-init' },
        ],
        'it was killed for another reason than memory': [
          [
            downDeployment(),
            pod({}, crashed('api', { exitCode: 137, reason: 'Error' })),
          ],
          { cause: 'exit code 137 (killed, SIGKILL)' },
        ],
      },
      nearMisses: {
        'it was restarted and is ready': [
          deployment(),
          pod(
            {},
            container('api', {
              restartCount: 7,
              lastState: { terminated: { ...error, finishedAt: ago(90) } },
            }),
          ),
        ],
        'it was killed for its memory': [
          downDeployment(),
          pod({}, crashed('api', oom)),
        ],
        'its one restart was long ago': [
          rollingOut(),
          pod(
            {},
            container('api', {
              ready: false,
              restartCount: 1,
              lastState: { terminated: { ...error, finishedAt: ago(DAY) } },
            }),
          ),
        ],
      },
    },
    ContainerOutOfMemory: {
      fires: {
        'it is down': [
          [downDeployment(), pod({}, crashed('orchestrator', oom))],
          {
            health: 'Degraded',
            severity: 'critical',
            cause: 'exit code 137, OOMKilled',
            remedy: 'resources.orchestrator.limits.memory',
          },
        ],
        'it came back a while ago': [
          [
            deployment(),
            pod(
              {},
              container('orchestrator', {
                restartCount: 1,
                lastState: {
                  terminated: { ...oom, finishedAt: ago(20 * MINUTE) },
                },
              }),
            ),
          ],
          { health: 'Healthy', severity: 'warning', cause: '20 min ago' },
        ],
      },
      nearMisses: {
        'it came back long ago': [
          deployment(),
          pod(
            {},
            container('orchestrator', {
              restartCount: 1,
              lastState: { terminated: { ...oom, finishedAt: ago(2 * HOUR) } },
            }),
          ),
        ],
        'exit code 137 without OOMKilled': [
          downDeployment(),
          pod({}, crashed('api', { exitCode: 137, reason: 'Error' })),
        ],
      },
    },
    ContainerRestarted: {
      fires: {
        'it failed a quarter of an hour ago': [
          [
            deployment(),
            pod(
              {},
              container('api', {
                restartCount: 1,
                lastState: {
                  terminated: { ...error, finishedAt: ago(15 * MINUTE) },
                },
              }),
            ),
          ],
          { health: 'Healthy', severity: 'warning', title: '15 min ago' },
        ],
      },
      nearMisses: {
        'forty restarts, the last one yesterday': [
          deployment(),
          pod(
            {},
            container('api', {
              restartCount: 40,
              lastState: { terminated: { ...error, finishedAt: ago(DAY) } },
            }),
          ),
        ],
        'it ended well and was started again': [
          deployment(),
          pod(
            {},
            container('api', {
              restartCount: 1,
              lastState: { terminated: { exitCode: 0, finishedAt: ago(60) } },
            }),
          ),
        ],
      },
    },
    ContainerNotReady: {
      fires: {
        'no replica serves, long after the rollout': [
          [downDeployment(), unready(ago(HOUR))],
          {
            health: 'Degraded',
            severity: 'critical',
            title: 'api is not ready',
            cause: 'for 60 min. For users: no login and no API.',
            remedy: '-c api --tail=100',
          },
        ],
        'the probe says why': [
          [
            downDeployment(),
            unready(ago(HOUR)),
            event(
              'Pod',
              'alexandria-7d9f-abcde',
              'Unhealthy',
              'Readiness probe failed: HTTP probe failed with statuscode: 503',
            ),
          ],
          { cause: 'statuscode: 503' },
        ],
        'others serve': [
          [deployment(), unready(ago(HOUR))],
          { health: 'Healthy', severity: 'warning' },
        ],
        'in a rollout it is only starting': [
          [rollingOut(), unready(ago(5 * MINUTE))],
          { health: 'Progressing', severity: 'info' },
        ],
        'it has just begun': [
          [downDeployment(), unready(ago(30))],
          { health: 'Progressing', severity: 'info' },
        ],
      },
      nearMisses: {
        'every container is ready': instance(),
        'an init container runs': [
          rollingOut(),
          pod(
            { status: { phase: 'Pending' } },
            container('config-init', { ready: false }),
          ),
        ],
        'it crashes': [downDeployment(), pod({}, crashed('api', error))],
      },
    },
    PodUnschedulable: {
      fires: {
        'no node has room': [
          [
            rollingOut(),
            pendingPod('0/3 nodes are available: 3 Insufficient memory.'),
          ],
          {
            health: 'Degraded',
            cause: '0/3 nodes are available: 3 Insufficient memory.',
            remedy: 'resources.*',
          },
        ],
        'no node has the labels': [
          [
            rollingOut(),
            pendingPod(
              "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector.",
            ),
          ],
          { remedy: 'nodeSelector' },
        ],
      },
      nearMisses: {
        'it was created ten seconds ago': [
          rollingOut(),
          pendingPod('0/3 nodes', {
            metadata: {
              name: 'p',
              namespace: 'library',
              labels: {
                'app.kubernetes.io/name': 'alexandria-ee',
                'app.kubernetes.io/instance': 'alexandria',
                'app.kubernetes.io/component': 'server',
              },
              creationTimestamp: ago(10),
            },
          }),
        ],
        'it has a node and waits for an image': [
          rollingOut(),
          pending('ContainerCreating', ''),
        ],
      },
    },
    PodEvicted: {
      fires: {
        'its node ran short': [
          [
            deployment(),
            pod({
              status: {
                phase: 'Failed',
                reason: 'Evicted',
                message: 'The node was low on resource: memory.',
              },
            }),
          ],
          { health: 'Healthy', severity: 'warning', cause: 'low on resource' },
        ],
      },
      nearMisses: {
        'it failed otherwise': [
          deployment(),
          pod({ status: { phase: 'Failed', reason: 'NodeShutdown' } }),
        ],
      },
    },
    PodFailed: {
      fires: {
        'its node was shut down': [
          [
            deployment(),
            pod({
              status: { phase: 'Failed', reason: 'Terminated', message: 'x' },
            }),
          ],
          { severity: 'warning', cause: 'Terminated' },
        ],
      },
      nearMisses: {
        'it was evicted': [
          deployment(),
          pod({ status: { phase: 'Failed', reason: 'Evicted' } }),
        ],
        'it is the pod of a Job': [
          deployment(),
          pod({
            metadata: {
              ownerReferences: [{ kind: 'Job', name: 'x', controller: true }],
            },
            status: { phase: 'Failed' },
          }),
        ],
      },
    },
    PodStuckTerminating: {
      fires: {
        'its node does not answer': [
          [
            deployment(),
            pod({ metadata: { deletionTimestamp: ago(10 * MINUTE) } }),
          ],
          {
            severity: 'warning',
            title: '10 min',
            remedy:
              'kubectl delete pod alexandria-7d9f-abcde --grace-period=0 --force -n library',
          },
        ],
        'a finalizer holds it': [
          [
            deployment(),
            pod({
              metadata: {
                deletionTimestamp: ago(HOUR),
                finalizers: ['example.com/hold'],
              },
            }),
          ],
          { cause: 'example.com/hold' },
        ],
      },
      nearMisses: {
        'it has some of its grace period left': [
          deployment(),
          pod({ metadata: { deletionTimestamp: ago(-20) } }),
        ],
        'it is a little late': [
          deployment(),
          pod({ metadata: { deletionTimestamp: ago(30) } }),
        ],
      },
    },
    PodUnreachable: {
      fires: {
        'its node does not report': [
          [
            deployment(),
            pod({
              status: {
                conditions: [
                  condition('Ready', 'Unknown', 'NodeStatusUnknown', 'silent'),
                ],
              },
            }),
          ],
          { health: 'Unknown', remedy: 'kubectl describe node node-1' },
        ],
      },
      nearMisses: {
        'it is not ready': [deployment(), unready(ago(HOUR))],
      },
    },
    VolumeMountFailed: {
      fires: {
        'the volume is held by another node': [
          [
            rollingOut(),
            pending('ContainerCreating', ''),
            event(
              'Pod',
              'alexandria-7d9f-abcde',
              'FailedAttachVolume',
              'Multi-Attach error for volume "pvc-1"',
            ),
          ],
          { health: 'Degraded', cause: 'Multi-Attach error' },
        ],
      },
      nearMisses: {
        'it was mounted in the end': [
          deployment(),
          pod(),
          event('Pod', 'alexandria-7d9f-abcde', 'FailedMount', 'timed out'),
        ],
        'a Secret is not there': [
          rollingOut(),
          pending('ContainerCreating', ''),
          event(
            'Pod',
            'alexandria-7d9f-abcde',
            'FailedMount',
            'MountVolume.SetUp failed for volume "saml" : secret "alexandria-saml" not found',
          ),
        ],
      },
    },
    ImageVersionsMixed: {
      fires: {
        'one component was left behind': [
          [
            deployment({
              spec: {
                template: {
                  spec: {
                    containers: [
                      { name: 'api', image: 'r/ee-api:v1.3.0' },
                      { name: 'orchestrator', image: 'r/ce:v1.2.0' },
                      { name: 'dashboard', image: 'r/ee-dashboard:v1.3.0' },
                    ],
                  },
                },
              },
            }),
          ],
          {
            health: 'Healthy',
            cause: 'api v1.3.0, orchestrator v1.2.0, dashboard v1.3.0',
            remedy: 'image.orchestrator.tag',
          },
        ],
        'two pods differ after the rollout': [
          [
            deployment({
              spec: { replicas: 2 },
              status: {
                replicas: 2,
                updatedReplicas: 2,
                readyReplicas: 2,
                availableReplicas: 2,
              },
            }),
            replicaSet(),
            pod(),
            pod({
              metadata: { name: 'alexandria-7d9f-zzzzz' },
              spec: { containers: [{ name: 'api', image: 'r/ee-api:v0.9.0' }] },
            }),
          ],
          { title: 'different images of api' },
        ],
      },
      nearMisses: {
        'all are of one release': instance(),
        'two pods differ during the rollout': [
          rollingOut(),
          pod(),
          pod({
            metadata: { name: 'alexandria-7d9f-zzzzz' },
            spec: { containers: [{ name: 'api', image: 'r/ee-api:v0.9.0' }] },
          }),
        ],
        'another container has a version of its own': [
          deployment({
            spec: {
              template: {
                spec: {
                  containers: [
                    { name: 'api', image: 'r/ee-api:v1.3.0' },
                    { name: 'log-shipper', image: 'r/shipper:v7.0.0' },
                  ],
                },
              },
            },
          }),
        ],
      },
    },
    ImageTagFloating: {
      fires: Object.fromEntries(
        [
          'r/ee-api:latest',
          'r/ee-api:main',
          'r/ee-api',
          'host:5000/ee-api',
        ].map(image => [
          image,
          [
            [
              deployment({
                spec: {
                  template: { spec: { containers: [{ name: 'api', image }] } },
                },
              }),
            ],
            {
              health: 'Healthy' as const,
              cause: image,
              remedy: 'image.api.tag',
            },
          ],
        ]),
      ),
      nearMisses: Object.fromEntries(
        [
          'r/ee-api:v1.0.0',
          'r/ee-api:1.0',
          'r/ee-api:4f2c9be',
          'r/ee-api:latest@sha256:0000',
          'host:5000/ee-api:v1.0.0',
        ].map(image => [
          image,
          [
            deployment({
              spec: {
                template: { spec: { containers: [{ name: 'api', image }] } },
              },
            }),
            object('v1', 'ConfigMap', 'x'),
          ],
        ]),
      ),
    },
  });

  it('has a case that fires and a near miss of every rule', () => {
    expect(codes).toEqual(codesOfRules(podRules));
  });

  it.each(fires)('%s fires: %s', (code, _, given, expected) => {
    expect(verdictsOf(given)).toEqual([finding(code, expected)]);
  });

  it.each(nearMisses)('%s does not fire: %s', (code, _, given) => {
    expect(codesOf(given)).not.toContain(code);
  });
});
