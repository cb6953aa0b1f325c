/** The pages of the form, in their order. */
export const sectionIds = [
  'identity',
  'environments',
  'sizing',
  'images',
  'access',
  'llmBackends',
  'secrets',
  'exposure',
  'delivery',
] as const;

export type SectionId = (typeof sectionIds)[number];

/** Which page an answer is on, by its path; the first that matches. */
const owners: readonly [RegExp, SectionId][] = [
  [
    /^environments\[\d+\]\.(size|replicas|autoscaling|database|postgres|storage)\b/,
    'sizing',
  ],
  [/^environments\[\d+\]\.(imageTag|imageDigests)\b/, 'images'],
  [/^environments\b/, 'environments'],
  [/^images\b/, 'images'],
  [/^access\b/, 'access'],
  [/^llmBackends\b/, 'llmBackends'],
  [/^secrets\b/, 'secrets'],
  [/^(exposure|observability)\b/, 'exposure'],
  [/^(delivery|repoUrl)\b/, 'delivery'],
];

/** The page on which the answer of a path is given. */
export function sectionOf(path: string): SectionId {
  return owners.find(([pattern]) => pattern.test(path))?.[1] ?? 'identity';
}

/** Whether a page comes up to and including another. */
export function isUpTo(section: SectionId, last: SectionId): boolean {
  return sectionIds.indexOf(section) <= sectionIds.indexOf(last);
}

/** Whether a template names a page that there is. */
export function isSectionId(value: unknown): value is SectionId {
  return sectionIds.some(section => section === value);
}
