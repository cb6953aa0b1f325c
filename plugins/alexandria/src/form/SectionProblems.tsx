import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { useSyncExternalStore } from 'react';
import { alexandriaTranslationRef } from '../translations/ref';
import { useForm } from './AnswersContext';
import { issueText } from './issueText';
import { isUpTo, sectionIds, sectionOf, type SectionId } from './sections';

/** What keeps somebody on a page and no field of it shows: problems of earlier pages, and of answers taken together. */
export function SectionProblems(props: { section: SectionId }) {
  const { section } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { store } = useForm();
  const { issues } = useSyncExternalStore(store.subscribe, () => store.checked);
  const rest = useSyncExternalStore(store.subscribe, () =>
    store
      .unclaimed()
      .filter(({ path }) => sectionOf(path) === section)
      .map(issue => issueText(issue, t))
      .join(' '),
  );
  return (
    <div role="status">
      {sectionIds
        .filter(each => each !== section && isUpTo(each, section))
        .map(each => {
          const problems = issues
            .filter(({ path }) => sectionOf(path) === each)
            .map(issue => issueText(issue, t));
          return problems.length === 0 ? null : (
            <Alert
              key={each}
              status="warning"
              icon
              mb="4"
              title={t('form.alert.earlier.title')}
              description={t('form.alert.earlier.description', {
                page: t(`form.sections.${each}`),
                problems: problems.join(' '),
              })}
            />
          );
        })}
      {rest !== '' && (
        <Alert
          status="danger"
          icon
          mb="4"
          title={t('form.alert.rest.title')}
          description={rest}
        />
      )}
    </div>
  );
}
