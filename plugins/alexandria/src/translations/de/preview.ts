/** What the live preview says in German. */
export const preview = {
  'preview.title': 'Vorschau',
  'preview.tabs.label': 'Teile der Vorschau',
  'preview.tabs.manifests': 'Manifeste',
  'preview.tabs.files': 'Dateien',
  'preview.tabs.differences': 'Unterschiede',
  'preview.tabs.checklist': 'Checkliste',
  'preview.tabs.checklistOpen': 'Checkliste ({{open}} offen)',
  'preview.tabs.problems': 'Probleme',
  'preview.tabs.problemsCount': 'Probleme ({{total}})',

  'preview.failed.title': 'Die Vorschau ist fehlgeschlagen',
  'preview.failed.text':
    'Das Formular funktioniert weiter, und die Vorschau versucht es mit der nächsten Antwort erneut. Der Grund: {{reason}}',

  'preview.empty.title': 'Noch nichts zu zeigen',
  'preview.empty.text':
    'Die Vorschau erscheint, sobald diese Antworten da sind:',

  'preview.stale.title_one':
    'Zeigt die letzten vollständigen Antworten; {{count}} Problem',
  'preview.stale.title_other':
    'Zeigt die letzten vollständigen Antworten; {{count}} Probleme',
  'preview.partial.title_one':
    'Ohne das, was noch nicht vollständig ist; {{count}} Problem',
  'preview.partial.title_other':
    'Ohne das, was noch nicht vollständig ist; {{count}} Probleme',
  'preview.stale.more_one': '{{count}} weiteres Problem',
  'preview.stale.more_other': '{{count}} weitere Probleme',

  'preview.code.region': 'Text von {{what}}',
  'preview.environment.label': 'Umgebung',
  'preview.environment.option': '{{name}} ({{stage}})',

  'preview.manifests.summary_one':
    '{{count}} Objekt im Namespace {{namespace}}',
  'preview.manifests.summary_other':
    '{{count}} Objekte im Namespace {{namespace}}',
  'preview.manifests.all': 'alle Manifeste',
  'preview.manifests.copyAll': 'Alle kopieren',
  'preview.manifests.download': 'Herunterladen',
  'preview.manifests.expandAll': 'Alle aufklappen',
  'preview.manifests.collapseAll': 'Alle zuklappen',

  'preview.files.tree': 'Dateien des Repositorys',
  'preview.files.count_one': '{{count}} Datei',
  'preview.files.count_other': '{{count}} Dateien',

  'preview.differences.from': 'Von',
  'preview.differences.to': 'Nach',
  'preview.differences.compare': 'Vergleichen',
  'preview.differences.manifests': 'Manifeste',
  'preview.differences.values': 'Values',
  'preview.differences.one':
    'Nur eine Umgebung: Es gibt nichts, womit sie sich vergleichen ließe',
  'preview.differences.none': 'Keine Unterschiede',
  'preview.differences.changed': 'geändert',
  'preview.differences.onlyIn': 'nur in {{environment}}',
  'preview.differences.linesOnlyIn': 'Zeilen nur in {{environment}}:',
  'preview.differences.region': 'Unterschiede von {{what}}',
  'preview.differences.summary_one': '{{count}} Unterschied',
  'preview.differences.summary_other': '{{count}} Unterschiede',
  'preview.differences.all': 'Unterschiede',

  'preview.checklist.must': 'Muss',
  'preview.checklist.should': 'Sollte',
  'preview.checklist.manual': 'Von Hand',
  'preview.checklist.count': '{{satisfied}} von {{total}} erfüllt',
  'preview.checklist.countByHand': '{{total}} von Hand zu prüfen',
  'preview.checklist.state.satisfied': 'Erfüllt',
  'preview.checklist.state.open': 'Offen',
  'preview.checklist.state.notApplicable': 'Nicht anwendbar',
  'preview.checklist.state.byHand': 'Von Hand prüfen',
  'preview.checklist.why': 'Warum',
  'preview.checklist.fix': 'Abhilfe',
  'preview.checklist.values': 'Values',

  'preview.problems.none': 'Keine Probleme',
  'preview.problems.issues': 'Zu korrigieren',
  'preview.problems.warnings': 'Warnungen',
  'preview.problems.whole': 'Alle Antworten',
  'preview.problems.given': 'gegeben: {{given}}',
};
