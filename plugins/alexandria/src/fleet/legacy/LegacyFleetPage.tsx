import { Content, Header, Page } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { legacyTemplateRouteRef } from '../../status/legacy/routes';
import { alexandriaTranslationRef } from '../../translations/ref';
import { FleetPage } from '../FleetPage';
import { instanceTemplate } from '../template';

/** The page in a portal on the old frontend system. */
export function LegacyFleetPage() {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const createRoute = useRouteRef(legacyTemplateRouteRef);
  return (
    <Page themeId="tool">
      <Header title={t('fleet.title')} />
      <Content noPadding>
        <FleetPage createHref={createRoute?.(instanceTemplate)} />
      </Content>
    </Page>
  );
}
