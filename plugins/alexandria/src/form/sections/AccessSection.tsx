import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { alexandriaTranslationRef } from '../../translations/ref';
import { ChoiceAnswer } from '../answers/ChoiceAnswer';
import { SwitchAnswer } from '../answers/SwitchAnswer';
import { TextAnswer } from '../answers/TextAnswer';
import { useApplies } from '../AnswersContext';
import { Columns } from '../Columns';
import { Group } from '../Group';
import { RedirectUris } from '../RedirectUris';
import { freeName, type Row } from '../rows/rowList';
import { Rows } from '../rows/Rows';
import { useFieldText } from '../useFieldText';

/** Lengths and counts of the model of the answers. */
const NAME_MAX = 40;
const MOST = 20;

const kinds = ['oidc', 'saml'] as const;
const keyPairs = ['firstBoot', 'existingSecret', 'certManager'] as const;
const issuerKinds = ['Issuer', 'ClusterIssuer'] as const;

function blank(): Row {
  return { kind: 'oidc', name: '' };
}

function copyOf(row: Row, rows: readonly Row[]): Row {
  const name = typeof row.name === 'string' && row.name ? row.name : 'provider';
  return { ...row, name: freeName(rows, name, NAME_MAX) };
}

function Provider(props: { path: string }) {
  const { path } = props;
  const isOidc = useApplies(`${path}.issuer`);
  return (
    <>
      <Columns>
        <ChoiceAnswer
          path={`${path}.kind`}
          choices="providerKind"
          values={kinds}
          fallback="oidc"
        />
        <TextAnswer path={`${path}.name`} isRequired placeholder="okta" />
      </Columns>
      {isOidc ? (
        <Columns>
          <TextAnswer path={`${path}.issuer`} isRequired />
          <TextAnswer path={`${path}.clientId`} isRequired />
        </Columns>
      ) : (
        <TextAnswer path={`${path}.metadataUrl`} isRequired />
      )}
      <SwitchAnswer path={`${path}.autoCreateUsers`} fallback />
      <TextAnswer path={`${path}.defaultRole`} placeholder="user" />
      {isOidc && <RedirectUris path={path} />}
    </>
  );
}

function SamlKeyPair() {
  const { label } = useFieldText('access.samlKeyPair');
  const hasIssuer = useApplies('access.samlIssuer');
  return (
    <Group title={label}>
      <ChoiceAnswer
        path="access.samlKeyPair"
        choices="samlKeyPair"
        values={keyPairs}
        fallback="firstBoot"
      />
      {hasIssuer && (
        <Columns>
          <TextAnswer
            path="access.samlIssuer.name"
            alsoAt={['access.samlIssuer']}
            isRequired
          />
          <ChoiceAnswer
            path="access.samlIssuer.kind"
            choices="issuerKind"
            values={issuerKinds}
            fallback="Issuer"
          />
        </Columns>
      )}
    </Group>
  );
}

/** How people sign in. */
export function AccessSection() {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { label, help } = useFieldText('access.providers');
  const hasSaml = useApplies('access.samlKeyPair');
  return (
    <>
      <TextAnswer path="access.rpName" placeholder="Alexandria" />
      <Group title={label} help={help} isPlain>
        <Rows
          path="access.providers"
          kind="providers"
          maximum={MOST}
          blank={blank}
          copy={copyOf}
          empty={<Text color="secondary">{t('form.rows.none.providers')}</Text>}
        >
          {path => <Provider path={path} />}
        </Rows>
      </Group>
      {hasSaml && <SamlKeyPair />}
    </>
  );
}
