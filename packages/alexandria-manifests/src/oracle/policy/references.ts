import { KubernetesObject } from '../../objects';
import { Values } from '../../values/valuesSchema';
import { Policy } from './Policy';
import { containersOf, nameOf, ofKind, Pod, podsOf, specOf } from './pods';

interface Reference {
  kind: string;
  name: string;
}

const to = (kind: string, name: string | undefined): Reference[] =>
  name === undefined ? [] : [{ kind, name }];

function ofPod(pod: Pod): Reference[] {
  const { spec } = pod;
  return [
    ...to('ServiceAccount', spec.serviceAccountName),
    ...(spec.volumes ?? []).flatMap(
      ({ configMap, secret, persistentVolumeClaim: claim }) => [
        ...to('ConfigMap', configMap?.optional ? undefined : configMap?.name),
        ...to('Secret', secret?.optional ? undefined : secret?.secretName),
        ...to('PersistentVolumeClaim', claim?.claimName),
      ],
    ),
    ...containersOf(pod).flatMap(
      ({ container: { env = [], envFrom = [] } }) => [
        ...env.flatMap(({ valueFrom: from }) => [
          ...to('ConfigMap', from?.configMapKeyRef?.name),
          ...to('Secret', from?.secretKeyRef?.name),
        ]),
        ...envFrom.flatMap(({ configMapRef, secretRef }) => [
          ...to('ConfigMap', configMapRef?.name),
          ...to('Secret', secretRef?.name),
        ]),
      ],
    ),
  ];
}

interface Binding {
  roleRef: { kind: string; name: string };
  subjects: { kind: string; name: string; namespace?: string }[];
}

function ofBinding(object: KubernetesObject): Reference[] {
  const { roleRef, subjects } = object as KubernetesObject & Binding;
  return [
    ...to(roleRef.kind, roleRef.name),
    ...subjects.flatMap(({ kind, name }) => to(kind, name)),
  ];
}

/** The names in a spec that lead to a Service. */
const ofRoute = (object: KubernetesObject): Reference[] =>
  object.kind === 'Ingress'
    ? specOf<{
        rules: {
          http: { paths: { backend: { service: { name: string } } }[] };
        }[];
      }>(object).rules.flatMap(({ http }) =>
        http.paths.flatMap(({ backend }) =>
          to('Service', backend.service.name),
        ),
      )
    : specOf<{ rules: { backendRefs: { name: string }[] }[] }>(
        object,
      ).rules.flatMap(({ backendRefs }) =>
        backendRefs.flatMap(({ name }) => to('Service', name)),
      );

function referencesOf(object: KubernetesObject): Reference[] {
  switch (object.kind) {
    case 'RoleBinding':
    case 'ClusterRoleBinding':
      return ofBinding(object);
    case 'Ingress':
    case 'HTTPRoute':
      return ofRoute(object);
    default:
      return podsOf([object]).flatMap(ofPod);
  }
}

/** What controllers and hooks make: by the kind of the object that asks for it. */
function made(objects: readonly KubernetesObject[]): Reference[] {
  return [
    ...ofKind(objects, 'ExternalSecret').flatMap(object =>
      to('Secret', specOf<{ target: { name: string } }>(object).target.name),
    ),
    ...ofKind(objects, 'Certificate').flatMap(object =>
      to('Secret', specOf<{ secretName: string }>(object).secretName),
    ),
    ...ofKind(objects, 'Job').flatMap(job =>
      podsOf([job]).flatMap(({ spec }) =>
        spec.containers.flatMap(({ env = [] }) =>
          (env as { name: string; value?: string }[])
            .filter(({ name }) => name === 'SECRET_NAME')
            .flatMap(({ value }) => to('Secret', value)),
        ),
      ),
    ),
  ];
}

/** What a team makes itself, because its values say that it is there: the names, and those that stand for empty ones. */
function declared(values: Values, fullname: string): Reference[] {
  const { auth, config, federation, llmBackends, persistence } = values;
  const { serviceAccount, extraEnv, extraEnvFrom, extraVolumes } = values;
  const extra = podsOf([
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: fullname },
      spec: {
        volumes: extraVolumes,
        containers: [
          ...Object.values(extraEnv).map(env => ({ env })),
          ...Object.values(extraEnvFrom).map(envFrom => ({ envFrom })),
          ...values.extraContainers,
        ],
      },
    },
  ]).flatMap(ofPod);
  const { saml } = federation;
  return [
    ...to('Secret', auth.existingSecret),
    ...to('Secret', config.database.existingSecret),
    ...to('Secret', federation.existingSecret || `${fullname}-oidc`),
    ...(saml.keyPair === 'existingSecret'
      ? to('Secret', saml.existingSecret || `${fullname}-saml`)
      : []),
    ...llmBackends.flatMap(({ apiKeySecretRef: from }) =>
      to('Secret', from?.name),
    ),
    ...to('PersistentVolumeClaim', persistence.existingClaim),
    ...(serviceAccount.create
      ? []
      : to('ServiceAccount', serviceAccount.name || 'default')),
    ...extra,
  ];
}

export const references: Policy = {
  name: 'references',
  what: 'Each ConfigMap, Secret, claim, service account, role and Service that is named is rendered, made by what is rendered, or said by the values to be there already.',
  why: 'A pod whose Secret or claim is missing never starts, and says so only in its events.',
  source:
    'https://kubernetes.io/docs/concepts/configuration/secret/#restriction-secret-must-exist',
  check: (objects, values) => {
    const [deployment] = ofKind(objects, 'Deployment');
    const there = [
      ...objects.map(({ kind, metadata }) => ({ kind, name: metadata.name })),
      ...made(objects),
      ...declared(values, deployment?.metadata.name ?? ''),
    ];
    return objects.flatMap(object =>
      referencesOf(object)
        .filter(
          ({ kind, name }) =>
            !there.some(each => each.kind === kind && each.name === name),
        )
        .map(
          ({ kind, name }) =>
            `${nameOf(object)} needs ${kind} ${name}, which is not there`,
        ),
    );
  },
};
