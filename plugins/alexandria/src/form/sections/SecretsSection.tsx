import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { alexandriaTranslationRef } from '../../translations/ref';
import { ChoiceAnswer } from '../answers/ChoiceAnswer';
import { TextAnswer } from '../answers/TextAnswer';
import { useApplies } from '../AnswersContext';
import { Columns } from '../Columns';
import { Group } from '../Group';
import { useFieldText } from '../useFieldText';

const sources = ['existingSecret', 'externalSecrets'] as const;
const storeKinds = ['ClusterSecretStore', 'SecretStore'] as const;

function Store() {
  const { label, help } = useFieldText('secrets.store');
  return (
    <Group title={label} help={help}>
      <Columns>
        <TextAnswer path="secrets.store.name" placeholder="vault" />
        <ChoiceAnswer
          path="secrets.store.kind"
          choices="storeKind"
          values={storeKinds}
          fallback="ClusterSecretStore"
        />
        <TextAnswer path="secrets.store.keyPrefix" placeholder="alexandria" />
      </Columns>
    </Group>
  );
}

/** Where secret values come from. */
export function SecretsSection() {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const hasStore = useApplies('secrets.store');
  return (
    <>
      <Alert
        status="info"
        icon
        title={t('form.secrets.notice.title')}
        description={t('form.secrets.notice.description')}
      />
      <ChoiceAnswer
        path="secrets.source"
        alsoAt={['secrets']}
        choices="secretsSource"
        values={sources}
        fallback="existingSecret"
      />
      <TextAnswer path="secrets.secretName" placeholder="alexandria-auth" />
      {hasStore && <Store />}
    </>
  );
}
