/** What the card and the page of an instance say in German. The states of Kubernetes and Argo CD keep their names. */
export const status = {
  'status.loading': 'Wird geladen',
  'status.askAgain': 'Erneut fragen',
  'status.place': '{{environment}} · {{where}}',

  'status.age.seconds': '{{n}} s',
  'status.age.minutes': '{{n}} min',
  'status.age.hours': '{{n}} h',
  'status.age.days': '{{n}} d',
  'status.age.ago': 'vor {{age}}',

  'status.serving.serving': 'In Betrieb',
  'status.serving.updating': 'In Betrieb, Rollout läuft',
  'status.serving.paused': 'In Betrieb, Rollout angehalten',
  'status.serving.impaired': 'In Betrieb, mit einem Fehler',
  'status.serving.unreachable': 'Nicht erreichbar',
  'status.serving.starting': 'Startet',
  'status.serving.stopped': 'Absichtlich angehalten',
  'status.serving.down': 'Ausgefallen',
  'status.serving.absent': 'Nicht deployt',
  'status.serving.unknown': 'Nicht bekannt',

  'status.headline.inPlace': 'in {{environment}} · {{where}}',
  'status.headline.inAll': 'in allen {{total}} Deployments',
  'status.headline.inSome': 'in {{some}} von {{total}} Deployments',
  'status.headline.for': 'seit',
  'status.headline.warnings_one': '{{count}} Warnung',
  'status.headline.warnings_other': '{{count}} Warnungen',
  'status.headline.lastKnown': 'zuletzt bekannt als {{health}}',

  'status.seen.now': 'Gerade gesehen',
  'status.seen.before': 'Gesehen',
  'status.seen.stale': 'Letzter Stand:',
  'status.seen.failed': 'Keine Antwort seit',

  'status.severity.critical': 'Kritisch',
  'status.severity.warning': 'Warnung',
  'status.severity.info': 'Gut zu wissen',

  'status.finding.remedy': 'Was zu tun ist',

  'status.fact.version': 'Version',
  'status.fact.replicas': 'Replicas',
  'status.fact.autoscaler': 'Autoscaler',
  'status.fact.secrets': 'Secrets',

  'status.replicas.available': '{{available}} von {{wanted}} verfügbar',
  'status.replicas.updated': ', {{updated}} aktualisiert',
  'status.replicas.none': 'keine gewünscht',

  'status.autoscaler.range': '{{current}}, von {{min}} bis {{max}}',
  'status.autoscaler.rangeOnly': 'von {{min}} bis {{max}}',
  'status.autoscaler.desired': ', will {{desired}}',

  'status.secrets.needed_one': '{{count}} nötig',
  'status.secrets.needed_other': '{{count}} nötig',
  'status.secrets.unreadAll': 'hier nicht gelesen',
  'status.secrets.unread_one': '{{count}} hier nicht gelesen',
  'status.secrets.unread_other': '{{count}} hier nicht gelesen',
  'status.secrets.trouble.absent_one': '{{count}} fehlt',
  'status.secrets.trouble.absent_other': '{{count}} fehlen',
  'status.secrets.trouble.keyAbsent_one': '{{count}} fehlt ein Schlüssel',
  'status.secrets.trouble.keyAbsent_other': '{{count}} fehlt ein Schlüssel',
  'status.secrets.trouble.keyEmpty_one': '{{count}} mit leerem Schlüssel',
  'status.secrets.trouble.keyEmpty_other': '{{count}} mit leerem Schlüssel',
  'status.secrets.trouble.expired_one': '{{count}} abgelaufen',
  'status.secrets.trouble.expired_other': '{{count}} abgelaufen',
  'status.secrets.trouble.rotatedNotRolled_one':
    '{{count}} geändert, Pods nicht neu gestartet',
  'status.secrets.trouble.rotatedNotRolled_other':
    '{{count}} geändert, Pods nicht neu gestartet',

  'status.cluster.Starting': '{{cluster}} wird gelesen',
  'status.cluster.Failing': '{{cluster}} kann nicht gelesen werden',
  'status.cluster.Misconfigured': '{{cluster}} kann nicht gefragt werden',
  'status.cluster.consequence': 'Was dort läuft, fehlt hier möglicherweise.',

  'status.stillDeployed':
    'Laut Lifecycle wird es nicht mehr gebraucht, und es ist noch deployt.',

  'status.card.title': 'Alexandria-Zustand',
  'status.card.open': 'Instanz öffnen',
  'status.card.moreFindings_one': '{{count}} weiterer Befund',
  'status.card.moreFindings_other': '{{count}} weitere Befunde',
  'status.card.moreDeployments_one': '{{count}} weiteres Deployment',
  'status.card.moreDeployments_other': '{{count}} weitere Deployments',
  'status.card.restHealthy': 'alle Healthy',
  'status.card.restPartly': '{{healthy}} davon Healthy',

  'status.empty.noCluster.title': 'Das Portal beobachtet keinen Cluster',
  'status.empty.noCluster.text':
    'Was läuft, ist erst bekannt, wenn ein Cluster in der Konfiguration des Portals steht:',
  'status.empty.noCluster.what': 'die Konfiguration eines Clusters',
  'status.empty.otherCluster.title':
    'Das Portal beobachtet keinen Cluster {{cluster}}',
  'status.empty.otherCluster.text':
    'Die Annotation {{annotation}} dieser Entität verlangt ihn. Berichtigen Sie die Annotation, oder tragen Sie den Cluster in der Konfiguration des Portals ein.',
  'status.empty.starting.title': 'Die Cluster werden gelesen',
  'status.empty.starting.text':
    'Das Portal ist gerade gestartet. Es dauert Sekunden, und die Antwort erscheint hier von selbst.',
  'status.empty.unreachable.title': 'Ob es läuft, ist nicht bekannt',
  'status.empty.unreachable.text':
    'Es wurde kein Deployment gefunden, und nicht jeder Cluster konnte gelesen werden.',
  'status.empty.retired.title': 'Außer Dienst, und nichts davon läuft',
  'status.empty.retired.text':
    'Laut Lifecycle wird es nicht mehr gebraucht, und keines seiner Deployments ist in einem Cluster des Portals ({{clusters}} gelesen).',
  'status.empty.notDeployed.title': 'Noch nicht deployt',
  'status.empty.notDeployed.text':
    'Jeder Cluster wurde gelesen, und keiner hat es. Der nächste Schritt, in einem Klon des Repositorys, sobald Namespace und Secrets da sind:',
  'status.empty.notDeployed.what': 'der Befehl, der es deployt',
  'status.empty.notDeployed.repository':
    'Repository öffnen: Sein README enthält jeden Befehl dieser Instanz',

  'status.problem.unannotated.title':
    'Die Entität sagt nicht, welche Deployments ihre sind',
  'status.problem.unannotated.text':
    'Fügen Sie ihrer catalog-info.yaml dies hinzu, mit dem entityName, den ihre Values unter backstage nennen:',
  'status.problem.unannotated.what': 'die Annotation',
  'status.problem.signedOut.title': 'Sie sind nicht angemeldet',
  'status.problem.signedOut.text':
    'Melden Sie sich erneut an, um den Zustand dieser Instanz zu sehen.',
  'status.problem.forbidden.title':
    'Sie dürfen den Zustand dieser Instanz nicht sehen',
  'status.problem.forbidden.text':
    'Bitten Sie die Betreiber des Portals um die Berechtigung alexandria.status.read für diese Entität. Das Portal sagt: {{reason}}',
  'status.problem.notFound.title': 'Das Portal kennt diese Entität nicht',
  'status.problem.notFound.text':
    'Sie wurde aus dem Katalog entfernt, oder Sie dürfen sie nicht mehr lesen. Das Portal sagt: {{reason}}',
  'status.problem.failed.title': 'Das Portal hat keine Antwort',
  'status.problem.failed.text':
    'Das sagt nichts über die Instanz, nur dass nach ihrem Zustand nicht gefragt werden konnte. Es wird von selbst erneut versucht. Der Grund: {{reason}}',
};
