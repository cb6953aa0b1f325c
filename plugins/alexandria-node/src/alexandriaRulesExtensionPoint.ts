import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Rule } from './evaluate';

/**
 * Takes the rules of adopters, which judge beside those of this package.
 *
 * @public
 */
export interface AlexandriaRulesExtensionPoint {
  /** @throws Error when a rule has the code of another */
  addRules(...rules: Rule[]): void;
}

/**
 * Where modules of the plugin `alexandria` add rules.
 *
 * @public
 */
export const alexandriaRulesExtensionPoint =
  createExtensionPoint<AlexandriaRulesExtensionPoint>({
    id: 'alexandria.rules',
  });
