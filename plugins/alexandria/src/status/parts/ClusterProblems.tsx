import type { Fleet } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../translations/ref';
import { Ago } from './Age';
import { Caution } from './Caution';

/**
 * Clusters that are not known as they should be, each with the reason and, where it is said, when they were last heard; and what that
 * means for what is shown.
 */
export function ClusterProblems({
  status,
}: {
  status: Pick<Fleet, 'clusters'>;
}) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const problems = status.clusters.flatMap(
    ({ condition, name, title, message, observedAt }) =>
      condition === 'Current'
        ? []
        : [{ condition, name, cluster: title ?? name, message, observedAt }],
  );
  return problems.length === 0 ? null : (
    <Caution>
      <ul>
        {problems.map(({ condition, name, cluster, message, observedAt }) => (
          <li key={name}>
            <strong>{t(`status.cluster.${condition}`, { cluster })}</strong>
            {message !== undefined && <>: {message}</>}
            {observedAt !== undefined && (
              <>
                {' · '}
                {t('status.seen.stale')} <Ago of={observedAt} />
              </>
            )}
          </li>
        ))}
      </ul>
      <p>{t('status.cluster.consequence')}</p>
    </Caution>
  );
}
