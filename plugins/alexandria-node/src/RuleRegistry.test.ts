import {
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { alexandriaRulesExtensionPoint } from './alexandriaRulesExtensionPoint';
import type { Rule } from './evaluate';
import { RuleRegistry } from './RuleRegistry';

const rule = (code: string): Rule => ({
  finding: {
    code,
    severity: 'info',
    title: 'Of an adopter',
    docs: 'https://example.com/rules',
  },
  check: () => [],
});

async function start(...rules: Rule[]) {
  const registry = new RuleRegistry();
  await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'alexandria',
        register(env) {
          env.registerExtensionPoint(alexandriaRulesExtensionPoint, registry);
          env.registerInit({ deps: {}, async init() {} });
        },
      }),
      createBackendModule({
        pluginId: 'alexandria',
        moduleId: 'rules',
        register(env) {
          env.registerInit({
            deps: { extensionPoint: alexandriaRulesExtensionPoint },
            async init({ extensionPoint }) {
              extensionPoint.addRules(...rules);
            },
          });
        },
      }),
    ],
  });
  return registry.rules.map(({ finding }) => finding.code);
}

describe('alexandriaRulesExtensionPoint', () => {
  it('hands the rules of modules to the plugin', async () => {
    expect(await start(rule('NoOwner'), rule('NoBackup'))).toEqual([
      'NoOwner',
      'NoBackup',
    ]);
  });

  it.each([
    ['of this package', [rule('ImagePullFailed')]],
    ['of another', [rule('NoOwner'), rule('NoOwner')]],
  ])('does not take a rule with the code %s', async (_, rules) => {
    await expect(start(...rules)).rejects.toThrow(
      `The code "${rules[0].finding.code}" of a rule is taken`,
    );
  });
});
