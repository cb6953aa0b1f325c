import { Issue } from '../../result';
import { applySet } from '../../values/applySet';
import { mergeLayers } from '../../values/mergeValues';
import { resolveValues } from '../../values/resolveValues';
import { Values } from '../../values/valuesSchema';
import { readYaml } from '../../yaml';
import { Draw } from './Draw';

/** What this package makes of a draw, and which part of it refuses it. */
export type Reading =
  | { ok: true; values: Values }
  | { ok: false; stage: 'file' | 'set' | 'values'; issues: Issue[] };

/** Reads values files and `--set` as the command line does. */
export function readDraw({ files, set, release }: Draw): Reading {
  const layers: unknown[] = [];
  for (const file of files) {
    const result = readYaml(file);
    if (!result.ok) {
      return { ok: false, stage: 'file', issues: result.issues };
    }
    layers.push(result.value);
  }
  let tree = mergeLayers(layers);
  for (const expression of set) {
    const result = applySet(tree, expression);
    if (!result.ok) {
      return { ok: false, stage: 'set', issues: result.issues };
    }
    tree = result.value;
  }
  const resolved = resolveValues([tree], release);
  return resolved.ok
    ? { ok: true, values: resolved.value }
    : { ok: false, stage: 'values', issues: resolved.issues };
}
