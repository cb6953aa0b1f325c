/**
 * Whether labels fulfil every requirement of a selector.
 *
 * @public
 */
export type LabelSelector = (
  labels: Readonly<Record<string, string>>,
) => boolean;

/** One requirement of a label selector. */
type Requirement = LabelSelector;

const KEY = String.raw`[A-Za-z0-9][-A-Za-z0-9_./]*`;
const VALUE = String.raw`[A-Za-z0-9]?[-A-Za-z0-9_.]*`;

const forms: [RegExp, (parts: string[]) => Requirement][] = [
  [
    new RegExp(`^(${KEY})\\s*(?:==?)\\s*(${VALUE})$`),
    ([key, value]) =>
      labels =>
        labels[key] === value,
  ],
  [
    new RegExp(`^(${KEY})\\s*!=\\s*(${VALUE})$`),
    ([key, value]) =>
      labels =>
        labels[key] !== value,
  ],
  [
    new RegExp(`^(${KEY})\\s+in\\s+\\(([^()]*)\\)$`),
    ([key, values]) => {
      const wanted = listOf(values);
      return labels => key in labels && wanted.includes(labels[key]);
    },
  ],
  [
    new RegExp(`^(${KEY})\\s+notin\\s+\\(([^()]*)\\)$`),
    ([key, values]) => {
      const unwanted = listOf(values);
      return labels => !(key in labels && unwanted.includes(labels[key]));
    },
  ],
  [
    new RegExp(`^(${KEY})$`),
    ([key]) =>
      labels =>
        key in labels,
  ],
  [
    new RegExp(`^!\\s*(${KEY})$`),
    ([key]) =>
      labels =>
        !(key in labels),
  ],
];

function listOf(values: string): string[] {
  return values.split(',').map(value => value.trim());
}

function readRequirement(text: string): Requirement | undefined {
  for (const [form, read] of forms) {
    const match = form.exec(text);
    if (match) {
      return read(match.slice(1));
    }
  }
  return undefined;
}

/**
 * Reads a label selector as kubectl takes it, and as the annotation `backstage.io/kubernetes-label-selector` holds it.
 *
 * @returns undefined when it is none, or empty: that would select everything
 * @public
 */
export function readLabelSelector(text: string): LabelSelector | undefined {
  // Commas in parentheses separate values, the others requirements.
  const parts = text.split(/,(?![^(]*\))/).map(part => part.trim());
  const requirements = parts.map(readRequirement);
  return requirements.every(requirement => requirement !== undefined)
    ? labels => requirements.every(requirement => requirement!(labels))
    : undefined;
}
