import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../translations/ref';
import { Caution } from './Caution';

/** Clusters that are not known as they should be, each with the reason, and what that means for what is shown. */
export function ClusterProblems({ status }: { status: InstanceStatus }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const problems = status.clusters.flatMap(
    ({ condition, name, title, message }) =>
      condition === 'Current'
        ? []
        : [{ condition, name, cluster: title ?? name, message }],
  );
  return problems.length === 0 ? null : (
    <Caution>
      <ul>
        {problems.map(({ condition, name, cluster, message }) => (
          <li key={name}>
            <strong>{t(`status.cluster.${condition}`, { cluster })}</strong>
            {message !== undefined && <>: {message}</>}
          </li>
        ))}
      </ul>
      <p>{t('status.cluster.consequence')}</p>
    </Caution>
  );
}
