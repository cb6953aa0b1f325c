import type { ChecklistItem } from '../../checklist';
import { capital } from '../markdown';

const MARKS: Record<ChecklistItem['state'], string> = {
  satisfied: '[x]',
  notApplicable: '[x]',
  open: '[ ]',
  byHand: '[ ]',
};

const REMARKS: Record<ChecklistItem['state'], string> = {
  satisfied: '',
  notApplicable: ' (does not apply)',
  open: '',
  byHand: '',
};

const HEADS: [ChecklistItem['severity'], string][] = [
  ['must', 'Must'],
  ['should', 'Should'],
  ['manual', 'By hand, once it runs'],
];

function line({ title, state, fix }: ChecklistItem): string {
  const remedy = state === 'open' || state === 'byHand' ? ` ${fix}` : '';
  return `- ${MARKS[state]} ${capital(title)}${REMARKS[state]}.${remedy}`;
}

/** The checklist by severity, with what the answers satisfy ticked. */
export function checklistLines(items: readonly ChecklistItem[]): string {
  return HEADS.flatMap(([severity, head]) => {
    const some = items.filter(item => item.severity === severity);
    return some.length === 0 ? [] : [`**${head}**`, some.map(line).join('\n')];
  }).join('\n\n');
}
