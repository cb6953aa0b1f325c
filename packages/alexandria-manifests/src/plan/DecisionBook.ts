import type { Issue } from '../result';
import type { Decision } from './PlanConflict';

const place = ({ path, field }: Decision) =>
  field === undefined || field === '' ? path : `${path}: ${field}`;

/** What was decided, and which of it was needed. */
export class DecisionBook {
  readonly #used = new Set<Decision>();

  constructor(readonly decisions: readonly Decision[]) {}

  /** One for the very place wins over one for its file; of two alike the later one wins. */
  decided(path: string, field: string): Decision['take'] | undefined {
    const inFile = this.decisions.filter(each => each.path === path).reverse();
    const found =
      inFile.find(each => each.field === field) ??
      inFile.find(each => each.field === undefined);
    if (found !== undefined) {
      this.#used.add(found);
    }
    return found?.take;
  }

  /** Those that no conflict asked for. */
  unused(): Issue[] {
    return this.decisions
      .filter(decision => !this.#used.has(decision))
      .map(decision => ({
        path: place(decision),
        message: 'was decided, and there is no such conflict',
        remedy: 'Name a conflict as the plan spells it',
      }));
  }
}
