/** What parts that are used everywhere say, in English. */
export const partMessages = {
  'copy.text': 'Copy',
  'copy.label': 'Copy {{what}}',
  'copy.done': 'Copied',
  'copy.refused': 'Not copied: the browser refused',
} as const;
