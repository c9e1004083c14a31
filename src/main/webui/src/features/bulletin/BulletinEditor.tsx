import { Button, Flex, Form, Input, Space } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, ifMatch, type Schemas } from '../../shared/api/client';
import { placeErrors, withoutNulls } from '../../shared/api/forms';
import { dropDraft, keepDraft, useDraft } from '../../shared/auth/drafts';
import { isStale } from '../../shared/ui/ActionDialog';
import { useAnnounce } from '../../shared/ui/LiveRegion';
import { BothVersions } from '../../shared/ui/BothVersions';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { Loading } from '../../shared/ui/Loading';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { bulletinWords } from './words';

type Bulletin = Schemas['Bulletin'];
type Written = Schemas['EditBulletin'];

const written = ({ title, sections }: Bulletin): Written => ({
  title,
  sections: sections.map(({ key, heading, body }) => ({ key, heading, body })),
});

/** What was written, and over which version: the bulletin may be fetched anew meanwhile, and must not be overwritten unseen. */
interface Kept {
  written: Written;
  version: number;
}

interface EditorProps {
  bulletin: Bulletin;
  onSaved: (after: Bulletin) => void;
  onStale: () => unknown;
}

const draftOf = ({ id }: Bulletin) => `bulletin-${id}`;

/** The words of a draft, paragraph by paragraph; the figures in its tables are not for anybody to write. */
export function BulletinEditor(props: EditorProps) {
  const draft = useDraft<Kept>(draftOf(props.bulletin));
  return <Loading query={draft}>{({ kept }) => <Editor {...props} kept={kept} />}</Loading>;
}

function Editor(props: EditorProps & { kept: Kept | undefined }) {
  const { bulletin, kept } = props;
  const { words } = useWords();
  const t = useText(bulletinWords);
  const announce = useAnnounce();
  const draft = draftOf(bulletin);
  const [form] = Form.useForm<Written>();
  const [seen, setSeen] = useState(kept?.version ?? bulletin.version);
  const [hasSeenBoth, setSeenBoth] = useState(false);
  const [isChanged, setChanged] = useState(kept !== undefined);
  const [lines, setLines] = useState<string[]>();
  const save = useMutation({
    mutationFn: (body: Written) =>
      answer(
        api.PUT('/api/v1/bulletins/{id}', {
          body,
          params: { path: { id: bulletin.id }, ...ifMatch(hasSeenBoth ? bulletin.version : seen) },
        }),
      ),
    onSuccess: (after) => {
      dropDraft(draft);
      setChanged(false);
      setSeen(after.version);
      setSeenBoth(false);
      announce(t.saved);
      props.onSaved(after);
    },
    onError: (error) => {
      setLines(isStale(error) ? [words.staleHint] : placeErrors(form, error));
      if (isStale(error)) {
        setSeenBoth(true);
        void props.onStale();
      }
    },
  });
  const change = () => {
    keepDraft(draft, { written: form.getFieldsValue(true) as Written, version: seen });
    setChanged(true);
  };
  const restore = (place: number, prefilled: string) => {
    form.setFieldValue(['sections', place, 'body'], prefilled);
    change();
  };
  return (
    <Form<Written>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={withoutNulls(kept?.written ?? written(bulletin))}
      onValuesChange={change}
      onFinish={() => {
        save.mutate(form.getFieldsValue(true) as Written);
      }}
    >
      <ProblemAlert error={save.error} lines={lines} />
      {isStale(save.error) && (
        <BothVersions differences={differences(form.getFieldsValue(true) as Written, bulletin, t.title)} />
      )}
      <Form.Item name="title" label={t.title} rules={[{ required: true, message: words.required }]}>
        <Input maxLength={200} />
      </Form.Item>
      {bulletin.sections.map(({ key, level, heading, body, prefilled }, place) => (
        <section key={key} aria-label={heading}>
          <Form.Item name={['sections', place, 'heading']} label={t.sectionHeading(place + 1)}>
            <Input maxLength={200} className={level === 1 ? 'section-1' : ''} />
          </Form.Item>
          <Form.Item
            name={['sections', place, 'body']}
            label={t.sectionBody(place + 1)}
            extra={
              body !== prefilled && (
                <details>
                  <summary>{t.prefilledWas}</summary>
                  <p style={{ whiteSpace: 'pre-wrap' }}>{prefilled}</p>
                  <Button size="small" onClick={() => restore(place, prefilled)}>
                    {t.restoreWords}
                  </Button>
                </details>
              )
            }
          >
            <Input.TextArea rows={2} maxLength={20_000} />
          </Form.Item>
        </section>
      ))}
      <Flex className="save-bar" justify="space-between" align="center" wrap gap={8}>
        <span role="status">{isChanged ? t.unsaved : ''}</span>
        <Space>
          <Button
            disabled={!isChanged}
            onClick={() => {
              dropDraft(draft);
              form.setFieldsValue(written(bulletin));
              setChanged(false);
              setSeen(bulletin.version);
              setSeenBoth(false);
              save.reset();
            }}
          >
            {t.discard}
          </Button>
          <Button type="primary" htmlType="submit" disabled={!isChanged} loading={save.isPending}>
            {t.save}
          </Button>
        </Space>
      </Flex>
    </Form>
  );
}

function differences(mine: Written, theirs: Bulletin, title: string) {
  return [
    { label: title, mine: mine.title, theirs: theirs.title },
    ...theirs.sections.map(({ heading, body }, place) => ({
      label: heading,
      mine: `${mine.sections[place]?.heading ?? ''}\n${mine.sections[place]?.body ?? ''}`,
      theirs: `${heading}\n${body}`,
    })),
  ];
}
