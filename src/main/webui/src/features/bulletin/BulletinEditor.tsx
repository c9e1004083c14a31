import { Button, Flex, Form, Input, Space } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ifMatch, type Schemas, unwrap } from '../../shared/api/client';
import { setFieldErrors, withoutNulls } from '../../shared/api/forms';
import { discardDraft, saveDraft, useDraft } from '../../shared/auth/drafts';
import { isStale } from '../../shared/ui/ActionDialog';
import { useAnnounce } from '../../shared/ui/LiveRegion';
import { VersionComparison } from '../../shared/ui/VersionComparison';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { Loading } from '../../shared/ui/Loading';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { bulletinWords } from './words';

type Bulletin = Schemas['Bulletin'];
type BulletinText = Schemas['EditBulletin'];

const textOf = ({ title, sections }: Bulletin): BulletinText => ({
  title,
  sections: sections.map(({ key, heading, body }) => ({ key, heading, body })),
});

/**
 * Unsaved text with the version that it was written on. The bulletin may be refetched meanwhile; the user must see the newer
 * text before overwriting it.
 */
interface BulletinDraft {
  written: BulletinText;
  version: number;
}

interface EditorProps {
  bulletin: Bulletin;
  onSaved: (after: Bulletin) => void;
  onStale: () => unknown;
}

const draftKeyOf = ({ id }: Bulletin) => `bulletin-${id}`;

/** Editor for the text of a draft, section by section. The figures in its tables cannot be edited. */
export function BulletinEditor(props: EditorProps) {
  const draftQuery = useDraft<BulletinDraft>(draftKeyOf(props.bulletin));
  return <Loading query={draftQuery}>{({ savedDraft }) => <Editor {...props} savedDraft={savedDraft} />}</Loading>;
}

function Editor(props: EditorProps & { savedDraft: BulletinDraft | undefined }) {
  const { bulletin, savedDraft } = props;
  const { words } = useWords();
  const t = useText(bulletinWords);
  const announce = useAnnounce();
  const draftKey = draftKeyOf(bulletin);
  const [form] = Form.useForm<BulletinText>();
  const [seenVersion, setSeenVersion] = useState(savedDraft?.version ?? bulletin.version);
  const [hasSeenBoth, setSeenBoth] = useState(false);
  const [isChanged, setChanged] = useState(savedDraft !== undefined);
  const [lines, setLines] = useState<string[]>();
  const save = useMutation({
    mutationFn: (body: BulletinText) =>
      unwrap(
        api.PUT('/api/v1/bulletins/{id}', {
          body,
          params: { path: { id: bulletin.id }, ...ifMatch(hasSeenBoth ? bulletin.version : seenVersion) },
        }),
      ),
    onSuccess: (after) => {
      discardDraft(draftKey);
      setChanged(false);
      setSeenVersion(after.version);
      setSeenBoth(false);
      announce(t.saved);
      props.onSaved(after);
    },
    onError: (error) => {
      setLines(isStale(error) ? [words.staleHint] : setFieldErrors(form, error));
      if (isStale(error)) {
        setSeenBoth(true);
        void props.onStale();
      }
    },
  });
  const change = () => {
    saveDraft(draftKey, { written: form.getFieldsValue(true) as BulletinText, version: seenVersion });
    setChanged(true);
  };
  const restore = (index: number, prefilled: string) => {
    form.setFieldValue(['sections', index, 'body'], prefilled);
    change();
  };
  return (
    <Form<BulletinText>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={withoutNulls(savedDraft?.written ?? textOf(bulletin))}
      onValuesChange={change}
      onFinish={() => {
        save.mutate(form.getFieldsValue(true) as BulletinText);
      }}
    >
      <ProblemAlert error={save.error} lines={lines} />
      {isStale(save.error) && (
        <VersionComparison differences={differences(form.getFieldsValue(true) as BulletinText, bulletin, t.title)} />
      )}
      <Form.Item name="title" label={t.title} rules={[{ required: true, message: words.required }]}>
        <Input maxLength={200} />
      </Form.Item>
      {bulletin.sections.map(({ key, level, heading, body, prefilled }, index) => (
        <section key={key} aria-label={heading}>
          <Form.Item name={['sections', index, 'heading']} label={t.sectionHeading(index + 1)}>
            <Input maxLength={200} className={level === 1 ? 'section-1' : ''} />
          </Form.Item>
          <Form.Item
            name={['sections', index, 'body']}
            label={t.sectionBody(index + 1)}
            extra={
              body !== prefilled && (
                <details>
                  <summary>{t.proposedText}</summary>
                  <p style={{ whiteSpace: 'pre-wrap' }}>{prefilled}</p>
                  <Button size="small" onClick={() => restore(index, prefilled)}>
                    {t.restoreText}
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
              discardDraft(draftKey);
              form.setFieldsValue(textOf(bulletin));
              setChanged(false);
              setSeenVersion(bulletin.version);
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

function differences(mine: BulletinText, theirs: Bulletin, title: string) {
  return [
    { label: title, mine: mine.title, theirs: theirs.title },
    ...theirs.sections.map(({ heading, body }, index) => ({
      label: heading,
      mine: `${mine.sections[index]?.heading ?? ''}\n${mine.sections[index]?.body ?? ''}`,
      theirs: `${heading}\n${body}`,
    })),
  ];
}
