/** What is kept of an instance that nobody has registered: it runs, or ran and may still be in the catalog. */
export interface KnownInstance {
  entityRef: string;
  namespace: string;
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
