import { createExtensionTester } from '@backstage/frontend-test-utils';
import {
  FormFieldBlueprint,
  type FormField,
} from '@backstage/plugin-scaffolder-react/alpha';
import { alexandriaInstanceField } from './form/alexandriaInstanceField';
import { sectionIds } from './form/sections';
import plugin from '.';

it('is the plugin alexandria', () => {
  expect(plugin.pluginId).toBe('alexandria');
});

it('offers ui:field: AlexandriaInstance with its options', async () => {
  const load = createExtensionTester(alexandriaInstanceField).get(
    FormFieldBlueprint.dataRefs.formFieldLoader,
  );
  const field: FormField & Record<string, unknown> = { ...(await load()) };
  expect(field).toMatchObject({
    name: 'AlexandriaInstance',
    component: expect.any(Function),
    validation: expect.any(Function),
    schema: {
      schema: {
        returnValue: { type: 'object' },
        uiOptions: { properties: { section: { enum: [...sectionIds] } } },
      },
    },
  });
});
