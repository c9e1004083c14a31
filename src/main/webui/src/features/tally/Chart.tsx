import { Button, Table } from 'antd';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as bring, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { Panel } from '../../shared/ui/Panel';
import { ScrollArea } from '../../shared/ui/ScrollArea';
import { useText } from '../../shared/words/bilingual';
import { figureWords } from './words';

bring([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export interface Series {
  name: string;
  kind: 'bar' | 'line';
  values: number[];
  /** Formatted values for the table and the tooltip. */
  formatted: string[];
  axis?: 0 | 1;
}

/** Chart with tooltips and a PNG download. A table below shows the same figures, also for screen readers. */
export function Chart(props: { title: string; categories: string[]; series: Series[]; isHorizontal?: boolean }) {
  const { title, categories, series, isHorizontal = false } = props;
  const t = useText(figureWords);
  const container = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  useEffect(() => {
    const element = container.current;
    if (element === null) {
      return undefined;
    }
    const instance = init(element);
    chart.current = instance;
    const observer = new ResizeObserver(() => {
      instance.resize();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      instance.dispose();
    };
  }, []);
  useEffect(() => {
    const style = getComputedStyle(container.current ?? document.body);
    chart.current?.setOption(option(title, categories, series, isHorizontal, style.color, style.fontFamily), true);
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
        ref={container}
        className="chart"
        role="img"
        aria-label={title}
        style={isHorizontal ? { height: horizontalHeight(categories) } : {}}
      />
      <Button size="small" onClick={save} aria-label={`${t.picture} ${title}`}>
        {t.picture}
      </Button>
      <details style={{ marginBlockStart: 8 }}>
        <summary>{t.table}</summary>
        <ScrollArea label={title}>
          <Table
            size="small"
            pagination={false}
            rowKey="category"
            dataSource={categories.map((category, container) => ({
              category,
              ...Object.fromEntries(series.map(({ name, formatted }) => [name, formatted[container]])),
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
        </ScrollArea>
      </details>
    </Panel>
  );
}

const horizontalHeight = (categories: string[]) => Math.max(160, categories.length * 30 + 60);

/** Colours that colour-blind people can tell apart (Okabe and Ito). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7'];

function option(
  title: string,
  categories: string[],
  series: Series[],
  isHorizontal: boolean,
  color: string,
  fontFamily: string,
): EChartsCoreOption {
  const categoryAxis = { type: 'category', data: categories, inverse: isHorizontal, axisLabel: { color } };
  const hasTwoAxes = series.some(({ axis }) => axis === 1);
  const valueAxes = (hasTwoAxes ? [0, 1] : [0]).map((container) => ({
    type: 'value',
    minInterval: 1,
    axisLabel: { color, formatter: shortNumber },
    splitLine: { show: container === 0, lineStyle: { opacity: 0.4 } },
  }));
  return {
    animation: false,
    color: COLOURS,
    textStyle: { fontFamily, color },
    aria: { enabled: true, label: { description: title } },
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    legend: { top: 8, textStyle: { color }, show: series.length > 1 },
    // Tooltips are drawn on the canvas: the content security policy forbids inline styles.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: 'shadow' },
      formatter: (points: { dataIndex: number }[]) => {
        const container = points[0]?.dataIndex ?? 0;
        return [
          categories[container],
          ...series.map(({ name, formatted }) => `${name}  ${formatted[container] ?? ''}`),
        ].join('\n');
      },
    },
    xAxis: isHorizontal ? valueAxes[0] : categoryAxis,
    yAxis: isHorizontal ? categoryAxis : valueAxes,
    series: series.map(({ name, kind, values, axis = 0 }) => ({
      name,
      type: kind,
      data: values,
      symbol: 'circle',
      ...(isHorizontal ? {} : { yAxisIndex: axis }),
    })),
  };
}

/** 1 200 000 becomes 120万 in both languages, as is usual for Chinese amounts. */
const shortNumber = (value: number) =>
  Math.abs(value) >= 1e8
    ? `${String(value / 1e8)}亿`
    : Math.abs(value) >= 1e4
      ? `${String(value / 1e4)}万`
      : String(value);
