import { parseInstance } from '@alexandriaproject/alexandria-manifests';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Alert } from '@backstage/ui';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { alexandriaTranslationRef } from '../translations/ref';
import { AnswersContext } from './AnswersContext';
import { AnswersStore } from './AnswersStore';
import type { Draft } from './answerAt';
import { chosenRepository } from './checks/repository';
import { FormLayout } from './FormLayout';
import { issuesUpTo } from './issuesUpTo';
import { isSectionId, sectionIds, type SectionId } from './sections';
import { SectionFields } from './SectionFields';
import { SectionProblems } from './SectionProblems';
import { useAttempts } from './useAttempts';
import { useLatest } from './useLatest';

/** What the template says about a page: `ui:options: { section: … }`. */
export type InstanceFormOptions = { section: string };

type FieldProps = FieldExtensionComponentProps<Draft, InstanceFormOptions>;

/** The environments that a new instance begins with. */
const firstEnvironments = [{ name: 'dev', stage: 'development' }];

const nothing: Draft = {};

function Section(props: FieldProps & { section: SectionId }) {
  const { section, formData = nothing, onChange, formContext } = props;
  const latestOnChange = useLatest(onChange);
  const [store] = useState(
    () => new AnswersStore(formData, draft => latestOnChange.current(draft)),
  );
  useEffect(() => () => store.close(), [store]);
  useEffect(() => store.receive(formData), [store, formData]);
  useEffect(() => {
    if (store.draft.environments === undefined) {
      store.edit(draft => ({ ...draft, environments: firstEnvironments }));
    }
  }, [store]);

  // Typing comes first; checks and preview follow as soon as there is time.
  const answers = useDeferredValue(formData);
  const repoUrl = chosenRepository(formContext?.formData);
  const instance = useMemo(
    () => (repoUrl === undefined ? answers : { ...answers, repoUrl }),
    [answers, repoUrl],
  );
  const issues = useMemo(() => {
    const parsed = parseInstance(instance);
    return parsed.ok ? [] : parsed.issues;
  }, [instance]);
  const { ref, attempts } = useAttempts(
    () => issuesUpTo(section, store.draft).length > 0,
  );
  useEffect(() => store.judge(issues, attempts > 0), [store, issues, attempts]);

  const [said, announce] = useState('');
  const disabled = Boolean(props.disabled || props.readonly);
  const context = useMemo(
    () => ({ store, disabled, announce }),
    [store, disabled],
  );
  const fields = useMemo(
    () => <SectionFields section={section} repoUrl={repoUrl} />,
    [section, repoUrl],
  );
  return (
    <AnswersContext.Provider value={context}>
      <FormLayout
        ref={ref}
        answers={instance}
        said={said}
        notices={<SectionProblems section={section} issues={issues} />}
      >
        {fields}
      </FormLayout>
    </AnswersContext.Provider>
  );
}

/** One page of the answers for a new Alexandria instance, with the preview beside it. */
export function InstanceForm(props: FieldProps) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const section = props.uiSchema['ui:options']?.section;
  return isSectionId(section) ? (
    <Section {...props} section={section} />
  ) : (
    <Alert
      status="danger"
      icon
      title={t('form.unknownSection', {
        section: String(section),
        known: sectionIds.join(', '),
      })}
    />
  );
}
