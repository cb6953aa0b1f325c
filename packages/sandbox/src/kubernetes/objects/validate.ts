import { isDeepStrictEqual } from 'node:util';
import { invalid } from './ApiError';
import type { KubernetesObject } from './KubernetesObject';
import { recordsAt, textAt, valueAt } from './json';
import type { Resource } from './resources';

type Cause = { reason: string; message: string; field: string };

const SUBDOMAIN =
  /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

const SUBDOMAIN_RULE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

const required = (field: string, message = 'Required value'): Cause => ({
  reason: 'FieldValueRequired',
  message,
  field,
});

/** Kinds whose names may be more than a subdomain. */
const FREELY_NAMED = [
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
];

function nameCauses({ kind, metadata }: KubernetesObject): Cause[] {
  const { name } = metadata;
  if (FREELY_NAMED.includes(kind) || SUBDOMAIN.test(name)) {
    return [];
  }
  return [
    {
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${JSON.stringify(name)}: ${SUBDOMAIN_RULE}`,
      field: 'metadata.name',
    },
  ];
}

function templateCauses(object: KubernetesObject): Cause[] {
  const selector = valueAt(object, 'spec', 'selector', 'matchLabels');
  if (typeof selector !== 'object' || selector === null) {
    return [required('spec.selector')];
  }
  const labels = (valueAt(object, 'spec', 'template', 'metadata', 'labels') ??
    {}) as Record<string, string>;
  const unmatched = Object.entries(selector).some(
    ([key, value]) => labels[key] !== value,
  );
  return [
    ...(unmatched
      ? [
          {
            reason: 'FieldValueInvalid',
            message: `Invalid value: ${JSON.stringify(
              labels,
            )}: \`selector\` does not match template \`labels\``,
            field: 'spec.template.metadata.labels',
          },
        ]
      : []),
    ...(recordsAt(object, 'spec', 'template', 'spec', 'containers').length === 0
      ? [required('spec.template.spec.containers')]
      : []),
  ];
}

/** The fields of these kinds that cannot change. */
const IMMUTABLE: Record<string, readonly string[]> = {
  Deployment: ['selector'],
  ReplicaSet: ['selector'],
};

function immutableCauses(
  before: KubernetesObject,
  after: KubernetesObject,
): Cause[] {
  return (IMMUTABLE[after.kind] ?? [])
    .filter(
      field =>
        !isDeepStrictEqual(
          valueAt(before, 'spec', field),
          valueAt(after, 'spec', field),
        ),
    )
    .map(field => ({
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${JSON.stringify(
        valueAt(after, 'spec', field),
      )}: field is immutable`,
      field: `spec.${field}`,
    }));
}

/**
 * Refuses what the sample clusters could not go on with. It is far less than a real API server refuses: it knows no schemas.
 *
 * @throws ApiError 422 naming everything that is wrong
 */
export function validate(
  resource: Resource,
  before: KubernetesObject | undefined,
  object: KubernetesObject,
): void {
  const { kind } = object;
  const causes = [
    ...nameCauses(object),
    ...(kind === 'Deployment' || kind === 'ReplicaSet'
      ? templateCauses(object)
      : []),
    ...(kind === 'Pod' && recordsAt(object, 'spec', 'containers').length === 0
      ? [required('spec.containers')]
      : []),
    ...(kind === 'HorizontalPodAutoscaler' &&
    textAt(object, 'spec', 'scaleTargetRef', 'name') === ''
      ? [required('spec.scaleTargetRef.name')]
      : []),
    ...(before ? immutableCauses(before, object) : []),
  ];
  if (causes.length > 0) {
    throw invalid(resource, object.metadata.name, causes);
  }
}
