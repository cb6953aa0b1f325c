import { told } from './Control';
import type { KubernetesObject } from '../objects/KubernetesObject';

/** How long the demand takes to rise and fall again, in milliseconds. */
const WAVE_MS = 6 * 60_000;

/** By how much it rises and falls, as a share of itself. */
const SWING = 0.25;

/** A number from 0 up to 1 that a text has for ever. */
function phaseOf(text: string): number {
  const sum = [...text].reduce(
    (hash, character) => (hash * 31 + character.charCodeAt(0)) % 9973,
    7,
  );
  return sum / 9973;
}

/**
 * What is asked of an instance at a moment, in what one pod requests: 2.4 is as much as 2.4 pods have requested. Its
 * template says how much that is about; without a word half of what one pod requests.
 *
 * @param now - milliseconds since the epoch
 */
export function demandAt(
  template: Pick<KubernetesObject, 'metadata'>,
  name: string,
  now: number,
): number {
  const mean = Number(told(template, 'demand') ?? 0.5);
  const wave = Math.sin(2 * Math.PI * (now / WAVE_MS + phaseOf(name)));
  return mean * (1 + SWING * wave);
}
