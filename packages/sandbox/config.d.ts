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
  };
}
