import { answerAt } from '../answerAt';
import { useAnswer, useAnswers } from '../AnswersContext';
import { Columns } from '../Columns';
import { useFieldText } from '../useFieldText';
import { LabeledSwitch } from './LabeledSwitch';
import { NumberAnswer } from './NumberAnswer';

/** What autoscaling begins with: the fewest pods that survive the loss of one. */
const initial = { minReplicas: 2, maxReplicas: 5 } as const;

/** Whether the number of pods is chosen by load, and between which limits. */
export function AutoscalingAnswer(props: { path: string }) {
  const { path } = props;
  const { problem, disabled, set, touch } = useAnswer(path);
  const { label, help } = useFieldText(path);
  const isOn = useAnswers(draft => answerAt(draft, path) !== undefined);
  return (
    <>
      <LabeledSwitch
        path={path}
        label={label}
        help={help}
        problem={problem}
        isDisabled={disabled}
        isSelected={isOn}
        onChange={selected => {
          set(selected ? initial : undefined);
          touch();
        }}
      />
      {isOn && (
        <Columns>
          <NumberAnswer
            path={`${path}.minReplicas`}
            fallback={initial.minReplicas}
            minimum={1}
            maximum={50}
          />
          <NumberAnswer
            path={`${path}.maxReplicas`}
            fallback={initial.maxReplicas}
            minimum={1}
            maximum={50}
          />
        </Columns>
      )}
    </>
  );
}
