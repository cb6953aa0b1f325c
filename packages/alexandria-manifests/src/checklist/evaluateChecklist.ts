import { Issue } from '../result';
import { Release, Values } from '../values/valuesSchema';
import { ChecklistRule, checklistRules } from './checklistRules';

/**
 * One point of the production checklist, held against values.
 *
 * @public
 */
export interface ChecklistItem {
  id: string;
  title: string;
  severity: 'must' | 'should' | 'manual';
  /** `byHand`: only a person can tell. */
  state: 'satisfied' | 'open' | 'notApplicable' | 'byHand';
  /** The values it is about; while it is open, those that keep it open. */
  paths: string[];
  why: string;
  fix: string;
}

function evaluate(
  rule: ChecklistRule,
  values: Values,
  release: Release,
): ChecklistItem {
  const { id, title, severity, why } = rule;
  const fix = typeof rule.fix === 'string' ? rule.fix : rule.fix(release);
  const found = rule.check?.(values);
  const item = { id, title, severity, paths: rule.paths, why, fix };
  if (found === undefined) {
    return { ...item, state: 'byHand' };
  }
  if (found === 'notApplicable') {
    return { ...item, state: 'notApplicable' };
  }
  return found.length === 0
    ? { ...item, state: 'satisfied' }
    : { ...item, state: 'open', paths: found };
}

/**
 * The production checklist of the source document, each point held against the values.
 *
 * @public
 */
export function evaluateChecklist(
  values: Values,
  release: Release,
): ChecklistItem[] {
  return checklistRules.map(rule => evaluate(rule, values, release));
}

/** What `checklist.enforce` makes of the points that must hold and do not. */
export function checklistIssues(values: Values, release: Release): Issue[] {
  return evaluateChecklist(values, release)
    .filter(item => item.severity === 'must' && item.state === 'open')
    .flatMap(item =>
      item.paths.map(path => ({
        path,
        message: `does not meet the production checklist: ${item.title}`,
        remedy: item.fix,
      })),
    );
}
