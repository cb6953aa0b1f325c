import { alexandriaTranslations } from '@alexandriaproject/backstage-plugin-alexandria/translations';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';

const alexandria = TranslationBlueprint.make({
  name: 'alexandria',
  params: { resource: alexandriaTranslations },
});

/** The languages that plugins bring along; `api:app/app-language` says which of them can be chosen. */
export const translationsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [alexandria],
});
