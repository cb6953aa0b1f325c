/** What the form says in German, beside the labels and help texts of its fields. */
export const form = {
  'form.sections.identity': 'Identität',
  'form.sections.environments': 'Umgebungen',
  'form.sections.sizing': 'Größe und Speicherplatz',
  'form.sections.images': 'Images',
  'form.sections.access': 'Zugang',
  'form.sections.llmBackends': 'LLM-Backends',
  'form.sections.secrets': 'Secrets',
  'form.sections.exposure': 'Erreichbarkeit und Beobachtbarkeit',
  'form.sections.delivery': 'Auslieferung',

  'form.choices.stage.development': 'Entwicklung',
  'form.choices.stage.staging': 'Staging',
  'form.choices.stage.production': 'Produktion',
  'form.choices.size.small': 'Klein',
  'form.choices.size.medium': 'Mittel',
  'form.choices.size.large': 'Groß',
  'form.choices.database.sqlite': 'SQLite, auf dem Datenvolume',
  'form.choices.database.postgres': 'Postgres',
  'form.choices.providerKind.oidc': 'OpenID Connect',
  'form.choices.providerKind.saml': 'SAML',
  'form.choices.samlKeyPair.firstBoot': 'Beim ersten Start erzeugt',
  'form.choices.samlKeyPair.existingSecret': 'Aus einem Secret',
  'form.choices.samlKeyPair.certManager': 'Von cert-manager ausgestellt',
  'form.choices.issuerKind.Issuer': 'Issuer',
  'form.choices.issuerKind.ClusterIssuer': 'ClusterIssuer',
  'form.choices.secretsSource.existingSecret':
    'Secrets, die Sie mit kubectl anlegen',
  'form.choices.secretsSource.externalSecrets': 'External Secrets Operator',
  'form.choices.storeKind.SecretStore': 'SecretStore',
  'form.choices.storeKind.ClusterSecretStore': 'ClusterSecretStore',
  'form.choices.exposureKind.none': 'Nichts, nur Port-Forward',
  'form.choices.exposureKind.ingress': 'Ingress',
  'form.choices.exposureKind.httpRoute': 'Gateway und HTTPRoute',
  'form.choices.manifests.helm': 'Helm-Chart',
  'form.choices.manifests.kustomize': 'Kustomize-Manifeste',
  'form.choices.manifests.both': 'Beides',
  'form.choices.gitops.none': 'Keine',
  'form.choices.gitops.argocd': 'Argo CD',
  'form.choices.gitops.flux': 'Flux',
  'form.choices.ci.auto': 'Nach dem Repository-Host',
  'form.choices.ci.github': 'GitHub Actions',
  'form.choices.ci.gitlab': 'GitLab CI/CD',
  'form.choices.ci.gitea': 'Gitea Actions',
  'form.choices.ci.none': 'Keiner',

  'form.required': 'Pflichtfeld',
  'form.problem': '{{label}}: {{text}}',
  'form.path.position': '{{label}} {{position}}',

  'form.alert.earlier.title': 'Eine frühere Seite muss geändert werden',
  'form.alert.earlier.description':
    'Gehen Sie zurück zur Seite „{{page}}“. {{problems}}',
  'form.alert.rest.title': 'Diese Antworten passen nicht zusammen',

  'form.rows.duplicateRow': '{{row}} duplizieren',
  'form.rows.removeRow': '{{row}} entfernen',
  'form.rows.up': '{{row}} nach oben',
  'form.rows.down': '{{row}} nach unten',
  'form.rows.undo': 'Rückgängig',
  'form.rows.added': '{{row}} an Position {{position}} hinzugefügt.',
  'form.rows.removed': '{{row}} entfernt.',
  'form.rows.restored': '{{row}} ist wieder an Position {{position}}.',
  'form.rows.moved':
    '{{row}} ist jetzt an Position {{position}} von {{total}}.',
  'form.rows.add.environments': 'Umgebung hinzufügen',
  'form.rows.add.providers': 'Anbieter hinzufügen',
  'form.rows.add.llmBackends': 'LLM-Backend hinzufügen',
  'form.rows.one.environments': 'Umgebung',
  'form.rows.one.providers': 'Anbieter',
  'form.rows.one.llmBackends': 'LLM-Backend',
  'form.rows.none.providers':
    'Keine. Man meldet sich mit Passkeys und Passwörtern an.',
  'form.rows.none.llmBackends':
    'Keine. Sie lassen sich später registrieren, auch in einer laufenden Instanz.',

  'form.entities.placeholder': 'Suchen oder eine Referenz eingeben',
  'form.entities.none':
    'Der Katalog hat keinen Treffer. Sie können eine Referenz eingeben.',
  'form.entities.failed':
    'Der Katalog konnte nicht gelesen werden ({{reason}}). Sie können eine Referenz eingeben.',

  'form.name.asking': 'Der Katalog wird gefragt, ob der Name frei ist …',
  'form.name.free': 'Im Katalog frei.',
  'form.name.taken':
    'Der Name ist im Katalog vergeben, an {{ref}}. Wählen Sie einen anderen.',
  'form.name.unknown':
    'Ob der Name frei ist, ist nicht bekannt, weil der Katalog nicht gefragt werden konnte ({{reason}}).',

  'form.repository.title': 'Repository',
  'form.repository.missing':
    'Wählen Sie unten das Repository. Ob es frei ist, steht dann hier.',
  'form.repository.asking':
    '{{host}} wird gefragt, ob das Repository frei ist …',
  'form.repository.free': 'Frei: {{url}} gibt es noch nicht.',
  'form.repository.taken':
    'Das Repository ist vergeben: {{url}} gibt es schon. Wählen Sie ein anderes.',
  'form.repository.unknown':
    'Ob das Repository frei ist, ist nicht bekannt ({{reason}}).',

  'form.digests.title': 'Durch Digest festlegen',
  'form.redirect.title': 'Redirect-URIs',
  'form.redirect.help':
    'Tragen Sie sie beim Identitätsanbieter ein, eine je Umgebung.',
  'form.redirect.later':
    'Sie stehen hier, sobald Anbieter und Umgebungen gültige Namen und Hostnamen haben.',
  'form.redirect.copy': 'Redirect-URI von {{environment}} kopieren',
  'form.redirect.copied': 'Die Redirect-URI von {{environment}} ist kopiert.',
  'form.redirect.notCopied':
    'Der Browser hat das Kopieren nicht erlaubt. Markieren Sie die Adresse und kopieren Sie sie.',
  'form.secrets.notice.title': 'Nach keinem geheimen Wert wird je gefragt',
  'form.secrets.notice.description':
    'Passwörter und Schlüssel kommen in Kubernetes-Secrets. Die README des neuen Repositorys hat die Befehle; hier wählen Sie nur Namen.',

  'form.preview.region': 'Vorschau des Repositorys',
  'form.preview.show': 'Vorschau zeigen',
  'form.preview.hide': 'Vorschau verbergen',
  'form.unknownSection':
    'Die Vorlage nennt eine Seite, die dieses Formular nicht hat: {{section}}. Es hat {{known}}.',
} as const;
