import { Checkbox, Form, Input, Radio } from 'antd';
import { useNavigate } from 'react-router';
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
  /** Asks for an approval, in place of an export now. */
  asks?: boolean;
}

export interface RegisterFilters {
  platformId?: string | undefined;
  areaCode?: string | undefined;
  status?: Schemas['RegistrationStatus'] | undefined;
  receivedFrom?: string | undefined;
  receivedTo?: string | undefined;
}

/** The filters of the register under the names that all lists have. */
const asList = ({ receivedFrom, receivedTo, platformId, areaCode, status }: RegisterFilters) => ({
  platformId: platformId ?? null,
  areaCode: areaCode ?? null,
  status: status ?? null,
  from: receivedFrom ?? null,
  to: receivedTo ?? null,
});

/** Exports the filtered list: masked for all roles, in clear for section chiefs who state a purpose. */
export function ExportDialog({ filters, onClose }: { filters: RegisterFilters; onClose: () => void }) {
  const { words, labels } = useWords();
  const t = useText(registrationWords);
  const navigate = useNavigate();
  const canExportClear = useRoles().has('SECTION_CHIEF');
  const required = [{ required: true, message: words.required }];
  return (
    <ActionDialog<ExportForm, { file: Blob; format: Schemas['ExportFormat'] } | undefined>
      title={t.exportTitle}
      hint={t.exportHint}
      initialValues={{ format: 'XLSX' }}
      send={async ({ format, isClear, purpose, note, asks }) => {
        const inClear = isClear === true && purpose !== undefined ? { purpose, note: note ?? null } : null;
        if (inClear !== null && asks === true) {
          const body = { ...asList(filters), list: 'registrations', ...inClear };
          await unwrap(api.POST('/api/v1/access-requests/lists', { body }));
          return undefined;
        }
        const file = (await unwrap(
          api.POST('/api/v1/registrations/exports', { body: { ...filters, format, inClear }, parseAs: 'blob' }),
        )) as unknown as Blob;
        return { format, file };
      }}
      onDone={(exported) => {
        if (exported === undefined) {
          void navigate('/approvals');
        } else {
          saveFile(exported.file, `registrations.${exported.format === 'XLSX' ? 'xlsx' : 'csv'}`);
        }
      }}
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
              <Form.Item name="asks" valuePropName="checked" extra={t.asksHint}>
                <Checkbox>{t.asks}</Checkbox>
              </Form.Item>
            </>
          )
        }
      </Form.Item>
    </ActionDialog>
  );
}
