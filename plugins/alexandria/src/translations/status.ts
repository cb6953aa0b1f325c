/** What the card and the page of an instance say, in English. What the backend says of an instance is not translated. */
export const statusMessages = {
  'status.loading': 'Loading',
  'status.askAgain': 'Ask again',
  'status.place': '{{environment}} · {{where}}',

  'status.age.seconds': '{{n}} s',
  'status.age.minutes': '{{n}} min',
  'status.age.hours': '{{n}} h',
  'status.age.days': '{{n}} d',
  'status.age.ago': '{{age}} ago',

  'status.serving.serving': 'Serving',
  'status.serving.updating': 'Serving, rollout in progress',
  'status.serving.paused': 'Serving, rollout paused',
  'status.serving.impaired': 'Serving, with a failure',
  'status.serving.unreachable': 'Not reachable',
  'status.serving.starting': 'Starting',
  'status.serving.stopped': 'Stopped on purpose',
  'status.serving.down': 'Not serving',
  'status.serving.absent': 'Not deployed',
  'status.serving.unknown': 'Not known',

  'status.headline.inPlace': 'in {{environment}} · {{where}}',
  'status.headline.inAll': 'in all {{total}} deployments',
  'status.headline.inSome': 'in {{some}} of {{total}} deployments',
  'status.headline.for': 'for',
  'status.headline.warnings_one': '{{count}} warning',
  'status.headline.warnings_other': '{{count}} warnings',
  'status.headline.lastKnown': 'last known to be {{health}}',

  'status.seen.now': 'Seen just now',
  'status.seen.before': 'Seen',
  'status.seen.stale': 'Last known',
  'status.seen.failed': 'No answer for',

  'status.severity.critical': 'Critical',
  'status.severity.warning': 'Warning',
  'status.severity.info': 'Good to know',

  'status.finding.remedy': 'What to do',

  'status.fact.version': 'Version',
  'status.fact.replicas': 'Replicas',
  'status.fact.autoscaler': 'Autoscaler',
  'status.fact.secrets': 'Secrets',

  'status.replicas.available': '{{available}} of {{wanted}} available',
  'status.replicas.updated': ', {{updated}} updated',
  'status.replicas.none': 'none wanted',

  'status.autoscaler.range': '{{current}}, from {{min}} to {{max}}',
  'status.autoscaler.rangeOnly': 'from {{min}} to {{max}}',
  'status.autoscaler.desired': ', wants {{desired}}',

  'status.secrets.needed_one': '{{count}} needed',
  'status.secrets.needed_other': '{{count}} needed',
  'status.secrets.unreadAll': 'not read here',
  'status.secrets.unread_one': '{{count}} not read here',
  'status.secrets.unread_other': '{{count}} not read here',
  'status.secrets.trouble.absent_one': '{{count}} missing',
  'status.secrets.trouble.absent_other': '{{count}} missing',
  'status.secrets.trouble.keyAbsent_one': '{{count}} lacks a key',
  'status.secrets.trouble.keyAbsent_other': '{{count}} lack a key',
  'status.secrets.trouble.keyEmpty_one': '{{count}} with an empty key',
  'status.secrets.trouble.keyEmpty_other': '{{count}} with an empty key',
  'status.secrets.trouble.expired_one': '{{count}} expired',
  'status.secrets.trouble.expired_other': '{{count}} expired',
  'status.secrets.trouble.rotatedNotRolled_one':
    '{{count}} changed, pods not restarted',
  'status.secrets.trouble.rotatedNotRolled_other':
    '{{count}} changed, pods not restarted',

  'status.cluster.Starting': '{{cluster}} is being read',
  'status.cluster.Failing': '{{cluster}} cannot be read',
  'status.cluster.Misconfigured': '{{cluster}} cannot be asked',
  'status.cluster.consequence': 'What runs there may not be shown here.',

  'status.stillDeployed':
    'Its lifecycle says that it is no longer wanted, and it is still deployed.',

  'status.card.title': 'Alexandria health',
  'status.card.open': 'Open instance',
  'status.card.moreFindings_one': '{{count}} more finding',
  'status.card.moreFindings_other': '{{count}} more findings',
  'status.card.moreDeployments_one': '{{count}} more deployment',
  'status.card.moreDeployments_other': '{{count}} more deployments',
  'status.card.restHealthy': 'all of them Healthy',
  'status.card.restPartly': '{{healthy}} of them Healthy',

  'status.empty.noCluster.title': 'The portal watches no cluster',
  'status.empty.noCluster.text':
    'Nothing can be said of what runs until a cluster is in the configuration of the portal:',
  'status.empty.noCluster.what': 'the configuration of a cluster',
  'status.empty.otherCluster.title':
    'The portal watches no cluster {{cluster}}',
  'status.empty.otherCluster.text':
    'The annotation {{annotation}} of this entity asks for it. Correct the annotation, or add the cluster to the configuration of the portal.',
  'status.empty.starting.title': 'The clusters are being read',
  'status.empty.starting.text':
    'The portal has just started. This takes seconds, and the answer appears here by itself.',
  'status.empty.unreachable.title': 'Nobody knows whether it runs',
  'status.empty.unreachable.text':
    'No deployment was found, and not every cluster could be read.',
  'status.empty.retired.title': 'Retired, and nothing of it runs',
  'status.empty.retired.text':
    'Its lifecycle says that it is no longer wanted, and none of its deployments is in a cluster of the portal ({{clusters}} read).',
  'status.empty.notDeployed.title': 'Not deployed yet',
  'status.empty.notDeployed.text':
    'Every cluster was read, and none has it. The next step, in a clone of its repository, once the namespace and the secrets are there:',
  'status.empty.notDeployed.what': 'the command that deploys it',
  'status.empty.notDeployed.repository':
    'Open the repository, whose README has every command of this instance',

  'status.problem.unannotated.title':
    'The entity does not say which deployments are its own',
  'status.problem.unannotated.text':
    'Add this to its catalog-info.yaml, with the entityName that its values give under backstage:',
  'status.problem.unannotated.what': 'the annotation',
  'status.problem.signedOut.title': 'You are not signed in',
  'status.problem.signedOut.text': 'Sign in again to see how this instance is.',
  'status.problem.forbidden.title': 'You may not see how this instance is',
  'status.problem.forbidden.text':
    'Ask whoever runs the portal for the permission alexandria.status.read of this entity. The portal says: {{reason}}',
  'status.problem.notFound.title': 'The portal does not know this entity',
  'status.problem.notFound.text':
    'It was removed from the catalog, or you may no longer read it. The portal says: {{reason}}',
  'status.problem.failed.title': 'The portal has no answer',
  'status.problem.failed.text':
    'This says nothing about the instance, only that its state could not be asked for. It is tried again by itself. The reason: {{reason}}',
} as const;
