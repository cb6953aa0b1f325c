import { code, document, list, plain, table } from '../../repository/markdown';
import type { RetirementPlan } from '../RetirementPlan';
import { conflictLines } from './conflictLines';
import { stepBlocks } from './steps';

const SHOWN_MAX = 30;

/** Removed files by their folder, since there are many. */
function folders(paths: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = path.includes('/')
      ? `${path.split('/').slice(0, -1).slice(0, 3).join('/')}/`
      : path;
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].map(([folder, count]) =>
    folder.endsWith('/')
      ? `${code(folder)}: ${count} file${count === 1 ? '' : 's'}`
      : code(folder),
  );
}

/**
 * The description of the pull request of a retirement, as Markdown.
 *
 * @public
 */
export function describeRetirement(plan: RetirementPlan): string {
  const { environments, files, handMade, losses, conflicts, steps } = plan;
  const removed = files
    .filter(({ action }) => action === 'remove')
    .map(({ path }) => path);
  const changed = files
    .filter(({ action }) => action !== 'remove')
    .map(({ path }) => code(path));
  return document(
    plan.isWhole
      ? `Takes the Alexandria instance ${code(
          plan.instance,
        )} out of service, with ${environments.map(code).join(', ')}.`
      : `Takes ${environments
          .map(code)
          .join(', ')} of the Alexandria instance ${code(
          plan.instance,
        )} out of service.`,
    '## Removed from the repository',
    list(...folders(removed)),
    handMade.length > 0 &&
      `People made or edited these, and they go too: ${handMade
        .slice(0, SHOWN_MAX)
        .map(code)
        .join(', ')}${handMade.length > SHOWN_MAX ? ', …' : ''}.`,
    changed.length > 0 && `Changed: ${changed.join(', ')}.`,
    '## What is lost, and what is left',
    table(
      ['Environment', 'What', 'Fate', ''],
      losses.map(({ environment, subject, fate, message }) => [
        code(environment),
        code(subject),
        fate === 'kept' ? 'kept until deleted by hand' : '**removed**',
        plain(message),
      ]),
    ),
    conflicts.length > 0 && '## Conflicts',
    conflicts.length > 0 && conflictLines(conflicts),
    '## Steps',
    ...stepBlocks(steps),
  );
}
