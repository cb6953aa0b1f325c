export interface Config {
  sandbox?: {
    /**
     * The git host on loopback, for development. Started when this is present;
     * null in a later file, or false, turns it off (an environment variable
     * can only say false). Its credentials are those of the entry of
     * `integrations.gitea` with host `localhost:<port>`.
     */
    git?:
      | {
          /** TCP port on 127.0.0.1, 7008 when omitted. */
          port?: number | string;
          /**
           * Folder that keeps the repositories over restarts. When omitted they
           * live in a temporary folder that is removed on shutdown.
           */
          directory?: string;
        }
      | false
      | null;
    /**
     * The sample clusters, for development: two Kubernetes APIs on loopback
     * with instances in them. Started when this is present; null in a later
     * file, or false, turns them off. Their token is that of the clusters of
     * `kubernetes.clusterLocatorMethods` with the url
     * `https://127.0.0.1:<port>/clusters/north` and `…/south`.
     */
    clusters?:
      | {
          /** TCP port on 127.0.0.1, 7009 when omitted. */
          port?: number | string;
        }
      | false
      | null;
  };
}
