import { namespaceOf, stages } from '@alexandriaproject/alexandria-manifests';
import { ChoiceAnswer } from '../answers/ChoiceAnswer';
import { TextAnswer } from '../answers/TextAnswer';
import { answerAt } from '../answerAt';
import { useAnswers } from '../AnswersContext';
import { Columns } from '../Columns';
import { freeName, type Row } from '../rows/rowList';
import { Rows } from '../rows/Rows';

/** Lengths and counts of the model of the answers. */
const NAME_MAX = 20;
const MOST = 50;

/** The environments that teams usually have, in their order. */
const usual: readonly Row[] = [
  { name: 'dev', stage: 'development' },
  { name: 'staging', stage: 'staging' },
  { name: 'prod', stage: 'production' },
];

function nextEnvironment(rows: readonly Row[]): Row {
  const names = new Set(rows.map(({ name }) => name));
  return (
    usual.find(({ name }) => !names.has(name)) ?? {
      name: freeName(rows, 'dev', NAME_MAX),
      stage: 'development',
    }
  );
}

/** A copy is another environment: its name, namespace and host name are its own. */
function copyOf(row: Row, rows: readonly Row[]): Row {
  const { namespace: _namespace, host: _host, ...rest } = row;
  const name = typeof row.name === 'string' ? row.name : '';
  return { ...rest, name: freeName(rows, name || 'dev', NAME_MAX) };
}

function Environment(props: { path: string }) {
  const { path } = props;
  const namespace = useAnswers(draft => {
    const [instance, environment] = [
      draft.name,
      answerAt(draft, `${path}.name`),
    ];
    return typeof instance === 'string' && typeof environment === 'string'
      ? namespaceOf({ name: instance }, { name: environment })
      : undefined;
  });
  return (
    <Columns>
      <TextAnswer path={`${path}.name`} isRequired />
      <ChoiceAnswer
        path={`${path}.stage`}
        choices="stage"
        values={stages}
        fallback="development"
      />
      <TextAnswer path={`${path}.cluster`} placeholder="in-cluster" />
      <TextAnswer path={`${path}.namespace`} placeholder={namespace} />
      <TextAnswer path={`${path}.host`} />
    </Columns>
  );
}

/** Where the instance runs. */
export function EnvironmentsSection() {
  return (
    <Rows
      path="environments"
      kind="environments"
      minimum={1}
      maximum={MOST}
      blank={nextEnvironment}
      copy={copyOf}
    >
      {path => <Environment path={path} />}
    </Rows>
  );
}
