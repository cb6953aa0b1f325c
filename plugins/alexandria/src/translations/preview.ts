/** What the live preview says, in English. */
export const previewMessages = {
  'preview.title': 'Preview',
  'preview.tabs.label': 'Parts of the preview',
  'preview.tabs.manifests': 'Manifests',
  'preview.tabs.files': 'Files',
  'preview.tabs.differences': 'Differences',
  'preview.tabs.checklist': 'Checklist',
  'preview.tabs.checklistOpen': 'Checklist ({{open}} open)',
  'preview.tabs.problems': 'Problems',
  'preview.tabs.problemsCount': 'Problems ({{total}})',

  'preview.failed.title': 'The preview failed',
  'preview.failed.text':
    'The form still works, and the preview tries again with the next answer. The reason: {{reason}}',

  'preview.empty.title': 'Nothing to show yet',
  'preview.empty.text':
    'The preview appears as soon as these answers are there:',

  'preview.stale.title_one':
    'Shows the last answers that were complete; {{count}} problem',
  'preview.stale.title_other':
    'Shows the last answers that were complete; {{count}} problems',
  'preview.partial.title_one':
    'Leaves out what is not complete yet; {{count}} problem',
  'preview.partial.title_other':
    'Leaves out what is not complete yet; {{count}} problems',
  'preview.stale.more_one': '{{count}} more problem',
  'preview.stale.more_other': '{{count}} more problems',

  'preview.code.region': 'Text of {{what}}',
  'preview.environment.label': 'Environment',
  'preview.environment.option': '{{name}} ({{stage}})',

  'preview.manifests.summary_one':
    '{{count}} object in namespace {{namespace}}',
  'preview.manifests.summary_other':
    '{{count}} objects in namespace {{namespace}}',
  'preview.manifests.all': 'all manifests',
  'preview.manifests.copyAll': 'Copy all',
  'preview.manifests.download': 'Download',
  'preview.manifests.expandAll': 'Expand all',
  'preview.manifests.collapseAll': 'Collapse all',

  'preview.files.tree': 'Files of the repository',
  'preview.files.count_one': '{{count}} file',
  'preview.files.count_other': '{{count}} files',

  'preview.differences.from': 'From',
  'preview.differences.to': 'To',
  'preview.differences.compare': 'Compare',
  'preview.differences.manifests': 'Manifests',
  'preview.differences.values': 'Values',
  'preview.differences.one':
    'Only one environment: there is nothing to compare it with',
  'preview.differences.none': 'No differences',
  'preview.differences.changed': 'changed',
  'preview.differences.onlyIn': 'only in {{environment}}',
  'preview.differences.linesOnlyIn': 'Lines only in {{environment}}:',
  'preview.differences.region': 'Differences of {{what}}',
  'preview.differences.summary_one': '{{count}} difference',
  'preview.differences.summary_other': '{{count}} differences',
  'preview.differences.all': 'the differences',

  'preview.checklist.must': 'Must',
  'preview.checklist.should': 'Should',
  'preview.checklist.manual': 'By hand',
  'preview.checklist.count': '{{satisfied}} of {{total}} satisfied',
  'preview.checklist.countByHand': '{{total}} to check by hand',
  'preview.checklist.state.satisfied': 'Satisfied',
  'preview.checklist.state.open': 'Open',
  'preview.checklist.state.notApplicable': 'Not applicable',
  'preview.checklist.state.byHand': 'Check by hand',
  'preview.checklist.why': 'Why',
  'preview.checklist.fix': 'Fix',
  'preview.checklist.values': 'Values',

  'preview.problems.none': 'No problems',
  'preview.problems.issues': 'To correct',
  'preview.problems.warnings': 'Warnings',
  'preview.problems.whole': 'All answers',
  'preview.problems.given': 'given {{given}}',
} as const;
