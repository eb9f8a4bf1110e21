import { theme } from 'antd';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as withParts, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Schemas } from '../../api/client';
import { useLang, useTexts } from '../../i18n/texts';
import { figureTexts } from '../common/texts-figures';
import styles from './backlog.module.css';

withParts([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

type Point = Schemas['BacklogPoint'];
const LISTS = ['created', 'resolved', 'open'] as const;

interface Props {
  points: Point[];
  tz: string;
  /** `of`: what of that day was chosen. */
  onChoose: (point: Point, of: string) => void;
}

/** What came and went each day as bars, what stayed open as a line. The table beside says the same. */
export default function BacklogChart({ points, tz, onChoose }: Props) {
  const tell = useTexts(figureTexts);
  const lang = useLang();
  const { token } = theme.useToken();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });
  useEffect(() => {
    if (!place.current) return;
    const drawn = init(place.current);
    chart.current = drawn;
    const size = new ResizeObserver(() => drawn.resize());
    size.observe(place.current);
    return () => {
      size.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    const drawn = chart.current;
    if (!drawn) return;
    const day = new Intl.DateTimeFormat(lang, {
      timeZone: tz,
      month: 'short',
      day: 'numeric',
      weekday: 'short',
    });
    const names = [tell('newOnes'), tell('resolvedOnes'), tell('openAtEnd')];
    const colours = [token.colorTextQuaternary, token.colorSuccess, token.colorPrimary];
    const words = { color: token.colorTextSecondary, fontFamily: token.fontFamily };
    drawn.setOption(
      {
        animation: false,
        color: colours,
        textStyle: { fontFamily: token.fontFamily },
        grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
        legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: words },
        tooltip: {
          trigger: 'axis',
          renderMode: 'richText',
          backgroundColor: token.colorBgElevated,
          borderColor: token.colorBorderSecondary,
          textStyle: { color: token.colorText, fontFamily: token.fontFamily, fontSize: 13 },
        },
        xAxis: {
          type: 'category',
          data: points.map(({ at }) => day.format(new Date(at))),
          axisTick: { show: false },
          axisLine: { lineStyle: { color: token.colorBorder } },
          axisLabel: words,
        },
        yAxis: {
          type: 'value',
          minInterval: 1,
          splitLine: { lineStyle: { color: token.colorBorderSecondary } },
          axisLabel: words,
        },
        series: LISTS.map((key, i) => ({
          name: names[i],
          type: key === 'open' ? 'line' : 'bar',
          data: points.map((point) => point[key]),
          ...(key === 'open'
            ? { symbol: 'circle', symbolSize: 7, lineStyle: { width: 2.5 } }
            : { barMaxWidth: 18, itemStyle: { borderRadius: [2, 2, 0, 0] } }),
        })),
      },
      { notMerge: true },
    );
    const pick = (at: { dataIndex: number; seriesIndex?: number }): void => {
      const point = points[at.dataIndex];
      if (point) choose.current(point, LISTS[at.seriesIndex ?? 2] ?? 'open');
    };
    drawn.off('click');
    drawn.on('click', (event) => pick(event));
  }, [points, tz, lang, token, tell]);
  return <div ref={place} className={styles.chart} role="img" aria-label={tell('trend')} />;
}
