import type {
  Decision,
  PlanConflict,
} from '@alexandriaproject/alexandria-manifests';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Radio, RadioGroup, Skeleton, Text } from '@backstage/ui';
import { useMemo } from 'react';
import tab from '../../preview/tab.module.css';
import { alexandriaTranslationRef } from '../../translations/ref';
import { Conflicts, placeOf } from '../plan/Conflicts';
import {
  chosenInstance,
  useInstanceRepository,
} from '../useInstanceRepository';
import { answersOf, conflictsOf } from './conflictsOf';

const none: readonly Decision[] = [];

function isAbout({ path, field }: PlanConflict) {
  return (decision: Decision) =>
    decision.path === path && (decision.field ?? '') === field;
}

/** Every conflict between the answers and what was changed by hand, each with what to do about it. */
export function DecisionsField(
  props: FieldExtensionComponentProps<Decision[]>,
) {
  const { formData = none, onChange, formContext } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [asked] = useInstanceRepository(chosenInstance(formContext?.formData));
  const answers = answersOf(formContext?.formData);
  const repository = asked.state === 'answered' ? asked.answer : undefined;
  // What was decided does not change where there is something to decide.
  const conflicts = useMemo(
    () => (repository ? conflictsOf(repository, answers, []) : []),
    [repository, answers],
  );
  if (!repository) {
    return <Skeleton height="2rem" />;
  }
  if (conflicts.length === 0) {
    return <Text as="p">{t('change.conflict.none')}</Text>;
  }
  return (
    <div className={tab.stack}>
      <Text as="p">{t('change.conflict.text')}</Text>
      <Conflicts conflicts={conflicts}>
        {conflict => (
          <RadioGroup
            label={t('change.conflict.decide', { place: placeOf(conflict) })}
            value={formData.find(isAbout(conflict))?.take ?? ''}
            onChange={take =>
              onChange([
                ...formData.filter(each => !isAbout(conflict)(each)),
                {
                  path: conflict.path,
                  field: conflict.field,
                  take: take === 'ours' ? 'ours' : 'theirs',
                },
              ])
            }
          >
            <Radio value="theirs">{t('change.conflict.keep')}</Radio>
            <Radio value="ours">{t('change.conflict.take')}</Radio>
          </RadioGroup>
        )}
      </Conflicts>
    </div>
  );
}
