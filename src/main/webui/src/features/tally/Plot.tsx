import { Button, Table } from 'antd';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as bring, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { Panel } from '../../shared/ui/Panel';
import { Wide } from '../../shared/ui/Wide';
import { useText } from '../../shared/words/bilingual';
import { figureWords } from './words';

bring([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export interface Series {
  name: string;
  kind: 'bar' | 'line';
  values: number[];
  /** As they are written in the table and beside the pointer. */
  written: string[];
  axis?: 0 | 1;
}

/** A plot, to hover over and to save, with its figures as a table below for whoever reads them instead. */
export function Plot(props: { title: string; categories: string[]; series: Series[]; isLying?: boolean }) {
  const { title, categories, series, isLying = false } = props;
  const t = useText(figureWords);
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  useEffect(() => {
    const element = place.current;
    if (element === null) {
      return undefined;
    }
    const drawn = init(element);
    chart.current = drawn;
    const watching = new ResizeObserver(() => {
      drawn.resize();
    });
    watching.observe(element);
    return () => {
      watching.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    const style = getComputedStyle(place.current ?? document.body);
    chart.current?.setOption(option(title, categories, series, isLying, style.color, style.fontFamily), true);
  });
  const save = () => {
    const link = document.createElement('a');
    const isDark = document.documentElement.hasAttribute('data-dark');
    link.href =
      chart.current?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: isDark ? '#141414' : '#fff' }) ?? '';
    link.download = `${title}.png`;
    link.click();
  };
  return (
    <Panel title={title}>
      <div
        ref={place}
        className="chart"
        role="img"
        aria-label={title}
        style={isLying ? { height: lying(categories) } : {}}
      />
      <Button size="small" onClick={save} aria-label={`${t.picture} ${title}`}>
        {t.picture}
      </Button>
      <details style={{ marginBlockStart: 8 }}>
        <summary>{t.table}</summary>
        <Wide label={title}>
          <Table
            size="small"
            pagination={false}
            rowKey="category"
            dataSource={categories.map((category, place) => ({
              category,
              ...Object.fromEntries(series.map(({ name, written }) => [name, written[place]])),
            }))}
            columns={[
              { title: t.period, dataIndex: 'category' },
              ...series.map(({ name }) => ({
                title: name,
                dataIndex: name,
                align: 'right' as const,
                className: 'number',
              })),
            ]}
          />
        </Wide>
      </details>
    </Panel>
  );
}

const lying = (categories: string[]) => Math.max(160, categories.length * 30 + 60);

/** Colours that people with any colour vision tell apart (Okabe and Ito). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7'];

function option(
  title: string,
  categories: string[],
  series: Series[],
  isLying: boolean,
  color: string,
  fontFamily: string,
): EChartsCoreOption {
  const along = { type: 'category', data: categories, inverse: isLying, axisLabel: { color } };
  const isDouble = series.some(({ axis }) => axis === 1);
  const up = (isDouble ? [0, 1] : [0]).map((place) => ({
    type: 'value',
    minInterval: 1,
    axisLabel: { color, formatter: short },
    splitLine: { show: place === 0, lineStyle: { opacity: 0.4 } },
  }));
  return {
    animation: false,
    color: COLOURS,
    textStyle: { fontFamily, color },
    aria: { enabled: true, label: { description: title } },
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    legend: { top: 8, textStyle: { color }, show: series.length > 1 },
    // Written into the canvas: the policy of the page allows no styles that come with text.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: 'shadow' },
      formatter: (points: { dataIndex: number }[]) => {
        const place = points[0]?.dataIndex ?? 0;
        return [categories[place], ...series.map(({ name, written }) => `${name}  ${written[place] ?? ''}`)].join('\n');
      },
    },
    xAxis: isLying ? up[0] : along,
    yAxis: isLying ? along : up,
    series: series.map(({ name, kind, values, axis = 0 }) => ({
      name,
      type: kind,
      data: values,
      symbol: 'circle',
      ...(isLying ? {} : { yAxisIndex: axis }),
    })),
  };
}

/** 1 200 000 as 120万, in both languages: that is how this money is spoken of. */
const short = (value: number) =>
  Math.abs(value) >= 1e8
    ? `${String(value / 1e8)}亿`
    : Math.abs(value) >= 1e4
      ? `${String(value / 1e4)}万`
      : String(value);
