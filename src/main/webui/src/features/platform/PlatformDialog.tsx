import { Checkbox, DatePicker, Form, Input, Select } from 'antd';
import { DAY_FORMATS } from '../../shared/format/day';
import dayjs, { type Dayjs } from 'dayjs';
import { api, ifMatch, type Schemas, unwrap } from '../../shared/api/client';
import { isBlank, oneLine } from '../../shared/format/typed';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { toOptions } from '../../shared/ui/toOptions';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { platformWords } from './words';

type Platform = Schemas['Platform'];
type Days = [Dayjs | null, Dayjs | null] | null;

interface PlatformForm extends Omit<Schemas['EnterPlatform'], 'firstWindow' | 'supplementaryWindow'> {
  firstWindow?: Days;
  supplementaryWindow?: Days;
}

/** Creates a platform, or changes an existing one. */
export function PlatformDialog(props: {
  platform?: Platform;
  onDone: (after: Platform) => void;
  onStale?: () => unknown;
  onClose: () => void;
}) {
  const { platform, ...rest } = props;
  const { words } = useWords();
  const t = useText(platformWords);
  const { labels } = useWords();
  const required = [{ required: true, message: words.required }];
  return (
    <ActionDialog<PlatformForm, Platform>
      {...rest}
      width={640}
      title={platform === undefined ? t.enter : `${t.change} ${platform.name}`}
      okText={words.save}
      initialValues={
        platform === undefined
          ? { kind: 'ONLINE_LENDING', stage: 'COLLAPSED', setOff: ['RETURNS', 'CONSUMPTION', 'GOODS'], watched: true }
          : {
              ...platform,
              firstWindow: toRange(platform.firstWindow),
              supplementaryWindow: toRange(platform.supplementaryWindow),
            }
      }
      version={platform?.version ?? 0}
      send={(form, version) =>
        platform === undefined
          ? unwrap(api.POST('/api/v1/platforms', { body: toRequest(form) }))
          : unwrap(
              api.PUT('/api/v1/platforms/{id}', {
                body: toRequest(form),
                params: { path: { id: platform.id }, ...ifMatch(version) },
              }),
            )
      }
      compare={(form) =>
        platform === undefined
          ? []
          : [
              { label: t.name, mine: form.name, theirs: platform.name },
              { label: t.company, mine: form.company ?? '', theirs: platform.company ?? '' },
              {
                label: t.stage,
                mine: labels.PlatformStage[form.stage],
                theirs: labels.PlatformStage[platform.stage],
              },
              { label: t.kind, mine: labels.PlatformKind[form.kind], theirs: labels.PlatformKind[platform.kind] },
              {
                label: t.lossFormula,
                mine: t.formula(form.setOff.map((part) => labels.SetOff[part])),
                theirs: t.formula(platform.setOff.map((part) => labels.SetOff[part])),
              },
              { label: t.police, mine: form.policeAuthority ?? '', theirs: platform.policeAuthority ?? '' },
              { label: t.caseNumber, mine: form.policeCaseNumber ?? '', theirs: platform.policeCaseNumber ?? '' },
            ]
      }
    >
      <Form.Item name="name" label={t.name} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="aliases" label={t.aliases} extra={t.aliasesHint}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <div className="columns">
        <Form.Item name="kind" label={t.kind}>
          <Select options={toOptions(labels.PlatformKind)} />
        </Form.Item>
        <Form.Item name="stage" label={t.stage}>
          <Select options={toOptions(labels.PlatformStage)} />
        </Form.Item>
      </div>
      <div className="columns">
        <Form.Item name="company" label={t.company}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="companyCreditCode" label={t.creditCode}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="policeAuthority" label={t.police}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="policeCaseNumber" label={t.caseNumber}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="firstWindow" label={t.firstWindow}>
          <DatePicker.RangePicker format={DAY_FORMATS} allowEmpty={[true, true]} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="supplementaryWindow" label={t.supplementaryWindow}>
          <DatePicker.RangePicker format={DAY_FORMATS} allowEmpty={[true, true]} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="setOff" label={t.lossFormula} extra={t.setOffHint}>
        <Checkbox.Group options={toOptions(labels.SetOff)} />
      </Form.Item>
      <Form.Item name="watched" valuePropName="checked">
        <Checkbox>{t.watched}</Checkbox>
      </Form.Item>
    </ActionDialog>
  );
}

const toRange = (window: Schemas['RegistrationWindow'] | null | undefined): Days =>
  window == null ? null : [toDayjs(window.opensOn), toDayjs(window.closesOn)];
const toDayjs = (day: string | null | undefined) => (day == null ? null : dayjs(day));
const text = (typed: string | null | undefined) => (isBlank(typed) ? null : oneLine(typed));

function toRequest(form: PlatformForm): Schemas['EnterPlatform'] {
  const window = (picked: Days | undefined) =>
    picked?.some((day) => day !== null)
      ? {
          opensOn: picked[0]?.format('YYYY-MM-DD') ?? null,
          closesOn: picked[1]?.format('YYYY-MM-DD') ?? null,
        }
      : null;
  return {
    name: oneLine(form.name),
    aliases: form.aliases ?? [],
    company: text(form.company),
    companyCreditCode: text(form.companyCreditCode),
    kind: form.kind,
    stage: form.stage,
    policeAuthority: text(form.policeAuthority),
    policeCaseNumber: text(form.policeCaseNumber),
    firstWindow: window(form.firstWindow),
    supplementaryWindow: window(form.supplementaryWindow),
    setOff: form.setOff,
    watched: form.watched,
  };
}
