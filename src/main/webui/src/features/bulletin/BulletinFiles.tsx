import { Alert, Button, Space } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { Panel } from '../../shared/ui/Panel';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { bulletinWords } from './words';

/** Downloads, and for an issued bulletin the check that its files and content are unchanged. */
export function BulletinFiles({ bulletin }: { bulletin: Schemas['Bulletin'] }) {
  const { labels } = useWords();
  const t = useText(bulletinWords);
  const isIssued = bulletin.status === 'ISSUED' || bulletin.status === 'VOID';
  const files = [
    ['docx', labels.BulletinFormat.DOCX],
    ['pdf', labels.BulletinFormat.PDF],
    ['xlsx', labels.BulletinFormat.XLSX],
    ['csv', labels.BulletinFormat.CSV],
    ['gb18030.csv', labels.BulletinFormat.CSV_GB18030],
    ...(isIssued ? [['json', labels.BulletinFormat.JSON]] : []),
  ];
  const verify = useMutation({
    mutationFn: () => unwrap(api.GET('/api/v1/bulletins/{id}/verification', { params: { path: { id: bulletin.id } } })),
  });
  return (
    <Panel title={t.files}>
      <p>{t.filesHint}</p>
      <Space wrap>
        {files.map(([ending, label]) => (
          <Button key={ending} href={`/api/v1/bulletins/${bulletin.id}.${ending ?? ''}`} download>
            {label}
          </Button>
        ))}
      </Space>
      {isIssued && (
        <>
          <h3>{t.verification}</h3>
          <p className="number" style={{ overflowWrap: 'anywhere' }}>
            {t.digest} {bulletin.digest}
          </p>
          <Button loading={verify.isPending} onClick={() => verify.mutate()}>
            {t.verify}
          </Button>
          <ProblemAlert error={verify.error} />
          <div aria-live="polite" style={{ marginBlockStart: 12 }}>
            {verify.data !== undefined && <VerificationResult verification={verify.data} />}
          </div>
        </>
      )}
    </Panel>
  );
}

function VerificationResult({ verification }: { verification: Schemas['BulletinVerification'] }) {
  const t = useText(bulletinWords);
  const { intact, proof, files, recordAgrees, figuresAgree, rowsBalance } = verification;
  const faults = [
    ...files
      .filter((file) => !file.intact)
      .map(({ format, sha256Now }) => (sha256Now == null ? t.fileMissing(format) : t.fileChanged(format))),
    ...(recordAgrees ? [] : [t.recordChanged]),
    ...(figuresAgree ? [] : [t.figuresChanged]),
    ...(rowsBalance ? [] : [t.rowsUnbalanced]),
    ...(proof === 'CONTRADICTED' ? [t.contradicted] : []),
  ];
  if (faults.length === 0 && !intact) {
    return <Alert type="warning" showIcon title={t.unproven} description={t.unprovenHint} />;
  }
  return faults.length === 0 ? (
    <Alert type="success" showIcon title={t.intact} description={t.provenHint} />
  ) : (
    <Alert
      type="error"
      showIcon
      title={t.notIntact}
      description={faults.map((fault) => (
        <div key={fault}>{fault}</div>
      ))}
    />
  );
}
