import type { Instance } from '../instanceSchema';
import type { Environment } from '../model/environment';

/** A year, which the source document's checklist asks for. */
const HSTS_SECONDS = 31536000;

const TLS_SECRET = 'alexandria-tls';

/**
 * Whether people reach an environment from outside the cluster through an object of the chart.
 *
 * @public
 */
export function isExposed(
  { exposure }: Instance,
  { host }: Environment,
): boolean {
  return exposure.kind !== 'none' && host !== '';
}

function networkPolicy(instance: Instance, environment: Environment) {
  const { kind, gateway, networkPolicy: wanted } = instance.exposure;
  if (!wanted) {
    return undefined;
  }
  return {
    enabled: true,
    ingressFrom:
      kind === 'httpRoute'
        ? [
            gateway.namespace === ''
              ? { podSelector: {} }
              : {
                  namespaceSelector: {
                    matchLabels: {
                      'kubernetes.io/metadata.name': gateway.namespace,
                    },
                  },
                },
          ]
        : undefined,
    postgres:
      environment.database === 'postgres' ? environment.postgres : undefined,
  };
}

/** Ingress or HTTPRoute, HSTS once TLS is in front, and the NetworkPolicy. */
export function exposureValues(instance: Instance, environment: Environment) {
  const { kind, className, clusterIssuer, gateway } = instance.exposure;
  const { host } = environment;
  const exposed = isExposed(instance, environment);
  return {
    ingress:
      exposed && kind === 'ingress'
        ? {
            enabled: true,
            className,
            annotations: clusterIssuer
              ? { 'cert-manager.io/cluster-issuer': clusterIssuer }
              : {},
            hosts: [{ host, paths: [{ path: '/', pathType: 'Prefix' }] }],
            tls: [{ secretName: TLS_SECRET, hosts: [host] }],
          }
        : undefined,
    httpRoute:
      exposed && kind === 'httpRoute'
        ? {
            enabled: true,
            parentRefs: [
              {
                name: gateway.name,
                ...(gateway.namespace ? { namespace: gateway.namespace } : {}),
                ...(gateway.sectionName
                  ? { sectionName: gateway.sectionName }
                  : {}),
              },
            ],
            hostnames: [host],
          }
        : undefined,
    // A host name means https, whoever ends TLS.
    config: host ? { security: { hstsMaxAge: HSTS_SECONDS } } : undefined,
    networkPolicy: networkPolicy(instance, environment),
  };
}
