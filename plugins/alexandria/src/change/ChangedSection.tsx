import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Skeleton } from '@backstage/ui';
import { useEffect, useMemo } from 'react';
import { useLatest } from '../form/useLatest';
import { InstanceSection, type FieldProps } from '../form/InstanceSection';
import type { SectionId } from '../form/sections';
import { alexandriaTranslationRef } from '../translations/ref';
import { decisionsOf } from './decisions/conflictsOf';
import { RepositoryContext } from './RepositoryContext';
import { chosenInstance, useInstanceRepository } from './useInstanceRepository';

/** One page of the answers of an instance that is there: opens with its present answers, read from its repository. */
export function ChangedSection(props: FieldProps & { section: SectionId }) {
  const { formData, formContext, onChange } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [asked] = useInstanceRepository(chosenInstance(formContext?.formData));
  const repository = asked.state === 'answered' ? asked.answer : undefined;
  const decisions = decisionsOf(formContext?.formData);
  const changed = useMemo(
    () => repository && { repository, decisions },
    [repository, decisions],
  );
  const present = repository?.answers;
  // Answers of another instance, which was chosen before, say nothing of this one.
  const isOfInstance =
    present !== undefined &&
    formData?.name === present.name &&
    formData?.repoUrl === present.repoUrl;
  const latestOnChange = useLatest(onChange);
  useEffect(() => {
    if (present !== undefined && !isOfInstance) {
      latestOnChange.current(present);
    }
  }, [present, isOfInstance, latestOnChange]);

  if (asked.state === 'none') {
    return (
      <Alert
        status="info"
        icon
        title={t('change.choose.title')}
        description={t('change.choose.text')}
      />
    );
  }
  if (asked.state === 'failed') {
    return (
      <Alert
        role="alert"
        status="danger"
        icon
        title={t('change.failed.title')}
        description={asked.reason}
      />
    );
  }
  if (repository === undefined || !isOfInstance) {
    return <Skeleton height="20rem" />;
  }
  return (
    <RepositoryContext.Provider value={changed}>
      <InstanceSection key={repository.entityRef} {...props} isChange />
    </RepositoryContext.Provider>
  );
}
