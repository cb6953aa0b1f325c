import { textAt, type Json } from '../objects/read';

/** Helm writes the name of the chart and its version into one label. */
const LABEL = 'helm.sh/chart';
const CHART = /^alexandria-ee-(\d{1,9})\.(\d{1,9})\.(\d{1,9})(.*)$/;

const NUMBERS = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})/;

/** The version of the chart that an object was deployed from; undefined where its label does not say, as with Kustomize. */
export function deployedChart(object: Json): string | undefined {
  const match = CHART.exec(textAt(object, 'metadata', 'labels', LABEL));
  // Helm writes an underscore where a version has a plus.
  return match
    ? `${match[1]}.${match[2]}.${match[3]}${match[4].replace('_', '+')}`
    : undefined;
}

/** Whether a version comes before another, by their numbers alone: of a release candidate nothing is said. */
export function isBefore(version: string, other: string): boolean {
  const [one, two] = [version, other].map(text =>
    NUMBERS.exec(text)?.slice(1, 4).map(Number),
  );
  if (!one || !two) {
    return false;
  }
  const index = one.findIndex((number, at) => number !== two[at]);
  return index >= 0 && one[index] < two[index];
}
