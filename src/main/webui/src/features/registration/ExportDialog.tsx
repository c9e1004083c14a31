import { Checkbox, Form, Input, Radio } from 'antd';
import { api, type Schemas, unwrap } from '../../shared/api/client';
import { useRoles } from '../../shared/auth/SessionContext';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { toOptions } from '../../shared/ui/toOptions';
import { saveFile } from '../../shared/ui/saveFile';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { registrationWords } from './words';

interface ExportForm {
  format: Schemas['ExportFormat'];
  isClear?: boolean;
  purpose?: Schemas['Purpose'];
  note?: string;
}

/** Exports the filtered list: masked for all roles, in clear for section chiefs who state a purpose. */
export function ExportDialog({ filters, onClose }: { filters: object; onClose: () => void }) {
  const { words, labels } = useWords();
  const t = useText(registrationWords);
  const canExportClear = useRoles().has('SECTION_CHIEF');
  const required = [{ required: true, message: words.required }];
  return (
    <ActionDialog<ExportForm, { file: Blob; format: Schemas['ExportFormat'] }>
      title={t.exportTitle}
      hint={t.exportHint}
      initialValues={{ format: 'XLSX' }}
      send={async ({ format, isClear, purpose, note }) => ({
        format,
        file: (await unwrap(
          api.POST('/api/v1/registrations/exports', {
            body: {
              ...filters,
              format,
              inClear: isClear === true && purpose !== undefined ? { purpose, note: note ?? null } : null,
            },
            parseAs: 'blob',
          }),
        )) as unknown as Blob,
      })}
      onDone={({ file, format }) => saveFile(file, `registrations.${format === 'XLSX' ? 'xlsx' : 'csv'}`)}
      onClose={onClose}
    >
      <Form.Item name="format" label={t.format}>
        <Radio.Group options={toOptions(labels.ExportFormat)} />
      </Form.Item>
      {canExportClear && (
        <Form.Item name="isClear" valuePropName="checked">
          <Checkbox>{t.inClear}</Checkbox>
        </Form.Item>
      )}
      <Form.Item noStyle dependencies={['isClear']}>
        {({ getFieldValue }) =>
          getFieldValue('isClear') === true && (
            <>
              <Form.Item name="purpose" label={words.purpose} rules={required}>
                <Radio.Group options={toOptions(labels.Purpose)} />
              </Form.Item>
              <Form.Item name="note" label={words.note}>
                <Input maxLength={500} />
              </Form.Item>
            </>
          )
        }
      </Form.Item>
    </ActionDialog>
  );
}
