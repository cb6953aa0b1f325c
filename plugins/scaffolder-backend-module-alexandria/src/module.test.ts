import { startTestBackend, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { scaffolderModuleAlexandria } from './module';

describe('scaffolderModuleAlexandria', () => {
  it('adds exactly these actions, each with schemas, examples and dry run', async () => {
    const added: TemplateAction[] = [];
    await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          {
            addActions: (...actions: TemplateAction[]) =>
              added.push(...actions),
          },
        ],
      ],
      features: [
        scaffolderModuleAlexandria,
        catalogServiceMock.factory(),
        mockServices.rootConfig.factory(),
      ],
    });
    expect(added.map(action => action.id)).toEqual([
      'alexandria:instance:generate',
      'alexandria:instance:plan',
      'alexandria:instance:update',
      'alexandria:instance:retire',
      'alexandria:gitea:pull-request',
      'alexandria:manifests:render',
      'alexandria:values:validate',
    ]);
    for (const action of added) {
      expect(action.supportsDryRun).toBe(true);
      expect(action.description).toBeTruthy();
      expect(action.examples?.length).toBeGreaterThan(1);
      expect(action.schema?.input).toHaveProperty('properties');
      expect(action.schema?.output).toHaveProperty('properties');
    }
  });
});
