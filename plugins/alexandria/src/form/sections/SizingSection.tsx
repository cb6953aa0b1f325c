import { sizes } from '@alexandriaproject/alexandria-manifests';
import { AutoscalingAnswer } from '../answers/AutoscalingAnswer';
import { ChoiceAnswer } from '../answers/ChoiceAnswer';
import { NumberAnswer } from '../answers/NumberAnswer';
import { SwitchAnswer } from '../answers/SwitchAnswer';
import { TextAnswer } from '../answers/TextAnswer';
import { useApplies } from '../AnswersContext';
import { Columns } from '../Columns';
import { EachEnvironment } from '../EachEnvironment';

const databases = ['sqlite', 'postgres'] as const;

function Sizing(props: { path: string }) {
  const { path } = props;
  const hasReplicas = useApplies(`${path}.replicas`);
  const hasPostgres = useApplies(`${path}.postgres`);
  return (
    <>
      <Columns>
        <ChoiceAnswer
          path={`${path}.size`}
          choices="size"
          values={sizes}
          fallback="small"
        />
        {hasReplicas && (
          <NumberAnswer
            path={`${path}.replicas`}
            fallback={1}
            minimum={1}
            maximum={50}
          />
        )}
      </Columns>
      <AutoscalingAnswer path={`${path}.autoscaling`} />
      <ChoiceAnswer
        path={`${path}.database`}
        choices="database"
        values={databases}
        fallback="sqlite"
      />
      {hasPostgres && (
        <Columns>
          <TextAnswer
            path={`${path}.postgres.cidr`}
            alsoAt={[`${path}.postgres`]}
            placeholder="10.0.0.0/16"
          />
          <NumberAnswer
            path={`${path}.postgres.port`}
            fallback={5432}
            minimum={1}
            maximum={65535}
          />
        </Columns>
      )}
      <Columns>
        <TextAnswer
          path={`${path}.storage.size`}
          alsoAt={[`${path}.storage`]}
          placeholder="10Gi"
        />
        <TextAnswer path={`${path}.storage.className`} />
      </Columns>
      <SwitchAnswer path={`${path}.storage.shared`} />
    </>
  );
}

/** How large the pods are, how many there are, and where they keep their data. */
export function SizingSection() {
  return <EachEnvironment>{path => <Sizing path={path} />}</EachEnvironment>;
}
