import { useAnswer } from '../AnswersContext';
import { useFieldText } from '../useFieldText';
import { LabeledSwitch } from './LabeledSwitch';

/** Yes or no. */
export function SwitchAnswer(props: { path: string; fallback?: boolean }) {
  const { path, fallback = false } = props;
  const { value, problem, disabled, set, touch } = useAnswer(path);
  const { label, help } = useFieldText(path);
  return (
    <LabeledSwitch
      path={path}
      label={label}
      help={help}
      problem={problem}
      isDisabled={disabled}
      isSelected={typeof value === 'boolean' ? value : fallback}
      onChange={selected => {
        set(selected);
        touch();
      }}
    />
  );
}
