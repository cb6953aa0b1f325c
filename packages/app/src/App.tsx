import { createApp } from '@backstage/frontend-defaults';
import { iconsModule } from './modules/icons';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';
import { translationsModule } from './modules/translations';
import { welcomePlugin } from './modules/welcome';

/** The portal. Every other plugin among the dependencies of this package is found through `app.packages`. */
export default createApp({
  features: [
    welcomePlugin,
    navModule,
    iconsModule,
    signInModule,
    translationsModule,
  ],
});
