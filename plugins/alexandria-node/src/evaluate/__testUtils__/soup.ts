import fc from 'fast-check';
import { isRecord, Json } from '../objects/read';
import {
  condition,
  crashed,
  deployment,
  instance,
  object,
  pod,
  replicaSet,
  waiting,
} from './objects';

const KINDS = [
  ['v1', 'Pod'],
  ['v1', 'Event'],
  ['v1', 'Service'],
  ['v1', 'Secret'],
  ['v1', 'PersistentVolumeClaim'],
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'ReplicaSet'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler'],
  ['autoscaling/v1', 'HorizontalPodAutoscaler'],
  ['batch/v1', 'Job'],
  ['batch/v1', 'CronJob'],
  ['policy/v1', 'PodDisruptionBudget'],
  ['networking.k8s.io/v1', 'Ingress'],
  ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
  ['external-secrets.io/v1', 'ExternalSecret'],
  ['cert-manager.io/v1', 'Certificate'],
  ['discovery.k8s.io/v1', 'EndpointSlice'],
  ['example.com/v1', 'Anything'],
] as const;

const anything = fc.jsonValue({ maxDepth: 4 }).map(value => value as unknown);

/** Words that rules look for, so that soup is not only noise. */
const key = fc.constantFrom(
  ...'metadata spec status conditions containerStatuses initContainerStatuses containers'.split(
    ' ',
  ),
  ...'state lastState waiting terminated reason message type name labels replicas'.split(
    ' ',
  ),
  ...'template selector matchLabels volumes phase availableReplicas __proto__ constructor'.split(
    ' ',
  ),
);

const word = fc.oneof(
  fc.constantFrom(
    ...'True False CrashLoopBackOff Ready Progressing alexandria library Pending'.split(
      ' ',
    ),
    '2026-11-24T01:00:00Z',
    '+275760-09-13T00:00:00.001Z',
  ),
  fc.string(),
);

const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    word,
    fc.double(),
    fc.constantFrom(null, true, false, undefined),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
  ),
}));

const soupObject = fc
  .tuple(
    fc.constantFrom(...KINDS),
    fc.oneof(tree, anything),
    fc.oneof(tree, anything),
    tree,
  )
  .map(([[apiVersion, kind], metadata, spec, status]) => ({
    apiVersion,
    kind,
    metadata,
    spec,
    status,
  }));

const realObject = fc.constantFrom<unknown>(
  ...instance(),
  deployment({ spec: { replicas: 3 } }),
  pod({ metadata: { name: 'b' } }, crashed('api', { exitCode: 1 })),
  pod({ metadata: { name: 'c' } }, waiting('config-init', 'ErrImagePull')),
  replicaSet({ status: { conditions: [condition('ReplicaFailure', 'True')] } }),
  object('policy/v1', 'PodDisruptionBudget', 'a', {
    spec: { selector: {}, minAvailable: 1 },
  }),
);

/** Any objects, and what is nearly one. */
export const soup = fc.array(fc.oneof(soupObject, realObject, anything), {
  maxLength: 12,
});

/** How many places a value has: itself, and those in it. */
const placesOf = (value: Json): number =>
  isRecord(value) || Array.isArray(value)
    ? Object.values(value).reduce<number>(
        (sum, inner) => sum + placesOf(inner),
        1,
      )
    : 1;

/** A copy of a value with another one at a place, counted from the top. */
function replaced(value: Json, place: number, by: Json): Json {
  if (place === 0) {
    return by;
  }
  let left = place - 1;
  const entries = Object.entries(value as object).map(([name, inner]) => {
    const places = placesOf(inner);
    const isHere = left >= 0 && left < places;
    const copy: Json = isHere ? replaced(inner, left, by) : inner;
    left -= places;
    return [name, copy] as const;
  });
  return Array.isArray(value)
    ? entries.map(([, inner]) => inner)
    : Object.fromEntries(entries);
}

/** Objects of which some hold anything at all in one place. */
export const mangled = (objects: readonly Json[]) =>
  fc
    .array(
      fc.tuple(
        fc.nat({ max: objects.length - 1 }),
        fc.nat(),
        fc.oneof(tree, anything),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map(changes => {
      const copies = [...objects];
      for (const [index, place, by] of changes) {
        const copy = copies[index];
        copies[index] = replaced(copy, place % placesOf(copy), by);
      }
      return copies;
    });
