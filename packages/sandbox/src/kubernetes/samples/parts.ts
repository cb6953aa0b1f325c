import type { ValuesInput } from '@alexandriaproject/alexandria-manifests';
import { ANNOTATION_PREFIX } from '../controllers/Control';
import type { Hands } from './Hands';

/** What more than one replica needs. */
export const replicated: ValuesInput = {
  config: { database: { existingSecret: 'alexandria-db' } },
  persistence: { accessMode: 'ReadWriteMany', storageClass: 'shared' },
};

/** Has an autoscaler. */
export const scaled = (
  minReplicas: number,
  maxReplicas: number,
): ValuesInput => ({
  ...replicated,
  autoscaling: { enabled: true, minReplicas, maxReplicas },
});

/** Can be reached by people, with a certificate of cert-manager. */
export const exposed = (
  host: string,
  annotations: Record<string, string> = {},
): ValuesInput => ({
  config: { webauthn: { rpId: host, rpOrigin: `https://${host}` } },
  ingress: {
    enabled: true,
    annotations: {
      'cert-manager.io/cluster-issuer': 'letsencrypt',
      ...annotations,
    },
    hosts: [{ host, paths: [{ path: '/', pathType: 'Prefix' }] }],
    tls: [{ secretName: 'alexandria-tls', hosts: [host] }],
  },
});

/** Behaves as an annotation of the sandbox says. */
export const behaving = (annotations: Record<string, string>): ValuesInput => ({
  podAnnotations: Object.fromEntries(
    Object.entries(annotations).map(([name, value]) => [
      ANNOTATION_PREFIX + name,
      value,
    ]),
  ),
});

export const sandboxAnnotation = (name: string, value: string) => ({
  [ANNOTATION_PREFIX + name]: value,
});

/** Writes the Secret that every instance needs. */
export const authSecret = (hands: Hands) =>
  hands.secret('alexandria-auth', 'jwt-secret', 'admin-password');

/** And that of those with Postgres. */
export const databaseSecret = (hands: Hands) =>
  hands.secret('alexandria-db', 'database-url');
