import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import { useWords } from '../words/WordsContext';
import { ProblemAlert } from './ProblemAlert';
import { saveFile } from './saveFile';

/** Exports a list as an Excel file, with the current filters. */
export function ListExport({ list, filters }: { list: string; filters: { status?: string; platformId?: string } }) {
  const { words } = useWords();
  const exportList = useMutation({
    mutationFn: async () =>
      (await unwrap(
        api.POST('/api/v1/exports', { body: { ...filters, list, format: 'XLSX' }, parseAs: 'blob' }),
      )) as unknown as Blob,
    onSuccess: (file) => saveFile(file, `${list}.xlsx`),
  });
  return (
    <div className="spaced">
      <Button loading={exportList.isPending} onClick={() => exportList.mutate()}>
        {words.exportToExcel}
      </Button>
      {exportList.error !== null && <ProblemAlert error={exportList.error} />}
    </div>
  );
}
