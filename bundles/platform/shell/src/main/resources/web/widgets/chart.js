// Charts: ECharts, loaded only when one is shown, in the colours of the theme, with the same figures as a hidden table.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { Skeleton } from '../sdk/components/basic.js';

const COLOURS = { light: ['#1d5cff', '#11a294', '#e0930f', '#8b5cf6', '#e5518d', '#3aa0e8', '#6c8a1f', '#c2542d'], dark: ['#5a8bff', '#2cc3b3', '#f0b042', '#a98bff', '#f277a8', '#63b9f2', '#a3c04a', '#e38560'] };
const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const linked = (text, to) => to ? html`<a href=${to}>${text}</a>` : text;

/** About how wide a text of the charts' size is: Chinese characters are square. */
const wide = text => [...String(text)].reduce((sum, c) => sum + (c > '\u2e80' ? 11.6 : 6.6), 0);

/** Lines that the names below a chart take. */
const legendLines = (names, width) => Math.ceil(names.reduce((sum, n) => sum + wide(n) + 26, 0) / Math.max(120, width - 10));

/** All categories are named where there is room, in two lines if need be; else as many as fit. */
function named(categories, width) {
  const part = (width - 60) / Math.max(1, categories.length);
  const longest = Math.max(0, ...categories.map(wide));
  if (longest < part - 4) return { interval: 0 };
  return part > 40 && longest < 2 * part - 12 ? { interval: 0, width: part - 4, overflow: 'break', lineHeight: 14 } : { hideOverlap: true };
}

function options({ kind, categories, series, format, stack }, width, height) {
  const theme = document.documentElement.dataset.theme;
  const colours = COLOURS[theme] || COLOURS.light;
  const text = { color: token('--muted'), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 11.5 };
  const lines = kind === 'pie' || series.length > 1 ? legendLines(kind === 'pie' ? categories : series.map(s => s.name), width) : 0;
  const below = lines ? (lines > 3 ? 1 : lines) * 19 + 11 : 0;
  const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const common = { color: colours, animation: !reduced, animationDuration: 350, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, aria: { enabled: false },
    tooltip: { trigger: kind === 'pie' ? 'item' : 'axis', confine: true, backgroundColor: token('--raised'), borderColor: token('--line'), textStyle: { color: token('--text'), fontSize: 12 }, valueFormatter: format },
    legend: { show: kind === 'pie' || series.length > 1, type: lines > 3 ? 'scroll' : 'plain', bottom: 0, icon: 'circle', itemWidth: 8, itemHeight: 8, textStyle: text, pageTextStyle: text } };
  if (kind === 'pie') {
    const ring = Math.max(30, Math.min(width, height - below) * 0.46);
    return { ...common, series: [{ type: 'pie', radius: [ring * 0.68, ring], center: ['50%', (height - below) / 2], padAngle: 2, itemStyle: { borderRadius: 5 }, label: { show: false }, data: categories.map((name, i) => ({ name, value: series[0].values[i] })) }] };
  }
  const flat = kind === 'hbar';
  const category = { type: 'category', data: categories, axisTick: { show: false }, axisLine: { lineStyle: { color: token('--line') } }, axisLabel: { ...text, ...(flat ? { hideOverlap: true, width: 110, overflow: 'truncate' } : named(categories, width)) }, inverse: flat };
  const value = { type: 'value', splitLine: { lineStyle: { color: token('--line-soft') } }, axisLabel: { ...text, formatter: format }, splitNumber: 4 };
  return { ...common, grid: { left: 4, right: flat ? 26 : 14, top: 12, bottom: series.length > 1 ? below : 4, containLabel: true }, xAxis: flat ? value : category, yAxis: flat ? category : value,
    series: series.map((s, i) => kind === 'line' ? { type: 'line', name: s.name, data: s.values, smooth: 0.25, symbol: 'circle', symbolSize: 6, showSymbol: categories.length < 14, lineStyle: { width: 2.2 }, areaStyle: i === 0 && series.length < 3 ? { opacity: 0.1 } : undefined }
      : { type: 'bar', name: s.name, data: s.values, stack: stack ? 'all' : undefined, barMaxWidth: 34, itemStyle: { borderRadius: stack && i < series.length - 1 ? 0 : flat ? [0, 4, 4, 0] : [4, 4, 0, 0] } }) };
}

/**
 * A chart. `kind`: bar, hbar, line, pie; `series`: [{name, values}]; `onPick(index, series)` when a part is clicked; `hrefs`: where each
 * category leads, for keys: its figures show as a table of links while one of them has the focus; `cells`: the same by series and category.
 */
export function Chart(props) {
  const box = useRef();
  const chart = useRef(null);
  const latest = useRef(props);
  latest.current = props;
  const [state, setState] = useState('loading');
  useEffect(() => {
    let gone = false;
    let observer = null;
    const draw = () => chart.current && chart.current.setOption(options(latest.current, chart.current.getWidth(), chart.current.getHeight()), true);
    import('echarts').then(echarts => {
      if (gone) return;
      chart.current = echarts.init(box.current, null, { renderer: 'svg' });
      chart.current.on('click', e => latest.current.onPick && latest.current.onPick(e.dataIndex, e.seriesIndex));
      draw();
      observer = new ResizeObserver(() => {
        if (!chart.current || box.current.clientWidth === chart.current.getWidth() && box.current.clientHeight === chart.current.getHeight()) return;
        chart.current.resize();
        draw();
      });
      observer.observe(box.current);
      setState('ready');
    }, () => setState('failed'));
    addEventListener('ashlar:look', draw);
    return () => {
      gone = true;
      removeEventListener('ashlar:look', draw);
      if (observer) observer.disconnect();
      if (chart.current) chart.current.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    if (chart.current) chart.current.setOption(options(props, chart.current.getWidth(), chart.current.getHeight()), true);
  }, [props.kind, JSON.stringify(props.categories), JSON.stringify(props.series)]);
  return html`<figure class="chart"><div ref=${box} class="chart-box" aria-hidden="true"></div>${state === 'loading' && html`<${Skeleton} lines=${4} />`}
    <div class="sr figures"><table><caption>${props.label}</caption><thead><tr><th scope="col">${t('pivot.rows')}</th>${props.series.map(s => html`<th scope="col">${s.name}</th>`)}</tr></thead><tbody>${props.categories.map((c, i) => html`<tr><th scope="row">${linked(c, props.hrefs && props.hrefs[i])}</th>${props.series.map((s, n) => html`<td>${linked(props.format ? props.format(s.values[i]) : s.values[i], props.cells && props.cells[n][i])}</td>`)}</tr>`)}</tbody></table></div></figure>`;
}
