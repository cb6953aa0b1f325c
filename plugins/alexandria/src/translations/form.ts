/** What the form says, in English, beside the labels and help texts of its fields. */
export const formMessages = {
  'form.fields.access.providers.kind.label': 'Kind',
  'form.fields.access.providers.kind.help':
    'The protocol that the identity provider speaks.',

  'form.sections.identity': 'Identity',
  'form.sections.environments': 'Environments',
  'form.sections.sizing': 'Size and storage',
  'form.sections.images': 'Images',
  'form.sections.access': 'Access',
  'form.sections.llmBackends': 'LLM backends',
  'form.sections.secrets': 'Secrets',
  'form.sections.exposure': 'Exposure and observability',
  'form.sections.delivery': 'Delivery',

  'form.choices.stage.development': 'Development',
  'form.choices.stage.staging': 'Staging',
  'form.choices.stage.production': 'Production',
  'form.choices.size.small': 'Small',
  'form.choices.size.medium': 'Medium',
  'form.choices.size.large': 'Large',
  'form.choices.database.sqlite': 'SQLite, on the data volume',
  'form.choices.database.postgres': 'Postgres',
  'form.choices.providerKind.oidc': 'OpenID Connect',
  'form.choices.providerKind.saml': 'SAML',
  'form.choices.samlKeyPair.firstBoot': 'Made at first start',
  'form.choices.samlKeyPair.existingSecret': 'From a Secret',
  'form.choices.samlKeyPair.certManager': 'Issued by cert-manager',
  'form.choices.issuerKind.Issuer': 'Issuer',
  'form.choices.issuerKind.ClusterIssuer': 'ClusterIssuer',
  'form.choices.secretsSource.existingSecret':
    'Secrets that you create with kubectl',
  'form.choices.secretsSource.externalSecrets': 'External Secrets Operator',
  'form.choices.storeKind.SecretStore': 'SecretStore',
  'form.choices.storeKind.ClusterSecretStore': 'ClusterSecretStore',
  'form.choices.exposureKind.none': 'Nothing, port-forward only',
  'form.choices.exposureKind.ingress': 'Ingress',
  'form.choices.exposureKind.httpRoute': 'Gateway and HTTPRoute',
  'form.choices.manifests.helm': 'Helm chart',
  'form.choices.manifests.kustomize': 'Kustomize manifests',
  'form.choices.manifests.both': 'Both',
  'form.choices.gitops.none': 'None',
  'form.choices.gitops.argocd': 'Argo CD',
  'form.choices.gitops.flux': 'Flux',
  'form.choices.ci.auto': 'By repository host',
  'form.choices.ci.github': 'GitHub Actions',
  'form.choices.ci.gitlab': 'GitLab CI/CD',
  'form.choices.ci.gitea': 'Gitea Actions',
  'form.choices.ci.none': 'None',

  'form.required': 'required',
  'form.problem': '{{label}}: {{text}}',
  'form.path.position': '{{label}} {{position}}',

  'form.alert.earlier.title': 'An earlier page needs a change',
  'form.alert.earlier.description':
    'Go back to the page “{{page}}”. {{problems}}',
  'form.alert.rest.title': 'These answers do not go together',

  'form.rows.duplicateRow': 'Duplicate {{row}}',
  'form.rows.removeRow': 'Remove {{row}}',
  'form.rows.up': 'Move {{row}} up',
  'form.rows.down': 'Move {{row}} down',
  'form.rows.undo': 'Undo',
  'form.rows.added': '{{row}} added at position {{position}}.',
  'form.rows.removed': '{{row}} removed.',
  'form.rows.restored': '{{row}} is back at position {{position}}.',
  'form.rows.moved': '{{row}} moved to position {{position}} of {{total}}.',
  'form.rows.add.environments': 'Add environment',
  'form.rows.add.providers': 'Add provider',
  'form.rows.add.llmBackends': 'Add LLM backend',
  'form.rows.one.environments': 'Environment',
  'form.rows.one.providers': 'Provider',
  'form.rows.one.llmBackends': 'LLM backend',
  'form.rows.none.providers':
    'None. People sign in with passkeys and passwords.',
  'form.rows.none.llmBackends':
    'None. They can be registered later, in a running instance too.',

  'form.entities.placeholder': 'Search, or type a reference',
  'form.entities.none': 'The catalog has no match. You can type a reference.',
  'form.entities.failed':
    'The catalog could not be read ({{reason}}). You can type a reference.',

  'form.name.asking': 'Asking the catalog whether the name is free…',
  'form.name.free': 'Free in the catalog.',
  'form.name.taken':
    'The name is taken in the catalog, by {{ref}}. Choose another one.',
  'form.name.unknown':
    'It is not known whether the name is free, because the catalog could not be asked ({{reason}}).',

  'form.repository.title': 'Repository',
  'form.repository.missing':
    'Choose the repository below. Whether it is free shows here.',
  'form.repository.asking': 'Asking {{host}} whether the repository is free…',
  'form.repository.free': 'Free: {{url}} does not exist yet.',
  'form.repository.taken':
    'The repository is taken: {{url}} exists already. Choose another one.',
  'form.repository.unknown':
    'It is not known whether the repository is free ({{reason}}).',

  'form.digests.title': 'Pin by digest',
  'form.redirect.title': 'Redirect URIs',
  'form.redirect.help':
    'Enter them at the identity provider, one for each environment.',
  'form.redirect.later':
    'They show here as soon as the provider and the environments have valid names and hosts.',
  'form.redirect.copy': 'Copy the redirect URI of {{environment}}',
  'form.redirect.copied': 'The redirect URI of {{environment}} is copied.',
  'form.redirect.notCopied':
    'The browser did not allow copying. Select the address and copy it.',
  'form.secrets.notice.title': 'No secret value is ever asked for',
  'form.secrets.notice.description':
    'Passwords and keys go into Kubernetes Secrets. The README of the new repository has the commands; here you only choose names.',

  'form.preview.region': 'Preview of the repository',
  'form.preview.show': 'Show preview',
  'form.preview.hide': 'Hide preview',
  'form.unknownSection':
    'The template names a page that this form does not have: {{section}}. It has {{known}}.',
} as const;

/** Keys of the names of choices. */
export type FormChoiceKey = Extract<
  keyof typeof formMessages,
  `form.choices.${string}`
>;
