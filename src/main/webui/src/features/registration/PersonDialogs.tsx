import { Checkbox, Form, Input, Select } from 'antd';
import { api, ifMatch, type Schemas, unwrap } from '../../shared/api/client';
import { condensed, isBlank, oneLine } from '../../shared/format/typed';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { DayInput } from '../../shared/ui/DayInput';
import { toOptions } from '../../shared/ui/toOptions';
import { ReasonField } from '../../shared/ui/ReasonField';
import { saveFile } from '../../shared/ui/saveFile';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { AddressFields } from './AddressFields';
import { dayOrTyped } from './registerForm';
import { registrationWords } from './words';

type Investor = Schemas['Investor'];

interface PersonDialogProps {
  person: Investor;
  onDone: (after: Investor) => void;
  onStale: () => unknown;
  onClose: () => void;
}

interface ContactForm {
  name: string;
  phone?: string;
  otherPhone?: string;
  elderly: boolean;
  hardship: boolean;
  investor?: { address?: { areaCode?: string; text?: string } };
  emergencyContact?: { name?: string; relation?: string; phone?: string };
  clear?: Schemas['ContactField'][];
  reason: string;
}

/** Changes only the fields that are filled in. A checkbox empties a field. */
export function ContactDialog({ person, ...rest }: PersonDialogProps) {
  const { words } = useWords();
  const t = useText(registrationWords);
  return (
    <ActionDialog<ContactForm, Investor>
      {...rest}
      title={t.changeContact}
      hint={t.contactHint}
      initialValues={{ name: person.name, elderly: person.elderly, hardship: person.hardship }}
      version={person.version}
      send={(form, version) =>
        unwrap(
          api.PUT('/api/v1/investors/{id}', {
            body: toRequest(form, person),
            params: { path: { id: person.id }, ...ifMatch(version) },
          }),
        )
      }
      compare={(form) => [
        { label: words.name, mine: form.name, theirs: person.name },
        { label: words.phone, mine: form.phone ?? '', theirs: person.phone ?? '' },
        { label: words.otherPhone, mine: form.otherPhone ?? '', theirs: person.otherPhone ?? '' },
        {
          label: words.address,
          mine: form.investor?.address?.text ?? '',
          theirs: `${person.areaCode} ${person.streetAddress ?? ''}`,
        },
        { label: words.emergencyContact, mine: form.emergencyContact?.name ?? '', theirs: person.emergencyName ?? '' },
      ]}
    >
      <Form.Item name="name" label={words.name} rules={[{ required: true, message: words.required }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={words.phone}>
        <Input maxLength={30} inputMode="tel" autoComplete="off" placeholder={person.phone ?? ''} />
      </Form.Item>
      <Form.Item name="otherPhone" label={words.otherPhone}>
        <Input maxLength={30} inputMode="tel" autoComplete="off" placeholder={person.otherPhone ?? ''} />
      </Form.Item>
      <AddressFields />
      <div className="columns">
        <Form.Item name={['emergencyContact', 'name']} label={words.emergencyContact}>
          <Input maxLength={100} autoComplete="off" placeholder={person.emergencyName ?? ''} />
        </Form.Item>
        <Form.Item name={['emergencyContact', 'relation']} label={words.relation}>
          <Input maxLength={50} autoComplete="off" placeholder={person.emergencyRelation ?? ''} />
        </Form.Item>
        <Form.Item name={['emergencyContact', 'phone']} label={words.phone}>
          <Input maxLength={30} inputMode="tel" autoComplete="off" placeholder={person.emergencyPhone ?? ''} />
        </Form.Item>
      </div>
      <Form.Item name="clear" label={t.clear}>
        <Checkbox.Group
          options={[
            { value: 'PHONE', label: t.clearPhone },
            { value: 'OTHER_PHONE', label: t.clearOtherPhone },
            { value: 'EMERGENCY_CONTACT', label: t.clearEmergency },
          ]}
        />
      </Form.Item>
      <Form.Item name="elderly" valuePropName="checked">
        <Checkbox>{words.elderly}</Checkbox>
      </Form.Item>
      <Form.Item name="hardship" valuePropName="checked">
        <Checkbox>{words.hardship}</Checkbox>
      </Form.Item>
      <ReasonField />
    </ActionDialog>
  );
}

const textOrUndefined = (text: string | undefined) => (isBlank(text) ? undefined : oneLine(text));

function toRequest(form: ContactForm, person: Investor): Schemas['ChangeInvestor'] {
  const address = form.investor?.address;
  const contact = textOrUndefined(form.emergencyContact?.name);
  return {
    reason: form.reason,
    name: form.name === person.name ? null : oneLine(form.name),
    phone: textOrUndefined(form.phone) ?? null,
    otherPhone: textOrUndefined(form.otherPhone) ?? null,
    address:
      address === undefined || (textOrUndefined(address.text) === undefined && address.areaCode === undefined)
        ? null
        : { areaCode: address.areaCode ?? null, text: textOrUndefined(address.text) ?? null },
    emergencyContact:
      contact === undefined
        ? null
        : {
            name: contact,
            relation: textOrUndefined(form.emergencyContact?.relation) ?? null,
            phone: textOrUndefined(form.emergencyContact?.phone) ?? null,
          },
    elderly: form.elderly,
    hardship: form.hardship,
    clear: form.clear ?? [],
  };
}

interface DocumentForm {
  documentType: Schemas['DocumentType'];
  documentNumber: string;
  bornOn?: string;
  sex?: Schemas['Sex'];
  reason: string;
}

/**
 * Corrects a wrongly recorded document. Birth date and sex are only asked for if the document is not a resident identity card,
 * whose number contains them.
 */
export function DocumentDialog({ person, ...rest }: PersonDialogProps) {
  const { words, labels } = useWords();
  const t = useText(registrationWords);
  return (
    <ActionDialog<DocumentForm, Investor>
      {...rest}
      title={t.correctDocument}
      hint={t.correctDocumentHint}
      initialValues={{ documentType: person.documentType }}
      version={person.version}
      send={({ documentType, documentNumber, bornOn, sex, reason }, version) =>
        unwrap(
          api.POST('/api/v1/investors/{id}/correct-document', {
            body: {
              reason,
              documentType,
              documentNumber: condensed(documentNumber),
              bornOn: dayOrTyped(bornOn) ?? null,
              sex: sex ?? null,
            },
            params: { path: { id: person.id }, ...ifMatch(version) },
          }),
        )
      }
    >
      <Form.Item name="documentType" label={words.documentType}>
        <Select options={toOptions(labels.DocumentType)} />
      </Form.Item>
      <Form.Item
        name="documentNumber"
        label={words.documentNumber}
        rules={[{ required: true, message: words.required }]}
      >
        <Input maxLength={40} autoComplete="off" placeholder={person.documentNumber} />
      </Form.Item>
      <Form.Item noStyle dependencies={['documentType']}>
        {({ getFieldValue }) =>
          getFieldValue('documentType') !== 'RESIDENT_ID' && (
            <div className="columns">
              <Form.Item name="bornOn" label={t.bornOn}>
                <DayInput />
              </Form.Item>
              <Form.Item name="sex" label={t.sex}>
                <Select allowClear options={toOptions(labels.Sex)} />
              </Form.Item>
            </div>
          )
        }
      </Form.Item>
      <ReasonField />
    </ActionDialog>
  );
}

/** Extract of the personal data to which the person is entitled, as an HTML file to print. */
export function ExtractDialog({ person, onClose }: PersonDialogProps) {
  const t = useText(registrationWords);
  return (
    <ActionDialog<Schemas['MakeExtract'], string>
      title={t.extract}
      hint={t.extractHint}
      send={(body) =>
        unwrap(
          api.POST('/api/v1/investors/{id}/extracts', { body, parseAs: 'text', params: { path: { id: person.id } } }),
        )
      }
      onDone={(page) => saveFile(new Blob([page], { type: 'text/html' }), 'extract.html')}
      onClose={onClose}
    >
      <ReasonField name="identifiedBy" label={t.identifiedBy} />
    </ActionDialog>
  );
}
