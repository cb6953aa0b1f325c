/** What parts that are used everywhere say in German. */
export const parts = {
  'copy.text': 'Kopieren',
  'copy.label': 'Kopieren: {{what}}',
  'copy.done': 'Kopiert',
  'copy.refused': 'Nicht kopiert: Der Browser hat es verweigert',
};
