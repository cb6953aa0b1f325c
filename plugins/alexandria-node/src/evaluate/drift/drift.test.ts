import type {
  FieldDrift,
  FieldWriter,
  ObjectDrift,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  deployment,
  merged,
  NOW,
  object,
  type Patch,
} from '../__testUtils__/objects';
import {
  codesOf,
  codesOfRules,
  finding,
  ruleTable,
  verdictsOf,
  type Given,
} from '../__testUtils__/ruleCases';
import { driftRules } from '.';

const CHECKSUM = 'a'.repeat(64);

const containers = (patch: Record<string, Patch> = {}) =>
  ['api', 'orchestrator', 'dashboard'].map(name =>
    merged(
      {
        name,
        image: `ghcr.io/alexandriaproject/${name}:v1.2.0`,
        resources: {
          requests: { cpu: '0.5', memory: '1024Mi' },
          limits: { memory: '2Gi' },
        },
      },
      patch[name] ?? {},
    ),
  );

/** A Deployment of these parts, as the values render it or as it is in the cluster. */
const made = (
  parts: {
    replicas?: number;
    containers?: Patch[];
    checksum?: string;
    labels?: Record<string, string>;
    strategy?: string;
    more?: Patch;
  } = {},
) =>
  deployment(
    merged(
      {
        spec: {
          replicas: parts.replicas ?? 1,
          strategy: { type: parts.strategy ?? 'Recreate' },
          template: {
            metadata: {
              labels: parts.labels ?? { team: 'payments' },
              annotations: { 'checksum/config': parts.checksum ?? CHECKSUM },
            },
            spec: { containers: parts.containers ?? containers() },
          },
        },
      },
      parts.more ?? {},
    ),
  );

const compared = (
  live: Patch,
  rendered: Patch = made(),
  ...others: unknown[]
): Given => ({
  objects: [live, ...others],
  expectations: [
    {
      namespace: 'library',
      name: 'alexandria',
      deployment: rendered,
      source: 'values-prod.yaml',
    },
  ],
  now: NOW,
});

const image = (name: string) =>
  made({ containers: containers({ api: { image: name } }) });
const DIGEST = `sha256:${'0'.repeat(64)}`;

const autoscaler = object(
  'autoscaling/v2',
  'HorizontalPodAutoscaler',
  'alexandria',
  {
    spec: {
      minReplicas: 1,
      maxReplicas: 5,
      scaleTargetRef: { kind: 'Deployment', name: 'alexandria' },
    },
  },
);

const withoutReplicas = () => {
  const rendered = made();
  return merged(rendered, { spec: { replicas: undefined } });
};

const drifted = (kind: string, more: Partial<ObjectDrift>): ObjectDrift => ({
  object: { kind, namespace: 'library', name: 'alexandria' },
  ...{ state: 'Different', fields: [], deprecated: [] },
  ...more,
});

/** What came of reading the objects, beside a Deployment that is as it should be. */
const read = (...objects: ObjectDrift[]): Given => ({
  ...compared(made()),
  comparisons: [{ namespace: 'library', name: 'alexandria', objects }],
});

const writer: FieldWriter = {
  ...{ manager: 'kubectl-patch', operation: 'Update' },
  at: '2026-11-24T02:57:00.000Z',
};

const changed = (path: string, more: Partial<FieldDrift> = {}): FieldDrift => ({
  ...{ path, change: 'changed', expected: '1', live: '2' },
  ...{ withheld: false, writer },
  ...more,
});

const fromChart = (label: string): Given => ({
  objects: [
    made({ more: { metadata: { labels: { 'helm.sh/chart': label } } } }),
  ],
  chartVersion: '0.10.0',
});

const table = ruleTable({
  FieldDrift: {
    fires: {
      'a field of another object': [
        read(drifted('Service', { fields: [changed('spec.type')] })),
        {
          object: 'Service/alexandria',
          severity: 'warning',
          title:
            'Service alexandria differs from what the values ask for in one field',
          cause:
            'spec.type is 2 instead of 1, last written by kubectl-patch (Update) at 2026-11-24T02:57:00.000Z.',
          remedy: 'in values-prod.yaml',
        },
      ],
      'what was added and what is gone': [
        read(
          drifted('Deployment', {
            fields: [
              changed('spec.paused', { change: 'added' }),
              changed('spec.minReadySeconds', {
                ...{ change: 'removed', writer: undefined },
              }),
            ],
          }),
        ),
        {
          cause:
            'spec.paused was added, last written by kubectl-patch (Update) at 2026-11-24T02:57:00.000Z; spec.minReadySeconds is gone.',
        },
      ],
      'more than is told': [
        read(
          drifted('Service', {
            fields: ['a', 'b', 'c', 'd'].map(path =>
              changed(path, { withheld: true, writer: undefined }),
            ),
            omitted: 6,
          }),
        ),
        {
          title: 'in 10 fields',
          cause: 'a is another; b is another; c is another; and 7 more.',
        },
      ],
      'an object that is not there': [
        read(drifted('NetworkPolicy', { state: 'Missing' })),
        {
          object: 'NetworkPolicy/alexandria',
          title: 'NetworkPolicy alexandria is not in the cluster',
        },
      ],
    },
    nearMisses: {
      'what could not be read': read(
        drifted('ConfigMap', { state: 'Unread', message: 'forbidden' }),
      ),
      'an autoscaler that is not there, which has one too': read(
        drifted('HorizontalPodAutoscaler', { state: 'Missing' }),
      ),
      'what has a finding of its own': read(
        drifted('Deployment', {
          fields: [
            changed('spec.replicas'),
            changed('spec.template.spec.containers[name=api].image'),
          ],
        }),
      ),
      'values that are not known': {
        ...read(drifted('Service', { fields: [changed('spec.type')] })),
        expectations: [],
      },
    },
  },
  ChartBehind: {
    fires: {
      'a lower version, number by number': [
        fromChart('alexandria-ee-0.9.3'),
        { severity: 'info', title: 'from chart 0.9.3, and there is 0.10.0' },
      ],
    },
    nearMisses: {
      'the same version': fromChart('alexandria-ee-0.10.0'),
      'a newer one': fromChart('alexandria-ee-1.0.0'),
      'another chart': fromChart('other-0.1.0'),
      'no label': { objects: [made()], chartVersion: '0.10.0' },
    },
  },
  DeprecatedApiVersion: {
    fires: {
      'somebody who writes by an old version': [
        read(
          drifted('PodDisruptionBudget', {
            ...{ state: 'Same' },
            deprecated: [
              {
                ...{ apiVersion: 'policy/v1beta1', replacement: 'policy/v1' },
                ...{ removedIn: 'Kubernetes 1.25', writer },
              },
            ],
          }),
        ),
        {
          object: 'PodDisruptionBudget/alexandria',
          cause:
            'kubectl-patch (Update) at 2026-11-24T02:57:00.000Z writes policy/v1beta1, which Kubernetes 1.25 does not serve; policy/v1 takes its place.',
        },
      ],
    },
    nearMisses: { 'a version that is served': read(drifted('Service', {})) },
  },
  VersionDrift: {
    fires: {
      'another tag': [
        compared(image('ghcr.io/alexandriaproject/api:v1.1.0')),
        {
          object: 'Deployment/alexandria',
          severity: 'warning',
          cause:
            'api has ghcr.io/alexandriaproject/api:v1.1.0, the values ask for ghcr.io/alexandriaproject/api:v1.2.0',
          remedy: 'in values-prod.yaml',
        },
      ],
      'another image': [
        compared(image('ghcr.io/alexandriaproject/fork:v1.2.0')),
        { cause: 'api has' },
      ],
      'a tag where the values have a digest': [
        compared(made(), image(`ghcr.io/alexandriaproject/api@${DIGEST}`)),
        { cause: `the values ask for ghcr.io/alexandriaproject/api@${DIGEST}` },
      ],
      'another init container': [
        compared(
          made(),
          made({
            more: {
              spec: {
                template: {
                  spec: {
                    initContainers: [
                      { name: 'config-init', image: 'r/ce:v9.9.9' },
                    ],
                  },
                },
              },
            },
          }),
        ),
        { cause: 'config-init has' },
      ],
    },
    nearMisses: {
      'the same': compared(made()),
      'a mirror': compared(image('mirror.acme.io/alexandria/api:v1.2.0')),
      'a digest that admission added': compared(
        image(`ghcr.io/alexandriaproject/api:v1.2.0@${DIGEST}`),
      ),
      'a sidecar that the values do not know': compared(
        made({
          containers: [...containers(), { name: 'mesh', image: 'mesh:v1' }],
        }),
      ),
      'values that are not known': [image('r/api:v1.1.0')],
    },
  },
  ReplicaDrift: {
    fires: {
      'somebody scaled it': [
        compared(made({ replicas: 3 })),
        {
          title: 'is set to 3 replicas, the values ask for 1',
          remedy: 'replicaCount: 3 in values-prod.yaml',
        },
      ],
      'somebody scaled it to nothing': [
        compared(made({ replicas: 0 })),
        { title: 'is set to 0 replicas' },
      ],
    },
    nearMisses: {
      'the same number': compared(made()),
      'an autoscaler that the values ask for': compared(
        made({ replicas: 3 }),
        withoutReplicas(),
        autoscaler,
      ),
      'an autoscaler that somebody made': compared(
        made({ replicas: 3 }),
        made(),
        autoscaler,
      ),
      'an autoscaler that cannot be seen': compared(
        made({
          replicas: 3,
          more: {
            metadata: {
              managedFields: [
                {
                  manager: 'kube-controller-manager',
                  subresource: 'scale',
                  fieldsV1: { 'f:spec': { 'f:replicas': {} } },
                },
              ],
            },
          },
        }),
      ),
      'values that are not known': [made({ replicas: 3 })],
    },
  },
  ValuesDrift: {
    fires: {
      'another configuration': [
        compared(made({ checksum: 'b'.repeat(64) })),
        { cause: 'checksum/config', remedy: 'Deploy what git has' },
      ],
      'other resources': [
        compared(
          made({
            containers: containers({
              api: { resources: { limits: { memory: '1Gi' } } },
            }),
          }),
        ),
        {
          cause: 'limits of api for memory are 1Gi, the values ask for 2Gi',
        },
      ],
      'no container of a name': [
        compared(made({ containers: containers().slice(0, 2) })),
        { cause: 'there is no container dashboard' },
      ],
      'another label': [
        compared(made({ labels: { team: 'risk' } })),
        { cause: 'label team of the pods is risk' },
      ],
      'another strategy': [
        compared(made({ strategy: 'RollingUpdate' })),
        { cause: 'the strategy is RollingUpdate' },
      ],
    },
    nearMisses: {
      'the same': compared(made()),
      'quantities written otherwise': compared(
        made({
          containers: containers({
            api: { resources: { requests: { cpu: '500m', memory: '1Gi' } } },
          }),
        }),
      ),
      'requests that a default adds': compared(
        made({
          containers: containers({
            api: { resources: { limits: { cpu: '2' } } },
          }),
        }),
      ),
      'a label that somebody else adds': compared(
        made({ labels: { team: 'payments', mesh: 'on' } }),
      ),
      'values that are not known': [made({ checksum: 'b' })],
    },
  },
});

describe('drift', () => {
  it('names who wrote what another finding is about', () => {
    const [verdict] = verdictsOf({
      ...compared(made({ replicas: 5 })),
      comparisons: [
        {
          ...{ namespace: 'library', name: 'alexandria' },
          objects: [
            drifted('Deployment', { fields: [changed('spec.replicas')] }),
          ],
        },
      ],
    });
    expect(verdict.findings[0]).toMatchObject({
      code: 'ReplicaDrift',
      cause: expect.stringMatching(/ Last written by kubectl-patch \(Update\)/),
    });
  });

  it('has cases for all of its rules', () => {
    expect(table.codes).toEqual(codesOfRules(driftRules));
  });

  it.each(table.fires)('%s is found: %s', (code, _, given, expected) => {
    expect(verdictsOf(given)).toEqual([finding(code, expected)]);
  });

  it.each(table.nearMisses)('%s is not found: %s', (code, _, given) => {
    expect(codesOf(given)).not.toContain(code);
  });

  it('never makes health worse', () => {
    const [verdict] = verdictsOf(
      compared(
        made({
          checksum: 'b',
          containers: containers({ api: { image: 'r/api:v0.1.0' } }),
        }),
      ),
    );
    const [alone] = verdictsOf([made()]);
    expect(verdict.health).toBe(alone.health);
  });
});
