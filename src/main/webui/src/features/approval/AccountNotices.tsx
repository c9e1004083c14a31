import { Button, Modal } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, unwrap } from '../../shared/api/client';
import { formatDateTime } from '../../shared/format/time';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { approvalWords } from './words';

/** What administrators have changed about the user's own account, after each sign-in until the user confirms it. */
export function AccountNotices() {
  const { labels } = useWords();
  const t = useText(approvalWords);
  const client = useQueryClient();
  const notices = useQuery({
    queryKey: ['account-notices'],
    queryFn: () => unwrap(api.GET('/api/v1/me/account-changes')),
    select: (page) => page.items,
    staleTime: Infinity,
  });
  const found = notices.data ?? [];
  const confirm = useMutation({
    mutationFn: async () => {
      for (const { id } of found) {
        await unwrap(api.POST('/api/v1/me/account-changes/{id}/acknowledge', { params: { path: { id } } }));
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['account-notices'] }),
  });
  if (found.length === 0) {
    return null;
  }
  return (
    <Modal
      open
      title={t.noticeTitle}
      closable={false}
      keyboard={false}
      footer={
        <Button type="primary" autoFocus loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {t.seen}
        </Button>
      }
    >
      <ProblemAlert error={confirm.error} />
      <ul>
        {found.map(({ id, kinds, changedBy, approvedBy, countsSince }) => (
          <li key={id}>
            <strong>{kinds.map((kind) => labels.AccountChangeKind[kind]).join('、')}</strong>
            <div>{t.noticeBy(changedBy, approvedBy, formatDateTime(countsSince))}</div>
          </li>
        ))}
      </ul>
      <p>{t.noticeHint}</p>
      <Link to="/settings" onClick={() => confirm.mutate()}>
        {t.mySignIns}
      </Link>
    </Modal>
  );
}
