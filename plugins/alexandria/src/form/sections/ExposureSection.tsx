import { ChoiceAnswer } from '../answers/ChoiceAnswer';
import { SwitchAnswer } from '../answers/SwitchAnswer';
import { TextAnswer } from '../answers/TextAnswer';
import { useApplies } from '../AnswersContext';
import { Columns } from '../Columns';
import { Group } from '../Group';
import { useFieldText } from '../useFieldText';

const kinds = ['none', 'ingress', 'httpRoute'] as const;

function Gateway() {
  const { label, help } = useFieldText('exposure.gateway');
  return (
    <Group title={label} help={help}>
      <Columns>
        <TextAnswer
          path="exposure.gateway.name"
          alsoAt={['exposure.gateway']}
          isRequired
        />
        <TextAnswer path="exposure.gateway.namespace" />
        <TextAnswer path="exposure.gateway.sectionName" />
      </Columns>
    </Group>
  );
}

function Observability() {
  const { label, help } = useFieldText('observability');
  const hasMonitor = useApplies('observability.serviceMonitor');
  return (
    <Group title={label} help={help}>
      <SwitchAnswer path="observability.metrics" />
      {hasMonitor && <SwitchAnswer path="observability.serviceMonitor" />}
      <TextAnswer path="observability.otelEndpoint" />
    </Group>
  );
}

/** How people and monitoring reach the instance. */
export function ExposureSection() {
  const hasIngress = useApplies('exposure.className');
  const hasGateway = useApplies('exposure.gateway');
  return (
    <>
      <ChoiceAnswer
        path="exposure.kind"
        choices="exposureKind"
        values={kinds}
        fallback="none"
      />
      {hasIngress && (
        <Columns>
          <TextAnswer path="exposure.className" fallback="nginx" />
          <TextAnswer path="exposure.clusterIssuer" />
        </Columns>
      )}
      {hasGateway && <Gateway />}
      <SwitchAnswer path="exposure.networkPolicy" />
      <Observability />
    </>
  );
}
