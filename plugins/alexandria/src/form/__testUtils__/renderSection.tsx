import { parseInstance } from '@alexandriaproject/alexandria-manifests';
import { render, screen } from '@testing-library/react';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import type { Draft } from '../answerAt';
import { AnswersContext } from '../AnswersContext';
import { AnswersStore } from '../AnswersStore';
import { SectionFields } from '../SectionFields';
import type { SectionId } from '../sections';
import { FormApis, type GivenApis } from './formApis';

/** The fewest answers that are accepted. */
export const least = {
  name: 'assistant',
  owner: 'group:default/payments',
  environments: [{ name: 'dev', stage: 'development' }],
};

/** How fields are rendered. */
export interface FieldsOptions {
  draft?: Draft;
  /** As if somebody had tried to go on, so that every problem shows. */
  isAttempted?: boolean;
  apis?: GivenApis;
}

/** Fields on the screen. */
export interface RenderedFields {
  store: AnswersStore;
  /** What was last said to those who do not see the screen. */
  said(): string | null;
  unmount(): void;
}

/** Renders fields around answers that are checked as they change. */
export function renderFields(
  fields: ReactElement,
  options: FieldsOptions = {},
): RenderedFields {
  const { draft = least, isAttempted = false, apis } = options;
  const judge = (of: AnswersStore) => {
    const parsed = parseInstance(of.draft);
    of.judge(
      { answers: of.draft, issues: parsed.ok ? [] : parsed.issues },
      isAttempted,
    );
  };
  const store: AnswersStore = new AnswersStore(draft, () => judge(store));
  judge(store);

  function Form() {
    const [said, announce] = useState('');
    useEffect(() => () => store.close(), []);
    const context = useMemo(() => ({ store, disabled: false, announce }), []);
    return (
      <AnswersContext.Provider value={context}>
        {fields}
        <div data-testid="said">{said}</div>
      </AnswersContext.Provider>
    );
  }

  const { unmount } = render(
    <FormApis apis={apis}>
      <Form />
    </FormApis>,
  );
  return {
    store,
    said: () => screen.getByTestId('said').textContent,
    unmount,
  };
}

/** Renders the fields of a page. */
export function renderSection(
  section: SectionId,
  options: FieldsOptions & { repoUrl?: string } = {},
): RenderedFields {
  const { repoUrl, ...rest } = options;
  return renderFields(
    <SectionFields section={section} repoUrl={repoUrl} />,
    rest,
  );
}

/** The paths of the answers that have a field on the screen. */
export function fieldsShown(): string[] {
  return [...document.querySelectorAll<HTMLElement>('[data-answer]')].map(
    field => field.dataset.answer ?? '',
  );
}
