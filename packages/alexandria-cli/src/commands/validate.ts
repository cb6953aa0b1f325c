import {
  ChecklistItem,
  evaluateChecklist,
  resolveValues,
} from '@alexandriaproject/alexandria-manifests';
import { exitCode, Io, printIssues } from '../Io';
import { readValues } from '../readFiles';

export interface ValidateOptions {
  values: string[];
  output: 'text' | 'json';
}

const RELEASE = { name: 'alexandria', namespace: 'alexandria' };

const MARKS: Record<ChecklistItem['state'], string> = {
  satisfied: '[x]',
  open: '[ ]',
  notApplicable: '[-]',
  byHand: '[?]',
};

function checklistText(items: readonly ChecklistItem[]): string {
  const lines = items.flatMap(item => [
    `${MARKS[item.state]} ${item.severity.padEnd(6)} ${item.title}`,
    ...(item.state === 'open'
      ? [`             ${item.paths.join(', ')}: ${item.fix}`]
      : []),
    ...(item.state === 'byHand' ? [`             ${item.fix}`] : []),
  ]);
  return [
    'Production checklist ([x] satisfied, [ ] open, [-] does not apply, [?] only you can tell)',
    ...lines,
    '',
  ].join('\n');
}

/**
 * Checks values against the schema and the guards, and holds them against the production checklist. An open point of
 * the checklist rejects the values only under `checklist.enforce`.
 */
export async function validate(
  io: Io,
  options: ValidateOptions,
): Promise<number> {
  const read = await readValues(io, options.values, []);
  const resolved = read.ok ? resolveValues([read.value], RELEASE) : read;
  const checklist = resolved.ok
    ? evaluateChecklist(resolved.value, RELEASE)
    : [];
  printIssues(io, resolved.warnings, 'warning');
  if (!resolved.ok) {
    printIssues(io, resolved.issues, 'error');
  }
  if (options.output === 'json') {
    const report = {
      ok: resolved.ok,
      issues: resolved.ok ? [] : resolved.issues,
      warnings: resolved.warnings,
      checklist,
    };
    io.stdout(`${JSON.stringify(report, null, 2)}\n`);
  } else if (resolved.ok) {
    io.stdout(`The values are accepted.\n\n${checklistText(checklist)}`);
  }
  return resolved.ok ? exitCode.accepted : exitCode.rejected;
}
