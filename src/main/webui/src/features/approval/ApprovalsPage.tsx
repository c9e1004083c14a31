import { Flex } from 'antd';
import { BUREAU_ROLES, useRoles } from '../../shared/auth/SessionContext';
import { PageTitle } from '../../shared/ui/PageTitle';
import { useWords } from '../../shared/words/WordsContext';
import { AccessRequests } from './AccessRequests';
import { AccountChanges } from './AccountChanges';

/** What waits for a second person, and what became of it. */
export function ApprovalsPage() {
  const { words } = useWords();
  const roles = useRoles();
  return (
    <>
      <PageTitle>{words.approvals}</PageTitle>
      <Flex vertical gap={16}>
        {roles.has(...BUREAU_ROLES) && <AccessRequests />}
        {roles.has('ADMIN', 'AUDITOR', 'SECTION_CHIEF') && <AccountChanges />}
      </Flex>
    </>
  );
}
