import { NumberField } from '@backstage/ui';
import { useAnswer } from '../AnswersContext';
import { useFieldText } from '../useFieldText';

const WHOLE = { maximumFractionDigits: 0 } as const;

/** A whole number. An empty field takes the answer away, so that the default applies. */
export function NumberAnswer(props: {
  path: string;
  fallback: number;
  minimum: number;
  maximum: number;
}) {
  const { path, fallback, minimum, maximum } = props;
  const { value, problem, disabled, set, touch } = useAnswer(path);
  const { label, help } = useFieldText(path);
  return (
    <NumberField
      label={label}
      description={help}
      isDisabled={disabled}
      minValue={minimum}
      maxValue={maximum}
      formatOptions={WHOLE}
      validationBehavior="aria"
      validate={() => problem ?? null}
      value={typeof value === 'number' ? value : fallback}
      onChange={number => set(Number.isNaN(number) ? undefined : number)}
      onBlur={touch}
      data-answer={path}
    />
  );
}
