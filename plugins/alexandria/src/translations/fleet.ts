/** What the page of the fleet says, in English. What the backend says of an instance is not translated. */
export const fleetMessages = {
  'fleet.title': 'Alexandria fleet',

  'fleet.count.all': '{{total}} in the fleet',
  'fleet.count.some': '{{some}} of {{total}} in the fleet',

  'fleet.counts.health': 'Show only by health',
  'fleet.counts.finding': 'Show only by finding',
  'fleet.counts.drift': 'Any drift',

  'fleet.search': 'Search the fleet',
  'fleet.search.placeholder': 'Name, namespace, owner, finding …',
  'fleet.filters': 'Filters',
  'fleet.filters.chosen': 'Filters ({{chosen}})',
  'fleet.filters.any': 'Any',
  'fleet.filters.search': 'Search',
  'fleet.filters.clear': 'Clear all filters',

  'fleet.facet.health': 'Health',
  'fleet.facet.finding': 'Finding',
  'fleet.facet.environment': 'Environment',
  'fleet.facet.cluster': 'Cluster',
  'fleet.facet.owner': 'Owner',
  'fleet.facet.version': 'Version',
  'fleet.facet.registration': 'In the catalog',

  'fleet.none.environment': 'not known',
  'fleet.none.cluster': 'not deployed',
  'fleet.none.owner': 'nobody',
  'fleet.none.version': 'not known',
  'fleet.registration.discovered': 'discovered',
  'fleet.registration.registered': 'registered',

  'fleet.column.instance': 'Instance',
  'fleet.column.findings': 'Findings',
  'fleet.column.replicas': 'Replicas',
  'fleet.column.since': 'For',

  'fleet.row.discovered': 'discovered',
  'fleet.row.notDeployed': 'Not deployed',
  'fleet.row.notKnown': 'Nobody knows whether it runs',
  'fleet.row.chart': 'chart {{version}}',
  'fleet.row.was': 'was {{health}}',
  'fleet.row.more': '+{{more}}',
  'fleet.row.replicas': '{{available}} of {{wanted}}',
  'fleet.row.scales': '{{min}} to {{max}}',
  'fleet.row.secrets_one': '{{count}} secret',
  'fleet.row.secrets_other': '{{count}} secrets',
  'fleet.row.troubled_one': '{{count}} secret fails',
  'fleet.row.troubled_other': '{{count}} secrets fail',
  'fleet.row.unknown_one': '{{count}} secret not read',
  'fleet.row.unknown_other': '{{count}} secrets not read',

  'fleet.export': 'Export',
  'fleet.export.csv': 'As CSV',
  'fleet.export.json': 'As JSON',

  'fleet.truncated':
    'There are more instances than are shown here: the first of them by name.',

  'fleet.noMatch.title': 'Nothing in the fleet is like that',
  'fleet.noMatch.text':
    'None of {{total}} has everything that is chosen and searched for.',

  'fleet.empty.title': 'There is no instance yet',
  'fleet.empty.text':
    'None that you may see is in the catalog. What the template makes appears here, and so does what runs in a cluster of the portal and is registered by nobody, where the catalog module is installed.',
  'fleet.empty.create': 'Create an instance',
  'fleet.empty.unread.title': 'No instance is known',
  'fleet.empty.unread.text':
    'None that you may see is in the catalog. Not every cluster could be read, so more may run than anybody knows.',

  'fleet.problem.signedOut.title': 'You are not signed in',
  'fleet.problem.signedOut.text': 'Sign in again to see the fleet.',
  'fleet.problem.forbidden.title': 'You may not see how the instances are',
  'fleet.problem.forbidden.text':
    'Ask whoever runs the portal for the permission alexandria.status.read. The portal says: {{reason}}',
  'fleet.problem.failed.title': 'The portal has no answer',
  'fleet.problem.failed.text':
    'This says nothing about the instances, only that their state could not be asked for. It is tried again by itself. The reason: {{reason}}',
} as const;
