import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { PolicyRule } from './api/Identity';
import { readerRules } from './readerRules';

const RBAC = join(__dirname, '../../../../plugins/alexandria-backend/rbac');

/** The rules of the roles in a manifest. */
const shipped = (manifest: string): PolicyRule[] =>
  parseAllDocuments(readFileSync(join(RBAC, `${manifest}.yaml`), 'utf8'))
    .map(document => document.toJS() as { rules?: PolicyRule[] })
    .flatMap(({ rules = [] }) => rules);

/** What is allowed, one verb of one kind each. */
const allowed = (rules: readonly PolicyRule[]) =>
  rules
    .flatMap(({ apiGroups, resources, verbs }) =>
      apiGroups.flatMap(group =>
        resources.flatMap(resource =>
          verbs.map(verb => `${verb} ${resource}.${group}`),
        ),
      ),
    )
    .sort();

describe('readerRules', () => {
  it.each([0, 1, 2] as const)(
    'allow in tier %d what the manifests of the plugin do',
    tier => {
      const manifests = [
        ...['tier-0', 'drift'],
        ...(tier === 0 ? [] : [`tier-${tier}`]),
      ];
      expect(allowed(readerRules(tier))).toEqual(
        allowed(manifests.flatMap(shipped)),
      );
    },
  );
});
