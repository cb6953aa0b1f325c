import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../translations/ref';
import { Ago } from '../parts/Age';
import { Caution } from '../parts/Caution';

/** Why what runs is not compared with what the repository asks for; nothing when it is. */
export function RepositoryProblems({ status }: { status: InstanceStatus }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { repository } = status;
  return !repository || repository.problems.length === 0 ? null : (
    <Caution>
      <strong>{t('status.repository.title')}</strong>
      <ul>
        {repository.problems.map(problem => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      {repository.readAt !== undefined && (
        <p>
          {t('status.repository.readAt')} <Ago of={repository.readAt} />
        </p>
      )}
    </Caution>
  );
}
