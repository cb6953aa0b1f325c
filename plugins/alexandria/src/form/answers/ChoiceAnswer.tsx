import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import type { FormChoiceKey } from '../../translations/form';
import { alexandriaTranslationRef } from '../../translations/ref';
import { useAnswer } from '../AnswersContext';
import { useFieldText } from '../useFieldText';

/** The choices whose values have names. */
type Choices = FormChoiceKey extends `form.choices.${infer Name}.${string}`
  ? Name
  : never;

type ValueOf<C extends Choices> = Extract<
  FormChoiceKey,
  `form.choices.${C}.${string}`
> extends `form.choices.${C}.${infer Value}`
  ? Value
  : never;

/** One of a few values, each with a name of its own under `form.choices.<choices>.<value>`. */
export function ChoiceAnswer<C extends Choices>(props: {
  path: string;
  choices: C;
  values: readonly ValueOf<C>[];
  fallback: ValueOf<C>;
  /** Further paths whose problems this field shows. */
  alsoAt?: readonly string[];
}) {
  const { path, choices, values, fallback, alsoAt } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { value, problem, disabled, set, touch } = useAnswer(path, alsoAt);
  const { label, help } = useFieldText(path);
  return (
    <Select
      label={label}
      description={help}
      isDisabled={disabled}
      options={values.map(each => ({
        id: each,
        label: t(`form.choices.${choices}.${each}` as FormChoiceKey),
      }))}
      validationBehavior="aria"
      validate={() => problem ?? null}
      value={typeof value === 'string' ? value : fallback}
      onChange={key => {
        set(String(key));
        touch();
      }}
      data-answer={path}
    />
  );
}
