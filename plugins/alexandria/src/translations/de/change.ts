import type { changeMessages } from '../change';

/** What the forms that change an instance or take it out of service say, in German. */
export const change: Record<keyof typeof changeMessages, string> = {
  'change.links.label': 'Was mit der Instanz getan werden kann',
  'change.links.change': 'Ändern…',
  'change.links.retire': 'Stilllegen…',

  'change.choose.title': 'Wählen Sie eine Instanz',
  'change.choose.text': 'Hier erscheinen ihre jetzigen Antworten.',
  'change.failed.title': 'Die jetzigen Antworten konnten nicht gelesen werden',
  'change.repository.asking': 'Das Repository der Instanz wird gelesen…',
  'change.repository.read': 'Gelesen aus {{url}}, Stand {{commit}}.',
  'change.repository.failed':
    'Das Repository konnte nicht gelesen werden. {{reason}}',
  'change.repository.again': 'Noch einmal lesen',
  'change.repository.same':
    'Die Änderung geht als Pull Request an das Repository der Instanz.',
  'change.name.fixed': 'Der Name bleibt: In den Clustern heißt alles nach ihm.',

  'change.tab': 'Änderung',
  'change.none': 'Das sind die jetzigen Antworten: Nichts ändert sich.',
  'change.summary_one': '{{count}} Datei ändert sich',
  'change.summary_other': '{{count}} Dateien ändern sich',
  'change.more_one': 'und {{count}} weiteres Feld',
  'change.more_other': 'und {{count}} weitere Felder',
  'change.upgrade': 'Das Chart wird von {{from}} auf {{to}} gehoben.',
  'change.kept': 'Von Hand geändert und beibehalten: {{files}}',
  'change.checklist': 'Checkliste für die Produktion von {{name}}',

  'change.side.absent': 'nicht da',
  'change.side.unknown': 'nicht mehr bekannt',
  'change.side.withheld': 'nicht gezeigt, weil es geheim sein kann',

  'change.conflict.title_one': '{{count}} Konflikt',
  'change.conflict.title_other': '{{count}} Konflikte',
  'change.conflict.text':
    'Diese Stellen wurden von Hand geändert, und die Antworten ändern sie anders. Entscheiden Sie über jede, bevor Sie die letzte Seite verlassen.',
  'change.conflict.none': 'Keine Konflikte: Nichts ist zu entscheiden.',
  'change.conflict.base': 'Erzeugt',
  'change.conflict.theirs': 'Im Repository',
  'change.conflict.ours': 'Nach den Antworten',
  'change.conflict.decide': 'Entscheidung über {{place}}',
  'change.conflict.keep': 'Behalten, was im Repository steht',
  'change.conflict.take': 'Nehmen, was die Antworten ergeben',
  'change.conflict.undecided':
    'Entscheiden Sie über den Konflikt in {{place}}.',

  'change.environment.add': 'Umgebung {{name}}: neu',
  'change.environment.change': 'Umgebung {{name}}: ändert sich',
  'change.environment.remove': 'Umgebung {{name}}: entfernt',
  'change.environment.none': 'Umgebung {{name}}: bleibt, wie sie ist',
  'change.environment.place': 'Cluster {{cluster}}, Namespace {{namespace}}',
  'change.object.add': '{{object}} kommt hinzu',
  'change.object.change': '{{object}} ändert sich',
  'change.object.remove': '{{object}} wird entfernt',
  'change.restart.title': 'Startet {{deployment}} in {{namespace}} neu',
  'change.restart.Recreate':
    'Vom Ende des alten Pods an ist es weg, bis der neue bereit ist.',
  'change.restart.RollingUpdate': 'Es antwortet die ganze Zeit.',
  'change.hazard.immutable': '{{subject}} lässt sich nicht ändern',
  'change.hazard.dataLoss': '{{subject}}: Daten gehen verloren',
  'change.hazard.caution': '{{subject}}: Vorsicht',

  'change.steps.title': 'Von Hand zu tun',
  'change.steps.beforeMerge': 'Vor dem Merge',
  'change.steps.afterMerge': 'Nach dem Merge',

  'change.files.before': 'Repository',
  'change.files.after': 'Änderung',
  'change.files.add': 'hinzugefügt',
  'change.files.change': 'geändert',
  'change.files.remove': 'entfernt',
  'change.files.merged': 'mit dem, was von Hand geändert wurde',

  'retire.losses': 'Was aus dem wird, was zu {{name}} gehört',
  'retire.fate.kept': 'bleibt, bis jemand es löscht',
  'retire.fate.removed': 'wird entfernt',
  'retire.none': 'Es ist nichts gespeichert, das verloren ginge.',
  'retire.files_one': '{{count}} Datei verlässt das Repository.',
  'retire.files_other': '{{count}} Dateien verlassen das Repository.',
  'retire.confirm.label': 'Name der Instanz',
  'retire.confirm.help': 'Geben Sie zur Bestätigung {{name}} ein.',
  'retire.confirm.waiting': 'Wählen Sie zuerst die Instanz.',
  'retire.confirm.wrong': 'Geben Sie den Namen der Instanz ein: {{name}}.',
};
