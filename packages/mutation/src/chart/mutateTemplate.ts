import { blockEdits } from './blockEdits';
import type { Edit } from './Edit';
import { expressionEdits } from './expressionEdits';
import { indentEdits } from './indentEdits';
import { lineEdits } from './lineEdits';
import { actionsOf } from './templateActions';

/** Every change that is made of a template, one at a time, in the order of the places. */
export function mutateTemplate(source: string): Edit[] {
  const actions = actionsOf(source);
  return [
    ...lineEdits(actions, source),
    ...blockEdits(actions, source),
    ...actions.flatMap(expressionEdits),
    ...indentEdits(actions, source),
  ].sort((a, b) => a.start - b.start);
}
