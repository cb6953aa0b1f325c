import { Content, Header, Page } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../translations/ref';
import { FleetPage } from '../FleetPage';
import { instanceTemplate } from '../template';
import { createInstanceRouteRef } from './routes';

/** The page in a portal on the old frontend system. */
export function LegacyFleetPage() {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const createRoute = useRouteRef(createInstanceRouteRef);
  return (
    <Page themeId="tool">
      <Header title={t('fleet.title')} />
      <Content noPadding>
        <FleetPage createHref={createRoute?.(instanceTemplate)} />
      </Content>
    </Page>
  );
}
