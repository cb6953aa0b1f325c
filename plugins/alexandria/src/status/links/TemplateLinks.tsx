import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiEditLine, RiInboxArchiveLine } from '@remixicon/react';
import { alexandriaTranslationRef } from '../../translations/ref';
import styles from './InstanceLinks.module.css';
import { templateHref, type TemplateRoute } from './templateHref';

const kinds = ['change', 'retire'] as const;
const icons = { change: RiEditLine, retire: RiInboxArchiveLine };

/** Links to the forms that change an instance or take it out of service. */
export function TemplateLinks(props: { entity: Entity; route: TemplateRoute }) {
  const { entity, route } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const links = kinds.flatMap(kind => {
    const href = templateHref(route, entity, kind);
    return href === undefined ? [] : [{ kind, href }];
  });
  return links.length === 0 ? null : (
    <ul aria-label={t('change.links.label')} className={styles.links}>
      {links.map(({ kind, href }) => {
        const Icon = icons[kind];
        return (
          <li key={kind}>
            <ButtonLink
              size="small"
              variant="secondary"
              href={href}
              iconStart={<Icon aria-hidden />}
            >
              {t(`change.links.${kind}`)}
            </ButtonLink>
          </li>
        );
      })}
    </ul>
  );
}
