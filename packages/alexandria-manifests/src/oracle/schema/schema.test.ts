/** @jest-environment node */
import { describeWithTools } from '@alexandriaproject/test-rig';
import { KubernetesObject } from '../../objects';
import { changed, Place } from '../policy/__testUtils__/changed';
import {
  drawnCases,
  renderedCases,
  repositoryObjects,
} from '../policy/__testUtils__/renderedCases';
import { allKinds } from '../policy/__testUtils__/samples';
import { SchemaSet } from './__testUtils__/SchemaSet';

const DRAWS = 100;
const SEED = 20260314;

const kinds = allKinds();

const API = 'spec/template/spec/containers/0';

/** One wrong thing in an object that is valid without it, and what both releases say of it. */
const broken: [what: string, place: Place, value: unknown, problem: string][] =
  [
    [
      'a number for a text',
      ['Deployment', `${API}/image`],
      1,
      '/spec/template/spec/containers/0/image must be string',
    ],
    [
      'a text for a number',
      ['Deployment', 'spec/template/spec/terminationGracePeriodSeconds'],
      '30',
      '/spec/template/spec/terminationGracePeriodSeconds must be integer',
    ],
    [
      'a fraction for a whole number',
      ['HorizontalPodAutoscaler', 'spec/maxReplicas'],
      1.5,
      '/spec/maxReplicas must be integer',
    ],
    [
      'a number beyond 32 bits',
      ['HorizontalPodAutoscaler', 'spec/maxReplicas'],
      2 ** 31,
      '/spec/maxReplicas must be <= 2147483647',
    ],
    ['null', ['Service', 'spec/type'], null, '/spec/type must be string'],
    ['a list for a map', ['ConfigMap', 'data'], [], '/data must be object'],
    [
      'a number in a map of texts',
      ['ConfigMap', 'metadata/annotations'],
      { a: 1 },
      '/metadata/annotations/a must be string',
    ],
    [
      'what is no quantity',
      ['PersistentVolumeClaim', 'spec/resources/requests/storage'],
      '10GB',
      '/spec/resources/requests/storage must match pattern',
    ],
    [
      'what is neither number nor text',
      ['PodDisruptionBudget', 'spec/minAvailable'],
      true,
      '/spec/minAvailable must be integer,string',
    ],
    [
      'an unknown field',
      ['NetworkPolicy', 'spec/egres'],
      [],
      '/spec has no field "egres"',
    ],
    [
      'an unknown field deep down',
      ['Deployment', `${API}/securityContext/runAsNonroot`],
      true,
      '/spec/template/spec/containers/0/securityContext has no field "runAsNonroot"',
    ],
    [
      'an unknown field at the top',
      ['Secret', 'datas'],
      {},
      '/ has no field "datas"',
    ],
    [
      'an unknown field of metadata, in a custom resource too',
      ['HTTPRoute', 'metadata/label'],
      {},
      '/metadata has no field "label"',
    ],
    [
      'a field left out',
      ['Deployment', 'spec/selector'],
      undefined,
      "/spec must have required property 'selector'",
    ],
    [
      'the name left out',
      ['Role', 'metadata/name'],
      undefined,
      "/metadata must have required property 'name'",
    ],
    [
      'a value that Certificate does not name',
      ['Certificate', 'spec/privateKey/rotationPolicy'],
      'Sometimes',
      '/spec/privateKey/rotationPolicy must be equal to one of the allowed values',
    ],
    [
      'a store of no kind that there is',
      ['ExternalSecret', 'spec/secretStoreRef/kind'],
      'Vault',
      '/spec/secretStoreRef/kind must be equal to one of the allowed values',
    ],
    [
      'an unknown field of an ExternalSecret',
      ['ExternalSecret', 'spec/data/0/remoteRef/keys'],
      [],
      '/spec/data/0/remoteRef has no field "keys"',
    ],
    [
      'an interval that Prometheus cannot read',
      ['ServiceMonitor', 'spec/endpoints/0/interval'],
      'often',
      '/spec/endpoints/0/interval must match pattern',
    ],
    [
      'a hostname that is a URL',
      ['HTTPRoute', 'spec/hostnames'],
      ['https://a.example.com'],
      '/spec/hostnames/0 must match pattern',
    ],
    [
      'an Application without a destination',
      ['Application', 'spec/destination'],
      undefined,
      "/spec must have required property 'destination'",
    ],
    [
      'a GitRepository at no URL',
      ['GitRepository', 'spec/url'],
      'git.example.com/a',
      '/spec/url must match pattern',
    ],
    [
      'a Kustomization that does not say whether it prunes',
      ['Kustomization', 'spec/prune'],
      undefined,
      "/spec must have required property 'prune'",
    ],
    [
      'a version that was removed in 1.25',
      ['PodDisruptionBudget', 'apiVersion'],
      'policy/v1beta1',
      'there is no policy/v1beta1 PodDisruptionBudget',
    ],
    [
      'a version that was removed in 1.26',
      ['HorizontalPodAutoscaler', 'apiVersion'],
      'autoscaling/v2beta2',
      'there is no autoscaling/v2beta2 HorizontalPodAutoscaler',
    ],
    [
      'an older version of a custom resource',
      ['ExternalSecret', 'apiVersion'],
      'external-secrets.io/v1beta1',
      'there is no external-secrets.io/v1beta1 ExternalSecret',
    ],
  ];

describeWithTools(
  'the schemas of the oldest and the newest Kubernetes, and of the CRDs',
  ['openapi-oldest', 'openapi-newest', 'crds'],
  () => {
    let sets: SchemaSet[];
    beforeAll(async () => {
      sets = [await SchemaSet.load('oldest'), await SchemaSet.load('newest')];
    });

    const problems = (object: object) =>
      sets.flatMap(set =>
        set.problems(object).map(problem => `${set.version}: ${problem}`),
      );

    /** What is wrong, by case and object; each object once, as most objects of most cases are alike. */
    function findings(cases: { name: string; objects: readonly object[] }[]) {
      const seen = new Set<string>();
      const found = cases.flatMap(({ name, objects }) =>
        objects.flatMap(object => {
          const text = JSON.stringify(object);
          if (seen.has(text)) {
            return [];
          }
          seen.add(text);
          const { kind, metadata } = object as KubernetesObject;
          return problems(object).map(
            problem => `${name}: ${kind} ${metadata?.name}: ${problem}`,
          );
        }),
      );
      return { checked: seen.size, found };
    }

    it('are those of the range that Chart.yaml and the README name', () => {
      expect(sets.map(({ version }) => version)).toEqual(['1.30.14', '1.37.2']);
    });

    it('take what the corpus, the chart’s own cases and instances render', () => {
      const { checked, found } = findings(renderedCases());
      expect(found).toEqual([]);
      expect(checked).toBeGreaterThan(400);
    });

    it('take what the generated repositories hold', () => {
      const { checked, found } = findings(repositoryObjects());
      expect(found).toEqual([]);
      expect(checked).toBeGreaterThan(30);
    });

    it('take what drawn values render', () => {
      const drawn = drawnCases(DRAWS, SEED);
      expect(findings(drawn).found).toEqual([]);
      expect(drawn.length).toBeGreaterThan(DRAWS / 5);
    });

    it('take one of every kind, and know it by its kind', () => {
      expect(kinds.flatMap(problems)).toEqual([]);
      expect(kinds.map(({ kind }) => kind).sort()).toEqual([
        ...['Application', 'Certificate', 'ClusterRole', 'ClusterRoleBinding'],
        ...['ConfigMap', 'Deployment', 'ExternalSecret', 'GitRepository'],
        ...['HTTPRoute', 'HorizontalPodAutoscaler', 'Ingress', 'Job'],
        ...['Kustomization', 'Namespace', 'NetworkPolicy'],
        ...['PersistentVolumeClaim', 'Pod', 'PodDisruptionBudget', 'Role'],
        ...['RoleBinding', 'Secret', 'Service', 'ServiceAccount'],
        'ServiceMonitor',
      ]);
    });

    it.each(broken)('refuse %s, in both', (_, place, value, problem) => {
      const [object] = changed(
        kinds.filter(({ kind }) => kind === place[0]),
        place,
        value,
      );
      for (const set of sets) {
        const found = set.problems(object);
        expect(found).toHaveLength(1);
        expect(found[0]).toContain(problem);
      }
    });

    it('refuse in the oldest what came after it', () => {
      const [deployment] = changed(
        kinds.filter(({ kind }) => kind === 'Deployment'),
        ['Deployment', 'spec/template/spec/resources'],
        {},
      );
      expect(problems(deployment)).toEqual([
        '1.30.14: /spec/template/spec has no field "resources"',
      ]);
    });
  },
);
