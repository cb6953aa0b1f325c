import type { AlexandriaRulesExtensionPoint } from './alexandriaRulesExtensionPoint';
import { builtInRules, Rule } from './evaluate';

/**
 * The rules that modules add: what a plugin registers as {@link alexandriaRulesExtensionPoint}, and hands to `evaluate`.
 *
 * @public
 */
export class RuleRegistry implements AlexandriaRulesExtensionPoint {
  readonly #rules: Rule[] = [];

  addRules(...rules: Rule[]): void {
    for (const rule of rules) {
      const { code } = rule.finding;
      const isTaken = [...builtInRules, ...this.#rules].some(
        ({ finding }) => finding.code === code,
      );
      if (isTaken) {
        throw new Error(
          `The code ${JSON.stringify(
            code,
          )} of a rule is taken: codes tell findings apart, so give it one of its own`,
        );
      }
      this.#rules.push(rule);
    }
  }

  /** In the order in which they were added. */
  get rules(): readonly Rule[] {
    return this.#rules;
  }
}
