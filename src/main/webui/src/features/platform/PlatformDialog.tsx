import { Checkbox, DatePicker, Form, Input, Select } from 'antd';
import { DAY_FORMATS } from '../../shared/format/day';
import dayjs, { type Dayjs } from 'dayjs';
import { answer, api, ifMatch, type Schemas } from '../../shared/api/client';
import { isBlank, oneLine } from '../../shared/format/typed';
import { ActionDialog } from '../../shared/ui/ActionDialog';
import { options } from '../../shared/ui/options';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { platformWords } from './words';

type Platform = Schemas['Platform'];
type Days = [Dayjs | null, Dayjs | null] | null;

interface PlatformForm extends Omit<Schemas['EnterPlatform'], 'firstWindow' | 'supplementaryWindow'> {
  firstWindow?: Days;
  supplementaryWindow?: Days;
}

/** A platform entered, or changed when there is one already. */
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
      ok={words.save}
      initial={
        platform === undefined
          ? { kind: 'ONLINE_LENDING', stage: 'COLLAPSED', setOff: ['RETURNS', 'CONSUMPTION', 'GOODS'], watched: true }
          : {
              ...platform,
              firstWindow: days(platform.firstWindow),
              supplementaryWindow: days(platform.supplementaryWindow),
            }
      }
      version={platform?.version ?? 0}
      send={(form, version) =>
        platform === undefined
          ? answer(api.POST('/api/v1/platforms', { body: request(form) }))
          : answer(
              api.PUT('/api/v1/platforms/{id}', {
                body: request(form),
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
          <Select options={options(labels.PlatformKind)} />
        </Form.Item>
        <Form.Item name="stage" label={t.stage}>
          <Select options={options(labels.PlatformStage)} />
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
        <Checkbox.Group options={options(labels.SetOff)} />
      </Form.Item>
      <Form.Item name="watched" valuePropName="checked">
        <Checkbox>{t.watched}</Checkbox>
      </Form.Item>
    </ActionDialog>
  );
}

const days = (window: Schemas['RegistrationWindow'] | null | undefined): Days =>
  window == null ? null : [at(window.opensOn), at(window.closesOn)];
const at = (day: string | null | undefined) => (day == null ? null : dayjs(day));
const text = (typed: string | null | undefined) => (isBlank(typed) ? null : oneLine(typed));

function request(form: PlatformForm): Schemas['EnterPlatform'] {
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
