import type { JsonRecord } from './json';

/** Who makes an object what it is: https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/ */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

/** Who wrote which fields: https://kubernetes.io/docs/reference/using-api/server-side-apply/ */
export interface ManagedFieldsEntry {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  /** ISO 8601, to the second; absent where nothing but who manages it was ever changed. */
  time?: string;
  fieldsType: 'FieldsV1';
  fieldsV1: JsonRecord;
  subresource?: string;
}

/** Metadata as the API server has it. Times are ISO 8601, to the second. */
export interface ObjectMeta {
  name: string;
  generateName?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  finalizers?: string[];
  managedFields?: ManagedFieldsEntry[];
}

/** An object as the API server writes it. */
export interface KubernetesObject extends JsonRecord {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
}

/** A time as Kubernetes writes it: to the second. */
export const timeText = (ms: number) =>
  new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
