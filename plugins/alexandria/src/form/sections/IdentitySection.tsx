import { Flex } from '@backstage/ui';
import { EntityAnswer } from '../answers/EntityAnswer';
import { TextAnswer } from '../answers/TextAnswer';
import { NameStatus } from '../checks/NameStatus';
import { useProposedOwner } from '../useProposedOwner';

const OWNERS = ['Group', 'User'];
const SYSTEMS = ['System'];

/** What the instance is called and whose it is. */
export function IdentitySection() {
  useProposedOwner();
  return (
    <>
      <Flex direction="column" gap="1">
        <TextAnswer path="name" isRequired />
        <NameStatus />
      </Flex>
      <EntityAnswer path="owner" kinds={OWNERS} isRequired />
      <EntityAnswer path="system" kinds={SYSTEMS} />
      <TextAnswer path="description" />
    </>
  );
}
