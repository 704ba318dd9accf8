// One tile of a dashboard: a figure with its comparison, a chart, a list or a cross table; each part leads to its records.
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { number } from '../../sdk/format.js';
import { go, href } from '../../sdk/router.js';
import { Icon, Skeleton } from '../../sdk/components/basic.js';
import { Chart } from '../../widgets/chart.js';
import { cell, chartOf, crossOf, figure, link, target } from './figures.js';

function Change({ tile }) {
  if (tile.before === undefined) return null;
  const up = tile.change > 0;
  const words = figure(tile.type, tile.before, tile.currency);
  return html`<span class="delta">${tile.change === null || tile.change === undefined ? null : html`<span class=${tile.change === 0 ? 'muted' : up ? 'up' : 'down'}>${tile.change !== 0 && html`<${Icon} name=${up ? 'trending-up' : 'trending-down'} />`}<span class="sr">${t(up ? 'dash.up' : 'dash.down')}</span> ${number(Math.abs(tile.change) * 100, 1)}%</span> `}<a href=${link(tile, tile.beforeFilter, t('dash.beforeTitle'))}>${t('dash.before', { value: words })}</a></span>`;
}

function Figure({ tile, title }) {
  return html`<a class="dash-figure" href=${link(tile, tile.drill.filter, title)} title=${figure(tile.type, tile.value, tile.currency)}><span class="sr">${title}: </span>${figure(tile.type, tile.value, tile.currency, true)}</a><${Change} tile=${tile} />`;
}

function Graph({ tile, title, kind }) {
  const chart = chartOf(tile);
  if (!chart.categories.length) return html`<p class="dash-none muted">${t('dash.nothing')}</p>`;
  const drill = (i, s) => {
    const filter = chart.series[s] && chart.series[s].filters[i];
    return filter === undefined ? null : [filter, chart.filters ? `${title} · ${chart.categories[i]}` : `${title} · ${chart.categories[i]} · ${chart.series[s].name}`];
  };
  return html`<${Chart} kind=${kind} label=${title} categories=${chart.categories} series=${chart.series.map(({ name, values }) => ({ name, values }))} stack=${!chart.filters} format=${v => figure(chart.measure.type, v, chart.measure.currency, true)}
    hrefs=${chart.filters && chart.filters.map((f, i) => link(tile, f, `${title} · ${chart.categories[i]}`))} cells=${chart.filters ? null : chart.series.map((s, n) => s.filters.map((f, i) => f && link(tile, ...drill(i, n))))}
    onPick=${(i, s) => { const to = drill(i, kind === 'pie' ? 0 : s || 0); if (to) go(...target(tile, ...to)); }} />`;
}

function List({ tile, title }) {
  if (!tile.records.length) return html`<p class="dash-none muted">${t('dash.nothing')}</p>`;
  const columns = tile.columns.filter(c => c.name !== 'currency');
  const right = c => ['money', 'quantity', 'number', 'integer', 'decimal'].includes(c.type);
  return html`<div class="dash-table" tabindex="0" role="region" aria-label=${title}><table><thead><tr>${columns.map(c => html`<th scope="col" class=${right(c) ? 'num' : ''}>${c.title}</th>`)}</tr></thead>
    <tbody>${tile.records.map(r => html`<tr key=${r.id}>${columns.map((c, i) => html`<td class=${right(c) ? 'num' : ''}>${i === 0 ? html`<a href=${href(`/r/${tile.drill.model}/${r.id}`)}>${cell(c, r[c.name], r) || '#' + r.id}</a>` : cell(c, r[c.name], r)}</td>`)}</tr>`)}</tbody></table></div>
    ${tile.total > tile.records.length && html`<a class="dash-more" href=${link(tile, tile.drill.filter, title)}>${t('dash.all', { total: number(tile.total, 0) })}</a>`}`;
}

function Cross({ tile, title }) {
  const { columns, rows } = crossOf(tile);
  if (!rows.length) return html`<p class="dash-none muted">${t('dash.nothing')}</p>`;
  const many = tile.measures.length > 1;
  return html`<div class="dash-table" tabindex="0" role="region" aria-label=${title}><table><thead><tr><th scope="col">${tile.groups.slice(0, tile.rowGroups ?? 1).map(g => g.title).join(' / ')}</th>${columns.flatMap(([key, label]) => tile.measures.map((m, i) => html`<th scope="col" class="num data" key=${key + i}>${[label, many || !label ? m.title : ''].filter(Boolean).join(' · ')}</th>`))}</tr></thead>
    <tbody>${rows.map(r => html`<tr key=${r.key}><th scope="row" class="data">${r.label}</th>${columns.flatMap(([key, label]) => tile.measures.map((m, i) => html`<td class="num">${r.cells[key] && html`<a href=${link(tile, r.cells[key].filter, [title, r.label, label].filter(Boolean).join(' · '))}>${figure(m.type, r.cells[key].values[i], m.currency)}</a>`}</td>`))}</tr>`)}</tbody></table></div>`;
}

const KINDS = { FIGURE: Figure, LIST: List, PIVOT: Cross };
const CHARTS = { BAR: 'bar', HBAR: 'hbar', LINE: 'line', PIE: 'pie' };

/** What a tile shows. `tile`: its data, undefined while it is on its way. */
export function TileBody({ tile, title }) {
  if (!tile) return html`<${Skeleton} lines=${3} />`;
  if (tile.problem) return html`<p class="dash-none"><${Icon} name="triangle-alert" /> ${tile.problem.message}</p>`;
  const Body = KINDS[tile.kind];
  return html`${Body ? html`<${Body} tile=${tile} title=${title} />` : html`<${Graph} tile=${tile} title=${title} kind=${CHARTS[tile.kind]} />`}
    ${(tile.rest || tile.otherCurrencies > 0) && html`<p class="dash-foot hint">${[tile.rest && tile.rest.groups > 0 && t('dash.rest', { n: tile.rest.groups }), tile.otherCurrencies > 0 && t('dash.currencies', { n: tile.otherCurrencies })].filter(Boolean).join(' · ')}</p>`}`;
}

/** The size of a tile in the grid. */
export const place = tile => ({ '--w': Math.max(1, Math.min(12, tile.width || 3)), '--h': Math.max(1, Math.min(6, tile.height || 1)) });
