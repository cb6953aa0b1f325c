import {
  ago,
  condition,
  deployment,
  instance,
  merged,
  object,
  Patch,
} from '../__testUtils__/objects';
import {
  codesOf,
  codesOfRules,
  finding,
  ruleTable,
  verdictsOf,
} from '../__testUtils__/ruleCases';
import { autoscalerRules } from '.';

const metric = (target: Patch, current?: Patch) => ({
  type: 'ContainerResource',
  containerResource: {
    name: 'cpu',
    container: 'orchestrator',
    target: { type: 'Utilization', ...target },
    ...(current === undefined ? {} : { current }),
  },
});

/** An autoscaler of the Deployment that holds two replicas. */
const autoscaler = (patch: Patch = {}) =>
  merged(
    object('autoscaling/v2', 'HorizontalPodAutoscaler', 'alexandria', {
      spec: {
        minReplicas: 1,
        maxReplicas: 5,
        scaleTargetRef: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'alexandria',
        },
        metrics: [metric({ averageUtilization: 80 })],
      },
      status: {
        currentReplicas: 2,
        desiredReplicas: 2,
        lastScaleTime: ago(600),
        currentMetrics: [metric({}, { averageUtilization: 60 })],
        conditions: [
          condition('AbleToScale', 'True', 'ReadyForNewScale'),
          condition('ScalingActive', 'True', 'ValidMetricFound'),
          condition('ScalingLimited', 'False', 'DesiredWithinRange'),
        ],
      },
    }),
    patch,
  );

const saying = (...conditions: Patch[]) =>
  autoscaler({ status: { conditions } });

const instanceSaying = (...conditions: Patch[]) => [
  ...instance(),
  saying(...conditions),
];

const atMaximum = (patch: Patch = {}, utilization = 140) =>
  merged(
    saying(
      condition(
        'ScalingLimited',
        'True',
        'TooManyReplicas',
        'the desired replica count is more than the maximum replica count',
      ),
    ),
    merged(
      {
        status: {
          currentReplicas: 5,
          desiredReplicas: 5,
          currentMetrics: [metric({}, { averageUtilization: utilization })],
        },
      },
      patch,
    ),
  );

const noMetrics = (reason: string, since = ago(600)) =>
  condition('ScalingActive', 'False', reason, 'unable to get metrics', since);

const wanting = { namespace: 'library', name: 'alexandria', autoscaler: true };
const KIND = 'HorizontalPodAutoscaler';

const managed = (manager: string, extra: Patch = {}) => ({
  manager,
  operation: 'Update',
  fieldsV1: { 'f:spec': { 'f:replicas': {} } },
  ...extra,
});

describe('autoscaler', () => {
  const { codes, fires, nearMisses } = ruleTable({
    AutoscalerCannotScale: {
      fires: {
        'it cannot read the scale': [
          instanceSaying(
            condition('AbleToScale', 'False', 'FailedGetScale', 'denied'),
          ),
          {
            health: 'Degraded',
            severity: 'critical',
            cause: 'denied',
            remedy: 'kubectl describe hpa alexandria -n library',
          },
        ],
        'it cannot write the scale': [
          instanceSaying(
            condition('AbleToScale', 'False', 'FailedUpdateScale'),
          ),
          { health: 'Degraded' },
        ],
      },
      nearMisses: {
        'it waits before it scales again': instanceSaying(
          condition('AbleToScale', 'False', 'BackoffBoth'),
        ),
        'it is the autoscaler of another Deployment': [
          ...instance(),
          merged(saying(condition('AbleToScale', 'False', 'FailedGetScale')), {
            spec: { scaleTargetRef: { name: 'other' } },
          }),
        ],
      },
    },
    AutoscalerMetricsUnavailable: {
      fires: {
        ...Object.fromEntries(
          [
            'FailedGetResourceMetric',
            'FailedGetContainerResourceMetric',
            'FailedGetPodsMetric',
            'FailedGetObjectMetric',
            'FailedGetExternalMetric',
            'FailedComputeMetricsReplicas',
          ].map(reason => [
            reason,
            [
              instanceSaying(noMetrics(reason)),
              {
                health: 'Degraded' as const,
                severity: 'warning' as const,
                object: 'HorizontalPodAutoscaler/alexandria',
                cause: reason,
              },
            ],
          ]),
        ),
        'no metrics-server': [
          instanceSaying(noMetrics('FailedGetContainerResourceMetric')),
          { remedy: 'kubectl get apiservice v1beta1.metrics.k8s.io' },
        ],
        'no adapter for external metrics': [
          instanceSaying(noMetrics('FailedGetExternalMetric')),
          { remedy: 'v1beta1.external.metrics.k8s.io' },
        ],
        'the pods have only just started': [
          instanceSaying(noMetrics('FailedGetResourceMetric', ago(30))),
          { health: 'Healthy', severity: 'info' },
        ],
        'a rollout goes on': [
          [
            deployment({ status: { availableReplicas: 0 } }),
            saying(noMetrics('FailedGetResourceMetric')),
          ],
          { health: 'Progressing', severity: 'info' },
        ],
      },
      nearMisses: {
        'it has metrics': [...instance(), autoscaler()],
        'it is off': instanceSaying(
          condition('ScalingActive', 'False', 'ScalingDisabled'),
        ),
        'its selector is not valid': instanceSaying(
          condition('ScalingActive', 'False', 'InvalidSelector'),
        ),
      },
    },
    AutoscalerSelectorInvalid: {
      fires: {
        'the selector is not valid': [
          instanceSaying(
            condition('ScalingActive', 'False', 'InvalidSelector', 'x'),
          ),
          { health: 'Degraded', severity: 'warning' },
        ],
        'two autoscalers count the same pods': [
          instanceSaying(
            condition('ScalingActive', 'False', 'AmbiguousSelector'),
          ),
          { remedy: 'kubectl get hpa -n library' },
        ],
      },
      nearMisses: {
        'metrics are missing': instanceSaying(
          noMetrics('FailedGetResourceMetric'),
        ),
      },
    },
    AutoscalerDisabled: {
      fires: {
        'the Deployment was scaled to zero': [
          instanceSaying(
            condition('ScalingActive', 'False', 'ScalingDisabled'),
          ),
          { health: 'Suspended', severity: 'warning' },
        ],
      },
      nearMisses: {
        'it is active': instanceSaying(
          condition('ScalingActive', 'True', 'ScalingDisabled'),
        ),
      },
    },
    AutoscalerSaturated: {
      fires: {
        'at its maximum, and the target is exceeded': [
          [...instance(), atMaximum()],
          {
            health: 'Healthy',
            severity: 'warning',
            title: 'maximum of 5',
            cause: 'cpu of orchestrator 140% (target 80%)',
            remedy: 'autoscaling.maxReplicas',
          },
        ],
        'a quantity is exceeded': [
          [
            ...instance(),
            atMaximum({
              spec: {
                metrics: [
                  {
                    type: 'Resource',
                    resource: {
                      name: 'memory',
                      target: { averageValue: '1Gi' },
                    },
                  },
                ],
              },
              status: {
                currentMetrics: [
                  {
                    type: 'Resource',
                    resource: {
                      name: 'memory',
                      current: { averageValue: '1500Mi' },
                    },
                  },
                ],
              },
            }),
          ],
          { cause: 'memory 1500Mi each (target 1Gi each)' },
        ],
      },
      nearMisses: {
        'at its maximum, and the load is met': [
          ...instance(),
          atMaximum({}, 79),
        ],
        'a little above the target is within the tolerance': [
          ...instance(),
          atMaximum({}, 87),
        ],
        'the maximum is the minimum': [
          ...instance(),
          atMaximum({ spec: { minReplicas: 5 } }),
        ],
        'the load is not known': [
          ...instance(),
          atMaximum({ status: { currentMetrics: [] } }),
        ],
        'at its minimum': instanceSaying(
          condition('ScalingLimited', 'True', 'TooFewReplicas'),
        ),
      },
    },
    AutoscalerMissing: {
      fires: {
        'the values want one': [
          {
            objects: instance(),
            expectations: [wanting],
            complete: [KIND],
          },
          { health: 'Healthy', remedy: 'autoscaling.enabled' },
        ],
      },
      nearMisses: {
        'it is there': {
          objects: [...instance(), autoscaler()],
          expectations: [wanting],
          complete: [KIND],
        },
        'the values want none': {
          objects: instance(),
          expectations: [{ ...wanting, autoscaler: false }],
          complete: [KIND],
        },
        'not all autoscalers are at hand': {
          objects: instance(),
          expectations: [wanting],
        },
        'autoscalers may not be read': {
          objects: instance(),
          expectations: [wanting],
          complete: [KIND],
          unreadable: [{ kind: KIND, reason: 'forbidden', message: '' }],
        },
      },
    },
    AutoscalerReplicasContested: {
      fires: {
        'Helm sets the replicas': [
          [
            deployment({ metadata: { managedFields: [managed('helm')] } }),
            autoscaler(),
          ],
          { health: 'Healthy', severity: 'warning', cause: 'helm' },
        ],
        'kubectl apply sets them': [
          [
            deployment({
              metadata: {
                annotations: {
                  'kubectl.kubernetes.io/last-applied-configuration':
                    '{"spec":{"replicas":3}}',
                },
              },
            }),
            autoscaler(),
          ],
          { cause: 'kubectl apply' },
        ],
      },
      nearMisses: {
        'only the autoscaler sets them': [
          deployment({
            metadata: {
              managedFields: [
                managed('kube-controller-manager', { subresource: 'scale' }),
                managed('kubectl', { subresource: 'scale' }),
              ],
            },
          }),
          autoscaler(),
        ],
        'nothing scales it': [
          deployment({ metadata: { managedFields: [managed('helm')] } }),
        ],
        'what was applied last is no JSON': [
          deployment({
            metadata: {
              annotations: {
                'kubectl.kubernetes.io/last-applied-configuration': '{',
              },
            },
          }),
          autoscaler(),
        ],
      },
    },
  });

  it('has a case that fires and a near miss of every rule', () => {
    expect(codes).toEqual(codesOfRules(autoscalerRules));
  });

  it.each(fires)('%s fires: %s', (code, _, given, expected) => {
    expect(verdictsOf(given)).toEqual([finding(code, expected)]);
  });

  it.each(nearMisses)('%s does not fire: %s', (code, _, given) => {
    expect(codesOf(given)).not.toContain(code);
  });

  it.each<[string, Patch, string]>([
    [
      'holds',
      autoscaler(),
      'It holds 2 replicas: cpu of orchestrator 60% (target 80%).',
    ],
    [
      'grows',
      autoscaler({ status: { desiredReplicas: 4 } }),
      'It goes from 2 to 4 replicas: cpu of orchestrator 60% (target 80%).',
    ],
    [
      'is at its maximum',
      atMaximum(),
      'It is at its maximum of 5: cpu of orchestrator 140% (target 80%).',
    ],
    [
      'is at its minimum',
      autoscaler({ status: { currentReplicas: 1, desiredReplicas: 1 } }),
      'It is at its minimum of 1: cpu of orchestrator 60% (target 80%).',
    ],
    [
      'has no metrics',
      saying(noMetrics('FailedGetContainerResourceMetric')),
      'It stays at 2 replicas, FailedGetContainerResourceMetric: unable to get metrics.',
    ],
    [
      'is new',
      autoscaler({ status: undefined }),
      'It has not computed a number of replicas yet.',
    ],
    [
      'is off',
      saying(condition('ScalingActive', 'False', 'ScalingDisabled')),
      'It is off because no replica is wanted.',
    ],
  ])('says in one sentence that it %s', (_, given, sentence) => {
    const [{ autoscaler: status }] = verdictsOf([...instance(), given]);
    expect(status?.sentence).toBe(sentence);
  });

  it('shows every metric, current against target', () => {
    const metrics = [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { averageUtilization: 80 } },
      },
      metric({ averageUtilization: 70 }),
      {
        type: 'Pods',
        pods: { metric: { name: 'queries' }, target: { averageValue: '10' } },
      },
      {
        type: 'Object',
        object: {
          describedObject: { kind: 'Ingress', name: 'web' },
          metric: { name: 'requests' },
          target: { value: 100 },
        },
      },
      {
        type: 'External',
        external: { metric: { name: 'queue' }, target: { value: '5' } },
      },
      { type: 'Sorcery', sorcery: {} },
    ];
    const current = [
      {
        type: 'Pods',
        pods: {
          metric: { name: 'queries' },
          current: { averageValue: '7500m' },
        },
      },
      {
        type: 'External',
        external: { metric: { name: 'queue' }, current: { value: '9' } },
      },
    ];
    const [{ autoscaler: status }] = verdictsOf([
      ...instance(),
      autoscaler({ spec: { metrics }, status: { currentMetrics: current } }),
    ]);
    expect(status).toMatchObject({
      min: 1,
      max: 5,
      current: 2,
      desired: 2,
      lastScaleTime: ago(600),
      metrics: [
        { type: 'Resource', name: 'cpu', target: '80%' },
        {
          type: 'ContainerResource',
          name: 'cpu of orchestrator',
          target: '70%',
        },
        {
          type: 'Pods',
          name: 'queries',
          current: '7500m each',
          target: '10 each',
        },
        { type: 'Object', name: 'requests of Ingress web', target: '100' },
        { type: 'External', name: 'queue', current: '9', target: '5' },
      ],
    });
  });
});
