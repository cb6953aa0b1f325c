import { Release, Values } from '../values/valuesSchema';

/** Longest stem: the longest suffix, `-test-connection`, has to fit into the 63 characters of a label. */
const STEM_MAX = 46;

/** Names of the objects of a release, and of the Secrets that it reads. */
export interface Names {
  /** Stem of all names; the Deployment and the Service are called this. */
  fullname: string;
  /** ConfigMap with alexandria.conf. */
  config: string;
  /** ConfigMap with nginx.conf. */
  nginx: string;
  /** The chart's own Secret; not `<fullname>-auth`, which is what teams call the one they create. */
  secret: string;
  /** Claim behind the volume `data`. */
  claim: string;
  serviceAccount: string;
  /** ClusterRole and ClusterRoleBinding: with the namespace, for releases of one name in two namespaces. */
  clusterRole: string;
  /** Secret that the ExternalSecret writes. */
  externalSecret: string;
  /** Secret with the OIDC client secrets. */
  oidcSecret: string;
  /** Secret with the key pair of the SAML service provider. */
  samlSecret: string;
}

/** Before it is cut. Without a nameOverride it ends in a hyphen, as a cut name may. */
function uncutStem(values: Values, release: Release): string {
  return values.fullnameOverride || `${release.name}-${values.nameOverride}`;
}

function serviceAccountName(values: Values, fullname: string): string {
  const { create, name } = values.serviceAccount;
  return name || (create ? fullname : 'default');
}

export function namesOf(values: Values, release: Release): Names {
  const fullname = uncutStem(values, release)
    .slice(0, STEM_MAX)
    .replace(/-+$/, '');
  return {
    fullname,
    config: `${fullname}-config`,
    nginx: `${fullname}-nginx`,
    secret: fullname,
    claim: values.persistence.existingClaim || `${fullname}-data`,
    serviceAccount: serviceAccountName(values, fullname),
    clusterRole: `${release.namespace}-${fullname}`,
    externalSecret: `${fullname}-external`,
    oidcSecret: values.federation.existingSecret || `${fullname}-oidc`,
    samlSecret: values.federation.saml.existingSecret || `${fullname}-saml`,
  };
}
