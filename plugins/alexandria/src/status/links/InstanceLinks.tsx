import type { Entity } from '@backstage/catalog-model';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import {
  RiExternalLinkLine,
  RiFileListLine,
  RiGitBranchLine,
  RiLineChartLine,
} from '@remixicon/react';
import { alexandriaTranslationRef } from '../../translations/ref';
import type { DeploymentStatus } from '../DeploymentStatus';
import { instanceLinks, type LinkKind } from './instanceLinks';
import styles from './InstanceLinks.module.css';

const icons: Record<LinkKind, typeof RiGitBranchLine> = {
  gitops: RiGitBranchLine,
  dashboard: RiLineChartLine,
  logs: RiFileListLine,
  other: RiExternalLinkLine,
};

/** Links to what other tools know of a Deployment. */
export function InstanceLinks(props: {
  entity: Entity;
  deployment: DeploymentStatus;
}) {
  const { entity, deployment } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const links = instanceLinks(useApi(configApiRef), entity, deployment);
  return links.length === 0 ? null : (
    <ul aria-label={t('status.links.label')} className={styles.links}>
      {links.map(({ kind, title, url }) => {
        const Icon = icons[kind];
        return (
          <li key={`${title}${url}`}>
            <ButtonLink
              size="small"
              variant="secondary"
              href={url}
              iconStart={<Icon aria-hidden />}
            >
              {title ?? t(`status.links.${kind}`)}
            </ButtonLink>
          </li>
        );
      })}
    </ul>
  );
}
