import type { DeprecatedApi } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { textAt, type Json } from '../../objects/read';
import { entriesOf } from './writers';

interface Deprecation {
  replacement: string;
  removedIn?: string;
}

const kubernetes = (replacement: string, removedIn: string): Deprecation => ({
  replacement,
  removedIn: `Kubernetes ${removedIn}`,
});

/**
 * Versions of the kinds that the chart renders, of which there is a newer one that every supported cluster serves.
 *
 * Sources: https://kubernetes.io/docs/reference/using-api/deprecation-guide/ and the release notes of Gateway API, cert-manager
 * and External Secrets Operator.
 */
const DEPRECATED: Record<string, Deprecation> = {
  'apps/v1beta1 Deployment': kubernetes('apps/v1', '1.16'),
  'apps/v1beta2 Deployment': kubernetes('apps/v1', '1.16'),
  'extensions/v1beta1 Deployment': kubernetes('apps/v1', '1.16'),
  'extensions/v1beta1 Ingress': kubernetes('networking.k8s.io/v1', '1.22'),
  'networking.k8s.io/v1beta1 Ingress': kubernetes(
    'networking.k8s.io/v1',
    '1.22',
  ),
  'extensions/v1beta1 NetworkPolicy': kubernetes(
    'networking.k8s.io/v1',
    '1.16',
  ),
  'policy/v1beta1 PodDisruptionBudget': kubernetes('policy/v1', '1.25'),
  'autoscaling/v2beta1 HorizontalPodAutoscaler': kubernetes(
    'autoscaling/v2',
    '1.25',
  ),
  'autoscaling/v2beta2 HorizontalPodAutoscaler': kubernetes(
    'autoscaling/v2',
    '1.26',
  ),
  'gateway.networking.k8s.io/v1alpha2 HTTPRoute': {
    replacement: 'gateway.networking.k8s.io/v1',
    removedIn: 'Gateway API 1.1',
  },
  'gateway.networking.k8s.io/v1beta1 HTTPRoute': {
    replacement: 'gateway.networking.k8s.io/v1',
  },
  'cert-manager.io/v1alpha2 Certificate': {
    replacement: 'cert-manager.io/v1',
    removedIn: 'cert-manager 1.6',
  },
  'cert-manager.io/v1alpha3 Certificate': {
    replacement: 'cert-manager.io/v1',
    removedIn: 'cert-manager 1.6',
  },
  'cert-manager.io/v1beta1 Certificate': {
    replacement: 'cert-manager.io/v1',
    removedIn: 'cert-manager 1.6',
  },
  'external-secrets.io/v1alpha1 ExternalSecret': {
    replacement: 'external-secrets.io/v1',
    removedIn: 'External Secrets Operator 0.17',
  },
  'external-secrets.io/v1beta1 ExternalSecret': {
    replacement: 'external-secrets.io/v1',
    removedIn: 'External Secrets Operator 0.17',
  },
};

const deprecationOf = (apiVersion: string, kind: string) => {
  const key = `${apiVersion} ${kind}`;
  return Object.hasOwn(DEPRECATED, key) ? DEPRECATED[key] : undefined;
};

/**
 * The deprecated versions that a manifest has, or that an object is written by. The API server converts objects to the
 * version that is asked for; by which one somebody wrote stands in `managedFields` alone.
 *
 * @param live - undefined when it is not there
 *
 * @public
 */
export function deprecatedApis(expected: Json, live?: Json): DeprecatedApi[] {
  const kind = textAt(expected, 'kind');
  const asked = textAt(expected, 'apiVersion');
  const ofManifest = deprecationOf(asked, kind);
  return [
    ...(ofManifest ? [{ apiVersion: asked, ...ofManifest }] : []),
    ...entriesOf(live).flatMap(({ apiVersion, writer }) => {
      const deprecation = deprecationOf(apiVersion, kind);
      return deprecation ? [{ apiVersion, ...deprecation, writer }] : [];
    }),
  ];
}
