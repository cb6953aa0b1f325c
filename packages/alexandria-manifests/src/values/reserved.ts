/** Names that the chart gives things of its own; values may not give them again. */
export const reserved = {
  /** Environment variables of api, orchestrator and the init containers. */
  env: /^(ALEXANDRIA_(JWT_SECRET|ADMIN_PASSWORD|DATABASE_URL|OIDC_[A-Z0-9_]+_CLIENT_SECRET)|OTEL_(EXPORTER_OTLP_ENDPOINT|EXPORTER_OTLP_PROTOCOL|SERVICE_NAME))$/,
  /** Containers and init containers. */
  container: /^(api|orchestrator|dashboard|config-init|llm-init-.*)$/,
  /** Volumes that values may mount further, but not define. */
  sharedVolumes: ['data', 'run', 'etc-alexandria'],
  /** Volumes that values may neither define nor mount. */
  volumes: ['config', 'nginx-config', 'tmp', 'saml', 'token'],
  /** Where the chart itself mounts. */
  mountPaths: [
    '/etc/alexandria',
    '/etc/alexandria/saml',
    '/etc/nginx/nginx.conf',
    '/tmp',
    '/var/lib/alexandria',
    '/var/run/alexandria',
    '/var/run/secrets/kubernetes.io/serviceaccount',
  ],
  /** Names of container ports. */
  ports: ['api', 'http'],
  /** Port of the Service for metrics. */
  metricsPort: 9090,
} as const;
