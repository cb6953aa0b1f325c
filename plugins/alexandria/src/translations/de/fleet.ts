/** What the page of the fleet says in German. The states of Kubernetes and Argo CD keep their names. */
export const fleet = {
  'fleet.title': 'Alexandria-Flotte',

  'fleet.count.all': '{{total}} in der Flotte',
  'fleet.count.some': '{{some}} von {{total}} in der Flotte',

  'fleet.counts.health': 'Nur nach Zustand zeigen',
  'fleet.counts.finding': 'Nur nach Befund zeigen',
  'fleet.counts.drift': 'Jede Abweichung',

  'fleet.search': 'Flotte durchsuchen',
  'fleet.search.placeholder': 'Name, Namespace, Eigentümer, Befund …',
  'fleet.filters': 'Filter',
  'fleet.filters.chosen': 'Filter ({{chosen}})',
  'fleet.filters.any': 'Alle',
  'fleet.filters.search': 'Suchen',
  'fleet.filters.clear': 'Alle Filter aufheben',

  'fleet.facet.health': 'Zustand',
  'fleet.facet.finding': 'Befund',
  'fleet.facet.environment': 'Umgebung',
  'fleet.facet.cluster': 'Cluster',
  'fleet.facet.owner': 'Eigentümer',
  'fleet.facet.version': 'Version',
  'fleet.facet.registration': 'Im Katalog',

  'fleet.none.environment': 'nicht bekannt',
  'fleet.none.cluster': 'nicht deployt',
  'fleet.none.owner': 'niemand',
  'fleet.none.version': 'nicht bekannt',
  'fleet.registration.discovered': 'entdeckt',
  'fleet.registration.registered': 'registriert',

  'fleet.column.instance': 'Instanz',
  'fleet.column.findings': 'Befunde',
  'fleet.column.replicas': 'Replicas',
  'fleet.column.since': 'Seit',

  'fleet.row.discovered': 'entdeckt',
  'fleet.row.notDeployed': 'Nicht deployt',
  'fleet.row.notKnown': 'Ob es läuft, ist nicht bekannt',
  'fleet.row.chart': 'Chart {{version}}',
  'fleet.row.was': 'war {{health}}',
  'fleet.row.more': '+{{more}}',
  'fleet.row.replicas': '{{available}} von {{wanted}}',
  'fleet.row.scales': '{{min}} bis {{max}}',
  'fleet.row.secrets_one': '{{count}} Secret',
  'fleet.row.secrets_other': '{{count}} Secrets',
  'fleet.row.troubled_one': '{{count}} Secret defekt',
  'fleet.row.troubled_other': '{{count}} Secrets defekt',
  'fleet.row.unknown_one': '{{count}} Secret ungelesen',
  'fleet.row.unknown_other': '{{count}} Secrets ungelesen',

  'fleet.export': 'Exportieren',
  'fleet.export.csv': 'Als CSV',
  'fleet.export.json': 'Als JSON',

  'fleet.truncated':
    'Es gibt mehr Instanzen, als hier gezeigt werden: die ersten nach Namen.',

  'fleet.noMatch.title': 'Nichts in der Flotte ist so',
  'fleet.noMatch.text':
    'Keines von {{total}} hat alles, was gewählt und gesucht ist.',

  'fleet.empty.title': 'Es gibt noch keine Instanz',
  'fleet.empty.text':
    'Keine, die Sie sehen dürfen, ist im Katalog. Was die Vorlage erzeugt, erscheint hier, und ebenso, was in einem Cluster des Portals läuft und niemand registriert hat, sofern das Katalogmodul installiert ist.',
  'fleet.empty.create': 'Instanz erstellen',
  'fleet.empty.unread.title': 'Keine Instanz ist bekannt',
  'fleet.empty.unread.text':
    'Keine, die Sie sehen dürfen, ist im Katalog. Nicht jeder Cluster konnte gelesen werden, also läuft vielleicht mehr, als bekannt ist.',

  'fleet.problem.signedOut.title': 'Sie sind nicht angemeldet',
  'fleet.problem.signedOut.text':
    'Melden Sie sich erneut an, um die Flotte zu sehen.',
  'fleet.problem.forbidden.title':
    'Sie dürfen den Zustand der Instanzen nicht sehen',
  'fleet.problem.forbidden.text':
    'Bitten Sie die Betreiber des Portals um die Berechtigung alexandria.status.read. Das Portal sagt: {{reason}}',
  'fleet.problem.failed.title': 'Das Portal hat keine Antwort',
  'fleet.problem.failed.text':
    'Das sagt nichts über die Instanzen, nur dass nach ihrem Zustand nicht gefragt werden konnte. Es wird von selbst erneut versucht. Der Grund: {{reason}}',
};
