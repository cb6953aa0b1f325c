/** Labels and help texts of the fields in German. */
export const fields = {
  'form.fields.name.label': 'Name',
  'form.fields.name.help':
    'Name der Instanz: im Katalog, in Labels und, wenn Sie es nicht ändern, des Repositorys.',
  'form.fields.owner.label': 'Eigentümer',
  'form.fields.owner.help':
    'Gruppe oder Benutzer des Katalogs, denen die Instanz gehört.',
  'form.fields.system.label': 'System',
  'form.fields.system.help': 'System des Katalogs, zu dem die Instanz gehört.',
  'form.fields.description.label': 'Beschreibung',
  'form.fields.description.help':
    'Eine Zeile für alle, die auf die Instanz stoßen.',
  'form.fields.environments.label': 'Umgebungen',
  'form.fields.environments.help':
    'Wo die Instanz läuft, die niedrigste zuerst: Die erste ist die Basis der Kustomize-Overlays.',
  'form.fields.environments.name.label': 'Name',
  'form.fields.environments.name.help':
    'Kurzer Name der Umgebung, etwa dev. Benennt ihre Values-Datei und ihr Overlay.',
  'form.fields.environments.stage.label': 'Stufe',
  'form.fields.environments.stage.help':
    'Entwicklung darf einem beweglichen Image-Tag folgen; Staging braucht einen Branch oder Commit; Produktion braucht ein Release und besteht die Checkliste.',
  'form.fields.environments.cluster.label': 'Cluster',
  'form.fields.environments.cluster.help':
    'Name des Clusters, wie Ihr Portal und Ihr GitOps-Werkzeug ihn kennen.',
  'form.fields.environments.namespace.label': 'Namespace',
  'form.fields.environments.namespace.help':
    'Namespace in Kubernetes. Leer bedeutet <Instanz>-<Umgebung>.',
  'form.fields.environments.host.label': 'Hostname',
  'form.fields.environments.host.help':
    'Wo man die Instanz öffnet. Passkeys sind an diesen Namen gebunden. Eine Entwicklungsumgebung kommt ohne aus: Man erreicht sie dann per Port-Forward auf localhost.',
  'form.fields.environments.size.label': 'Größe',
  'form.fields.environments.size.help': 'CPU und Speicher der drei Container.',
  'form.fields.environments.replicas.label': 'Replikate',
  'form.fields.environments.replicas.help':
    'Anzahl der Pods. Mehr als einer braucht Postgres und gemeinsamen Speicherplatz.',
  'form.fields.environments.autoscaling.label': 'Automatische Skalierung',
  'form.fields.environments.autoscaling.help':
    'Ein HorizontalPodAutoscaler wählt die Anzahl der Pods. Braucht einen Metrics-Server, Postgres und gemeinsamen Speicherplatz.',
  'form.fields.environments.autoscaling.minReplicas.label': 'Mindestens',
  'form.fields.environments.autoscaling.minReplicas.help':
    'Kleinste Anzahl der Pods.',
  'form.fields.environments.autoscaling.maxReplicas.label': 'Höchstens',
  'form.fields.environments.autoscaling.maxReplicas.help':
    'Größte Anzahl der Pods.',
  'form.fields.environments.database.label': 'Datenbank',
  'form.fields.environments.database.help':
    'SQLite auf dem Datenvolume oder ein Postgres, das Sie betreiben. Dessen URL kommt aus einem Secret.',
  'form.fields.environments.postgres.label': 'Postgres',
  'form.fields.environments.postgres.help':
    'Wo Postgres ist. Nur mit einer NetworkPolicy nötig.',
  'form.fields.environments.postgres.cidr.label': 'Netz',
  'form.fields.environments.postgres.cidr.help':
    'Wo Postgres ist, für die NetworkPolicy.',
  'form.fields.environments.postgres.port.label': 'Port',
  'form.fields.environments.postgres.port.help': 'Port von Postgres.',
  'form.fields.environments.storage.label': 'Speicherplatz',
  'form.fields.environments.storage.help':
    'Das Datenvolume: Modelle, Wissensspeicher und, mit SQLite, die Datenbank.',
  'form.fields.environments.storage.size.label': 'Größe',
  'form.fields.environments.storage.size.help': 'Größe des Datenvolumes.',
  'form.fields.environments.storage.className.label': 'StorageClass',
  'form.fields.environments.storage.className.help':
    'Leer bedeutet die Vorgabe des Clusters.',
  'form.fields.environments.storage.shared.label': 'Gemeinsam',
  'form.fields.environments.storage.shared.help':
    'ReadWriteMany, für mehr als ein Replikat: NFS, EFS, CephFS oder Azure Files.',
  'form.fields.environments.imageTag.label': 'Image-Tag',
  'form.fields.environments.imageTag.help':
    'Ein Tag für API, Orchestrator und Dashboard. Leer bedeutet latest, nur in der Entwicklung.',
  'form.fields.environments.imageDigests.label': 'Image-Digests',
  'form.fields.environments.imageDigests.help':
    'Images durch Digests festlegen. Ein Digest geht dem Tag vor.',
  'form.fields.environments.imageDigests.api.label': 'API',
  'form.fields.environments.imageDigests.api.help': 'Digest des API-Images.',
  'form.fields.environments.imageDigests.orchestrator.label': 'Orchestrator',
  'form.fields.environments.imageDigests.orchestrator.help':
    'Digest des Orchestrator-Images.',
  'form.fields.environments.imageDigests.dashboard.label': 'Dashboard',
  'form.fields.environments.imageDigests.dashboard.help':
    'Digest des Dashboard-Images.',
  'form.fields.images.label': 'Images',
  'form.fields.images.help': 'Woher die Container-Images kommen.',
  'form.fields.images.registry.label': 'Registry',
  'form.fields.images.registry.help':
    'Woher die Images kommen; ändern Sie es für einen Spiegel.',
  'form.fields.images.pullSecret.label': 'Pull-Secret',
  'form.fields.images.pullSecret.help':
    'Name eines Secrets mit Zugangsdaten der Registry. Leer für eine öffentliche Registry.',
  'form.fields.access.label': 'Zugang',
  'form.fields.access.help': 'Wie man sich anmeldet.',
  'form.fields.access.rpName.label': 'Angezeigter Name bei Passkeys',
  'form.fields.access.rpName.help':
    'Was man sieht, wenn man einen Passkey registriert.',
  'form.fields.access.providers.label': 'Single Sign-on',
  'form.fields.access.providers.help':
    'Anbieter mit OIDC und SAML. Passkeys und Passwörter gehen auch ohne.',
  'form.fields.access.providers.kind.label': 'Art',
  'form.fields.access.providers.kind.help':
    'Das Protokoll, das der Identitätsanbieter spricht.',
  'form.fields.access.providers.name.label': 'Name',
  'form.fields.access.providers.name.help':
    'Kurzer Name des Anbieters, etwa okta. Teil seiner Anmeldeadresse.',
  'form.fields.access.providers.autoCreateUsers.label': 'Benutzer anlegen',
  'form.fields.access.providers.autoCreateUsers.help':
    'Bei der ersten Anmeldung einen Benutzer anlegen.',
  'form.fields.access.providers.defaultRole.label': 'Rolle neuer Benutzer',
  'form.fields.access.providers.defaultRole.help':
    'Rolle, die ein neuer Benutzer bekommt.',
  'form.fields.access.providers.issuer.label': 'Issuer',
  'form.fields.access.providers.issuer.help':
    'URL des Issuers, etwa https://your-org.okta.com.',
  'form.fields.access.providers.clientId.label': 'Client-ID',
  'form.fields.access.providers.clientId.help':
    'Die Client-ID, die kein Geheimnis ist. Das Client-Secret kommt in ein Kubernetes-Secret.',
  'form.fields.access.providers.metadataUrl.label': 'Metadaten-URL',
  'form.fields.access.providers.metadataUrl.help':
    'Adresse der Metadaten des Identitätsanbieters.',
  'form.fields.access.samlKeyPair.label': 'SAML-Schlüsselpaar',
  'form.fields.access.samlKeyPair.help':
    'Beim ersten Start erzeugt und auf dem Datenvolume gehalten, aus einem Secret genommen oder von cert-manager ausgestellt.',
  'form.fields.access.samlIssuer.label': 'SAML-Issuer',
  'form.fields.access.samlIssuer.help':
    'Nötig, wenn cert-manager das SAML-Schlüsselpaar ausstellt.',
  'form.fields.access.samlIssuer.name.label': 'Issuer',
  'form.fields.access.samlIssuer.name.help':
    'Name des Issuers von cert-manager.',
  'form.fields.access.samlIssuer.kind.label': 'Art',
  'form.fields.access.samlIssuer.kind.help':
    'Issuer des Namespaces oder ClusterIssuer.',
  'form.fields.llmBackends.label': 'LLM-Backends',
  'form.fields.llmBackends.help':
    'Werden registriert, wenn ein Pod startet. Eines später zu entfernen, meldet es nicht ab.',
  'form.fields.llmBackends.name.label': 'Name',
  'form.fields.llmBackends.name.help': 'Kurzer Name, etwa claude.',
  'form.fields.llmBackends.kind.label': 'Art',
  'form.fields.llmBackends.kind.help':
    'Was das Backend spricht, etwa claude, openai oder ollama.',
  'form.fields.llmBackends.url.label': 'URL',
  'form.fields.llmBackends.url.help': 'Adresse der API.',
  'form.fields.llmBackends.model.label': 'Modell',
  'form.fields.llmBackends.model.help': 'Name des Modells.',
  'form.fields.llmBackends.apiKey.label': 'Braucht einen API-Schlüssel',
  'form.fields.llmBackends.apiKey.help':
    'Der Schlüssel kommt in ein Kubernetes-Secret, nie in dieses Formular.',
  'form.fields.secrets.label': 'Secrets',
  'form.fields.secrets.help': 'Woher geheime Werte kommen.',
  'form.fields.secrets.source.label': 'Quelle',
  'form.fields.secrets.source.help':
    'Secrets, die Sie mit den Befehlen der README anlegen, oder der External Secrets Operator. Nach keinem Wert wird hier je gefragt.',
  'form.fields.secrets.secretName.label': 'Secret',
  'form.fields.secrets.secretName.help':
    'Name des Secrets mit jwt-secret und admin-password. Die anderen werden nach ihm benannt.',
  'form.fields.secrets.store.label': 'Secret-Store',
  'form.fields.secrets.store.help':
    'Woraus der External Secrets Operator liest.',
  'form.fields.secrets.store.name.label': 'Store',
  'form.fields.secrets.store.name.help': 'Name des SecretStores.',
  'form.fields.secrets.store.kind.label': 'Art',
  'form.fields.secrets.store.kind.help':
    'SecretStore des Namespaces oder ClusterSecretStore.',
  'form.fields.secrets.store.keyPrefix.label': 'Schlüsselpräfix',
  'form.fields.secrets.store.keyPrefix.help':
    'Schlüssel heißen <Präfix>/<Instanz>/<Umgebung>/<Secret>.',
  'form.fields.exposure.label': 'Erreichbarkeit',
  'form.fields.exposure.help': 'Wie man die Instanz erreicht.',
  'form.fields.exposure.kind.label': 'Erreichbar über',
  'form.fields.exposure.kind.help':
    'Nichts (Port-Forward), einen Ingress oder ein Gateway mit einer HTTPRoute.',
  'form.fields.exposure.className.label': 'Ingress-Klasse',
  'form.fields.exposure.className.help':
    'Leer bedeutet die Vorgabe des Clusters.',
  'form.fields.exposure.clusterIssuer.label': 'Cluster-Issuer',
  'form.fields.exposure.clusterIssuer.help':
    'ClusterIssuer von cert-manager für das Zertifikat. Leer bedeutet, dass Sie das TLS-Secret anlegen.',
  'form.fields.exposure.gateway.label': 'Gateway',
  'form.fields.exposure.gateway.help':
    'Das Gateway, an dem die HTTPRoute hängt.',
  'form.fields.exposure.gateway.name.label': 'Gateway',
  'form.fields.exposure.gateway.name.help': 'Name des Gateways.',
  'form.fields.exposure.gateway.namespace.label': 'Namespace',
  'form.fields.exposure.gateway.namespace.help':
    'Leer bedeutet der eigene der Instanz.',
  'form.fields.exposure.gateway.sectionName.label': 'Listener',
  'form.fields.exposure.gateway.sectionName.help':
    'Leer bedeutet jeder Listener.',
  'form.fields.exposure.networkPolicy.label': 'Network-Policy',
  'form.fields.exposure.networkPolicy.help':
    'Nur zulassen, was die Instanz braucht. Braucht ein Netzwerk-Plugin, das NetworkPolicies durchsetzt.',
  'form.fields.observability.label': 'Beobachtbarkeit',
  'form.fields.observability.help': 'Metriken und Traces.',
  'form.fields.observability.metrics.label': 'Prometheus-Metriken',
  'form.fields.observability.metrics.help':
    '/metrics auf Port 9090 des Service anbieten.',
  'form.fields.observability.serviceMonitor.label': 'ServiceMonitor',
  'form.fields.observability.serviceMonitor.help':
    'Den Prometheus Operator die Metriken finden lassen. Braucht dessen CRDs.',
  'form.fields.observability.otelEndpoint.label': 'OpenTelemetry-Collector',
  'form.fields.observability.otelEndpoint.help':
    'OTLP über HTTP, etwa http://otel-collector.observability.svc:4318. Leer schaltet Telemetrie aus.',
  'form.fields.delivery.label': 'Auslieferung',
  'form.fields.delivery.help': 'Wie die Instanz in den Cluster kommt.',
  'form.fields.delivery.manifests.label': 'Manifeste',
  'form.fields.delivery.manifests.help':
    'Ein Helm-Chart mit Values-Dateien, Kustomize-Manifeste oder beides mit derselben Bedeutung.',
  'form.fields.delivery.gitops.label': 'GitOps',
  'form.fields.delivery.gitops.help':
    'Definitionen für Argo CD oder Flux, eine je Umgebung.',
  'form.fields.delivery.ci.label': 'Prüf-Workflow',
  'form.fields.delivery.ci.help':
    'Prüft das Repository bei jeder Änderung. auto folgt dem Repository-Host.',
  'form.fields.repoUrl.label': 'Repository',
  'form.fields.repoUrl.help': 'Wo das neue Repository angelegt wird.',
} as const;
