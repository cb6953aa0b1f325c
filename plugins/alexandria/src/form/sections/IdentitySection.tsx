import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { alexandriaTranslationRef } from '../../translations/ref';
import { useForm } from '../AnswersContext';
import { EntityAnswer } from '../answers/EntityAnswer';
import { TextAnswer } from '../answers/TextAnswer';
import { NameStatus } from '../checks/NameStatus';
import { useProposedOwner } from '../useProposedOwner';

const OWNERS = ['Group', 'User'];
const SYSTEMS = ['System'];

/** What the instance is called and whose it is. */
export function IdentitySection() {
  const { isChange } = useForm();
  const { t } = useTranslationRef(alexandriaTranslationRef);
  useProposedOwner();
  return (
    <>
      <Flex direction="column" gap="1">
        <TextAnswer path="name" isRequired isFixed={isChange} />
        {isChange ? (
          <Text as="p" variant="body-small" color="secondary">
            {t('change.name.fixed')}
          </Text>
        ) : (
          <NameStatus />
        )}
      </Flex>
      <EntityAnswer path="owner" kinds={OWNERS} isRequired />
      <EntityAnswer path="system" kinds={SYSTEMS} />
      <TextAnswer path="description" />
    </>
  );
}
