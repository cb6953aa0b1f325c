import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { IconBundleBlueprint } from '@backstage/plugin-app-react';
import {
  RiAlertLine,
  RiAppsLine,
  RiArticleLine,
  RiBookOpenLine,
  RiBox3Line,
  RiChat3Line,
  RiCollageLine,
  RiDashboardLine,
  RiDatabase2Line,
  RiExternalLinkLine,
  RiFileCodeLine,
  RiFolder3Line,
  RiGithubLine,
  RiGroupLine,
  RiImageLine,
  RiMailLine,
  RiMapPinLine,
  RiNodeTree,
  RiPlugLine,
  RiSearchLine,
  RiStarFill,
  RiStarLine,
  RiUserLine,
} from '@remixicon/react';

/**
 * The icons that the app looks up by name, as elements of one family.
 * The ones they replace are registered in a way that warns in the browser's console.
 */
const icons = IconBundleBlueprint.make({
  params: {
    icons: {
      brokenImage: <RiImageLine />,
      catalog: <RiAppsLine />,
      chat: <RiChat3Line />,
      dashboard: <RiDashboardLine />,
      docs: <RiArticleLine />,
      email: <RiMailLine />,
      externalLink: <RiExternalLinkLine />,
      github: <RiGithubLine />,
      group: <RiGroupLine />,
      help: <RiBookOpenLine />,
      'kind:api': <RiPlugLine />,
      'kind:component': <RiBox3Line />,
      'kind:domain': <RiFolder3Line />,
      'kind:group': <RiGroupLine />,
      'kind:location': <RiMapPinLine />,
      'kind:resource': <RiDatabase2Line />,
      'kind:system': <RiNodeTree />,
      'kind:template': <RiFileCodeLine />,
      'kind:user': <RiUserLine />,
      scaffolder: <RiCollageLine />,
      search: <RiSearchLine />,
      star: <RiStarFill />,
      techdocs: <RiArticleLine />,
      unstarred: <RiStarLine />,
      user: <RiUserLine />,
      warning: <RiAlertLine />,
    },
  },
});

export const iconsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [icons],
});
