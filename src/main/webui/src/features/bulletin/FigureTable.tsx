import { Table } from 'antd';
import type { Schemas } from '../../shared/api/client';
import { usePlatforms } from '../../shared/api/lists';
import { formatMoney } from '../../shared/format/money';
import { ScrollArea } from '../../shared/ui/ScrollArea';
import { useText } from '../../shared/words/bilingual';
import { useWords } from '../../shared/words/WordsContext';
import { bulletinWords } from './words';

const PARTS = ['opening', 'added', 'removed', 'moved', 'closing'] as const;

/** Figures of the bulletin, like an accounting period: opening balance, changes, closing balance. */
export function FigureTable({ figures }: { figures: Schemas['WeekFigure'][] }) {
  const { words, labels } = useWords();
  const t = useText(bulletinWords);
  const platforms = usePlatforms();
  const rows = figures
    .filter(({ townCode }) => townCode == null)
    .flatMap(({ platformId, measure, count, amount }) => {
      const key = `${platformId ?? ''} ${measure}`;
      const platform = platformId == null ? t.allPlatforms : platforms.data?.find(({ id }) => id === platformId)?.name;
      return [
        ...(count == null
          ? []
          : [
              {
                key: `${key} count`,
                platform,
                measure: labels.Measure[measure],
                unit: t.count,
                ...formatted(count, String),
              },
            ]),
        ...(amount == null
          ? []
          : [
              {
                key: `${key} amount`,
                platform,
                measure: labels.MeasureAmount[measure],
                unit: t.amount,
                ...formatted(amount, formatMoney),
              },
            ]),
      ];
    });
  return (
    <ScrollArea label={t.figures}>
      <Table
        size="small"
        pagination={false}
        rowKey="key"
        dataSource={rows}
        columns={[
          { title: words.platform, dataIndex: 'platform' },
          { title: t.measure, dataIndex: 'measure' },
          { title: '', dataIndex: 'unit' },
          ...PARTS.map((part) => ({
            title: t[part],
            dataIndex: part,
            align: 'right' as const,
            className: 'number',
          })),
        ]}
      />
    </ScrollArea>
  );
}

const formatted = <T,>(parts: Record<(typeof PARTS)[number], T>, format: (part: T) => string) =>
  Object.fromEntries(PARTS.map((part) => [part, format(parts[part])])) as Record<(typeof PARTS)[number], string>;
