const EXAMPLE = `# Answers for a new Alexandria instance. Everything that is commented out is optional and shows its default.
# No field takes a secret: passwords and keys go into Kubernetes Secrets, with the commands of the generated README.

# DNS label of at most 40 characters: in the catalog, in labels and, usually, the repository.
name: payments-assistant
# Group or user of the catalog.
owner: group:default/payments
# system: payments
# description: Answers questions about payments

# Where the instance runs. The first one of the lowest stage is the base of the Kustomize overlays.
environments:
  - name: dev
    # development may follow a moving image tag; staging needs a branch, commit or release; production needs a release.
    stage: development
    # Name of the cluster as the portal and the GitOps tool know it.
    # cluster: in-cluster
    # namespace: payments-assistant-dev
    # Where people open it. Passkeys are bound to this name. Empty: by port-forward, on localhost.
    # host: ""
    # small, medium or large.
    # size: small
    # replicas: 1
    # sqlite or postgres.
    # database: sqlite
    # storage:
    #   size: 10Gi
    #   className: ""
    #   shared: false
    # imageTag: ""
  - name: prod
    stage: production
    cluster: production
    host: assistant.acme.io
    size: large
    # More than one pod needs Postgres and shared storage.
    autoscaling:
      minReplicas: 2
      maxReplicas: 5
    database: postgres
    # Needed with exposure.networkPolicy only.
    postgres:
      cidr: 10.0.0.0/16
      # port: 5432
    storage:
      size: 50Gi
      # ReadWriteMany, as NFS, EFS, CephFS and Azure Files can do.
      shared: true
    imageTag: v1.0.0
    # Pin the images themselves; a digest wins over the tag.
    # imageDigests:
    #   api: sha256:…
    #   orchestrator: sha256:…
    #   dashboard: sha256:…

images:
  registry: ghcr.io/alexandriaproject
  # pullSecret: regcred

access:
  rpName: Alexandria
  providers:
    - name: okta
      kind: oidc
      issuer: https://acme.okta.com
      clientId: 0oa1alexandria
      # autoCreateUsers: true
      # defaultRole: user
    # - name: adfs
    #   kind: saml
    #   metadataUrl: https://adfs.acme.io/FederationMetadata/2007-06/FederationMetadata.xml
  # Only with a SAML provider: firstBoot, existingSecret or certManager.
  # samlKeyPair: firstBoot
  # samlIssuer:
  #   name: ""
  #   kind: Issuer

llmBackends:
  - name: claude
    kind: claude
    url: https://api.anthropic.com
    model: claude-sonnet-4-6
    # The key itself goes into a Secret.
    # apiKey: true

secrets:
  # existingSecret or externalSecrets.
  source: existingSecret
  # secretName: alexandria-auth
  # With externalSecrets; keys are <keyPrefix>/<instance>/<environment>/<secret>.
  # store:
  #   name: vault
  #   kind: ClusterSecretStore
  #   keyPrefix: alexandria

exposure:
  # none, ingress or httpRoute.
  kind: ingress
  className: nginx
  clusterIssuer: letsencrypt-prod
  # With httpRoute.
  # gateway:
  #   name: ""
  #   namespace: ""
  #   sectionName: ""
  networkPolicy: true

observability:
  metrics: true
  # Needs the Prometheus Operator.
  # serviceMonitor: false
  otelEndpoint: http://otel-collector.observability.svc:4318

delivery:
  # helm, kustomize or both.
  manifests: both
  # none, argocd or flux.
  gitops: argocd
  # auto follows the repository host; github, gitlab, gitea or none.
  # ci: auto

# Repository, in the format of Backstage's RepoUrlPicker. GitOps definitions and the catalog link to it.
repoUrl: github.com?owner=acme&repo=payments-assistant
`;

/**
 * An example of answers with every field that is commonly set, commented: `alexandria generate --print-example`.
 *
 * @public
 */
export function exampleParameters(): string {
  return EXAMPLE;
}
