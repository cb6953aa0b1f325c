/**
 * What is kept of an entity that is in the catalog, or is to be, because something runs: an instance that nobody has registered,
 * or what it depends on. It is there, or was and may still be in the catalog.
 */
export interface KnownEntity {
  entityRef: string;
  /** Empty for a cluster. */
  namespace: string;
  /** Of the Deployment; of a database the Secret and the key; empty for a cluster. */
  name: string;
  /** Of its Deployment, when it was last seen. */
  labels: Readonly<Record<string, string>>;
  /** Of the entity that the catalog was given; empty before it was given one. */
  fingerprint: string;
  /** For how long it has been known to be gone, in milliseconds; 0 while it is there. */
  absentMs: number;
  /** When it was last known to be gone, in milliseconds since the epoch; absent when the last look did not tell. */
  lookedAt?: number;
}
