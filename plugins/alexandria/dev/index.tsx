import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import alexandriaPlugin, { alexandriaApiRef } from '../src';
import { alexandriaTranslations } from '../src/translations';
import { FixtureApi } from '../src/status/__fixtures__/FixtureApi';

const fixtureApi = createFrontendModule({
  pluginId: 'alexandria',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: alexandriaApiRef,
          deps: {},
          factory: () => new FixtureApi(new Date()),
        }),
    }),
  ],
});

const german = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'alexandria',
      params: { resource: alexandriaTranslations },
    }),
  ],
});

const states = createFrontendPlugin({
  pluginId: 'states',
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/',
        title: 'States',
        noHeader: true,
        loader: () =>
          import('./StatesPage').then(({ StatesPage }) => <StatesPage />),
      },
    }),
  ],
});

createDevApp({ features: [alexandriaPlugin, fixtureApi, german, states] });
