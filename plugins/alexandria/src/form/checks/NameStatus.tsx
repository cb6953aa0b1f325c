import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { alexandriaTranslationRef } from '../../translations/ref';
import { useAnswers } from '../AnswersContext';
import { componentRef, isNameFree, isValidName } from './nameInCatalog';
import { StatusLine } from './StatusLine';
import { useAsked } from './useAsked';

/** Says whether the catalog has the name of the instance already. */
export function NameStatus() {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const name = useAnswers(draft =>
    isValidName(draft.name) ? draft.name : undefined,
  );
  const asked = useAsked(name, question => isNameFree(catalogApi, question));
  switch (asked.state) {
    case 'asking':
      return <StatusLine standing="pending" text={t('form.name.asking')} />;
    case 'failed':
      return (
        <StatusLine
          standing="unknown"
          text={t('form.name.unknown', { reason: asked.reason })}
        />
      );
    case 'answered':
      return asked.answer ? (
        <StatusLine standing="good" text={t('form.name.free')} />
      ) : (
        <StatusLine
          standing="bad"
          text={t('form.name.taken', { ref: componentRef(name ?? '') })}
        />
      );
    default:
      return <StatusLine standing="pending" text={undefined} />;
  }
}
