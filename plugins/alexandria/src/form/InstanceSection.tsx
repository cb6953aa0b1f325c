import { parseInstance } from '@alexandriaproject/alexandria-manifests';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { VisuallyHidden } from '@backstage/ui';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { AnswersContext } from './AnswersContext';
import { AnswersStore } from './AnswersStore';
import type { Draft } from './answerAt';
import { chosenRepository, withRepository } from './checks/repository';
import { FormLayout } from './FormLayout';
import { issuesUpTo } from './issuesUpTo';
import { Preview } from './Preview';
import type { SectionId } from './sections';
import { SectionFields } from './SectionFields';
import { SectionProblems } from './SectionProblems';
import { useAttempts } from './useAttempts';
import { useFlush } from './useFlush';
import { useLatest } from './useLatest';

/**
 * What the template says about a page: `ui:options: { section: … }`.
 *
 * @public
 */
export type InstanceFormOptions = {
  section: string;
  /** `change` edits the answers of the instance that the field `entityRef` of the form names; `new` when omitted. */
  purpose?: 'new' | 'change';
};

export type FieldProps = FieldExtensionComponentProps<
  Draft,
  InstanceFormOptions
>;

/** The environments that a new instance begins with. */
const firstEnvironments = [{ name: 'dev', stage: 'development' }];

const nothing: Draft = {};

/** One page of the answers, with the preview beside it. */
export function InstanceSection(
  props: FieldProps & { section: SectionId; isChange?: boolean },
) {
  const {
    section,
    isChange,
    formData = nothing,
    onChange,
    formContext,
  } = props;
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
  const checked = useMemo(() => {
    const instance = repoUrl === undefined ? answers : { ...answers, repoUrl };
    const parsed = parseInstance(instance);
    return { answers: instance, issues: parsed.ok ? [] : parsed.issues };
  }, [answers, repoUrl]);
  const { ref, attempts } = useAttempts(
    () => issuesUpTo(section, withRepository(store.draft, repoUrl)).length > 0,
  );
  useFlush(ref, store);

  useEffect(
    () => store.judge(checked, attempts > 0),
    [store, checked, attempts],
  );

  const [said, announce] = useState('');
  const disabled = Boolean(props.disabled || props.readonly);
  const context = useMemo(
    () => ({ store, disabled, isChange, announce }),
    [store, disabled, isChange],
  );
  // The same element for every keystroke: the parts of the page ask the store for what they show.
  const page = useMemo(
    () => (
      <FormLayout
        ref={ref}
        notices={<SectionProblems section={section} />}
        preview={<Preview />}
      >
        <SectionFields section={section} repoUrl={repoUrl} />
      </FormLayout>
    ),
    [ref, section, repoUrl],
  );
  return (
    <AnswersContext.Provider value={context}>
      {page}
      <VisuallyHidden>
        <div role="status">{said}</div>
      </VisuallyHidden>
    </AnswersContext.Provider>
  );
}
