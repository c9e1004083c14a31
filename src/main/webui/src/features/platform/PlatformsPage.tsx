import { Button, Empty, Table, Tag } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Schemas } from '../../shared/api/client';
import { usePlatforms } from '../../shared/api/lists';
import { useRoles } from '../../shared/auth/SessionContext';
import { PageTitle } from '../../shared/ui/PageTitle';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { PlatformDialog } from './PlatformDialog';
import { platformWords } from './words';

export function PlatformsPage() {
  const { words } = useWords();
  const t = useText(platformWords);
  const { labels } = useWords();
  const roles = useRoles();
  const client = useQueryClient();
  const navigate = useNavigate();
  const platforms = usePlatforms();
  const [isEntering, setEntering] = useState(false);
  return (
    <>
      <div className="heading">
        <PageTitle>{words.platforms}</PageTitle>
        {roles.has('SECTION_CHIEF') && (
          <Button type="primary" onClick={() => setEntering(true)}>
            {t.enter}
          </Button>
        )}
      </div>
      <ProblemAlert error={platforms.error} />
      <Table<Schemas['Platform']>
        rowKey="id"
        loading={platforms.isPending}
        pagination={false}
        scroll={{ x: 700 }}
        dataSource={platforms.data ?? []}
        locale={{ emptyText: <Empty description={`${t.empty}${t.emptyHint}`} /> }}
        columns={[
          {
            title: t.name,
            dataIndex: 'name',
            render: (name: string, { id }) => <Link to={`/platforms/${id}`}>{name}</Link>,
          },
          { title: t.company, dataIndex: 'company' },
          { title: t.kind, dataIndex: 'kind', render: (kind: Schemas['PlatformKind']) => labels.PlatformKind[kind] },
          {
            title: t.stage,
            dataIndex: 'stage',
            render: (stage: Schemas['PlatformStage']) => labels.PlatformStage[stage],
          },
          {
            title: '',
            dataIndex: 'watched',
            render: (watched: boolean) => watched && <Tag variant="outlined">{t.watched}</Tag>,
          },
        ]}
      />
      {isEntering && (
        <PlatformDialog
          onClose={() => setEntering(false)}
          onDone={(platform) => {
            void client.invalidateQueries({ queryKey: ['platforms'] });
            void navigate(`/platforms/${platform.id}`);
          }}
        />
      )}
    </>
  );
}
