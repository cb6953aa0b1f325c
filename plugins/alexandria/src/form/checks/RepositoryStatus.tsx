import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaApiRef } from '../../api/alexandriaApiRef';
import { alexandriaTranslationRef } from '../../translations/ref';
import { hostOf } from './repository';
import { StatusLine } from './StatusLine';
import { useAsked } from './useAsked';

/** Says whether the repository that was chosen exists already. */
export function RepositoryStatus(props: { repoUrl: string | undefined }) {
  const { repoUrl } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const alexandriaApi = useApi(alexandriaApiRef);
  const asked = useAsked(repoUrl, (question, signal) =>
    alexandriaApi.getRepositoryAvailability({ repoUrl: question }, { signal }),
  );
  if (repoUrl === undefined || asked.state === 'none') {
    return (
      <StatusLine standing="pending" text={t('form.repository.missing')} />
    );
  }
  if (asked.state === 'asking') {
    return (
      <StatusLine
        standing="pending"
        text={t('form.repository.asking', { host: hostOf(repoUrl) })}
      />
    );
  }
  if (asked.state === 'failed') {
    return (
      <StatusLine
        standing="unknown"
        text={t('form.repository.unknown', { reason: asked.reason })}
      />
    );
  }
  const { status, url, reason = '' } = asked.answer;
  switch (status) {
    case 'free':
      return (
        <StatusLine standing="good" text={t('form.repository.free', { url })} />
      );
    case 'taken':
      return (
        <StatusLine standing="bad" text={t('form.repository.taken', { url })} />
      );
    default:
      return (
        <StatusLine
          standing="unknown"
          text={t('form.repository.unknown', { reason })}
        />
      );
  }
}
