import { TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../translations/ref';
import { useAnswer } from '../AnswersContext';
import { useFieldText } from '../useFieldText';

/**
 * A line of text. An empty one takes the answer away, so that the default applies, unless the field `isRequired` or
 * shows the default itself as its `fallback`.
 */
export function TextAnswer(props: {
  path: string;
  /** Further paths whose problems this field shows. */
  alsoAt?: readonly string[];
  isRequired?: boolean;
  /** Shown, and not to be changed. */
  isFixed?: boolean;
  placeholder?: string;
  /** The text while there is no answer; then nothing is an answer of its own. */
  fallback?: string;
}) {
  const { path, alsoAt, isRequired, isFixed, placeholder, fallback } = props;
  const keepsEmpty = isRequired || fallback !== undefined;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { value, problem, disabled, set, touch } = useAnswer(path, alsoAt);
  const { label, help } = useFieldText(path);
  return (
    <TextField
      label={label}
      secondaryLabel={isRequired ? t('form.required') : undefined}
      description={help}
      placeholder={placeholder}
      isRequired={isRequired}
      isDisabled={disabled}
      isReadOnly={isFixed}
      validationBehavior="aria"
      validate={() => problem ?? null}
      value={typeof value === 'string' ? value : fallback ?? ''}
      onChange={text => set(text === '' && !keepsEmpty ? undefined : text)}
      onBlur={touch}
      autoComplete="off"
      data-answer={path}
    />
  );
}
