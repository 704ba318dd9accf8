// The graph of a model: a measure over groups as bars, lines or a ring; a part leads to its records.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { go, href } from '../sdk/router.js';
import { Empty, Failed, Icon, Skeleton } from '../sdk/components/basic.js';
import { useAsk } from '../sdk/ask.js';
import { onRecord } from '../shell/events.js';
import { Chart } from '../widgets/chart.js';
import { allRsql } from './filters.js';
import { Choice, Currency, SavedSets } from './graph-controls.js';
import { dimensions, drillRsql, groupLabel, keyOf, measured, measures, measureText, ownCurrency, timely, useFilter } from './graph-groups.js';
import { ViewHead } from './head.js';
import { inWhat } from './values.js';
import { Toolbar } from './list/toolbar.js';

const MOST = 24;
const KINDS = [['bar', 'chart-column'], ['hbar', 'chart-bar'], ['line', 'chart-line'], ['pie', 'chart-pie'], ['table', 'table-2']];

/** Categories and series of groups: the largest first, those of time in order; what is too much together at the end. */
function arrange(meta, data, by, split, measure) {
  const rows = new Map();
  const series = new Map();
  for (const r of data) {
    const rk = keyOf(r[by]);
    const sk = split ? keyOf(r[split]) : '';
    if (!rows.has(rk)) rows.set(rk, { key: rk, value: r[by], label: groupLabel(meta, by, r[by]), total: 0, cells: {} });
    if (!series.has(sk)) series.set(sk, { key: sk, value: split ? r[split] : null, name: split ? groupLabel(meta, split, r[split]) : '', total: 0 });
    const value = Number(r[measure]) || 0;
    rows.get(rk).cells[sk] = value;
    rows.get(rk).total += value;
    series.get(sk).total += value;
  }
  const list = [...rows.values()].sort((a, b) => timely(by) ? a.key.localeCompare(b.key) : b.total - a.total);
  const kept = timely(by) ? list.slice(-60) : list.slice(0, MOST);
  return { rows: kept, hidden: list.length - kept.length, series: [...series.values()].sort((a, b) => b.total - a.total).slice(0, 12) };
}

/** The figures as a table whose cells lead to their records. */
function Figures({ meta, graph, by, split, measure, label, drill, currency }) {
  const show = v => measureText(meta, measure, v, false, currency);
  return html`<div class="pivot" tabindex="0" role="region" aria-label=${label}><table><thead><tr><th scope="col">${(dimensions(meta).find(d => d.key === by) || {}).label}</th>${graph.series.map(s => html`<th scope="col" class=${split ? 'num data' : 'num'}>${split ? s.name : label}</th>`)}${split && html`<th scope="col" class="num">${t('pivot.total')}</th>`}</tr></thead>
    <tbody>${graph.rows.map(r => html`<tr key=${r.key}><th scope="row" class="data"><a class="ellipsis" href=${drill(r)}>${r.label}</a></th>${graph.series.map(s => html`<td class="num">${r.cells[s.key] === undefined ? null : html`<a href=${drill(r, s)}>${show(r.cells[s.key])}</a>`}</td>`)}${split && html`<td class="num"><b>${show(r.total)}</b></td>`}</tr>`)}</tbody></table></div>`;
}

/** The view. */
export function Graph({ meta, query }) {
  const view = meta.views.graph;
  const all = dimensions(meta);
  const known = measures(meta);
  const by = all.some(d => d.key === (query.by || view.by)) ? query.by || view.by : (all[0] || {}).key;
  const split = query.split && query.split !== by ? query.split : '';
  const measure = query.measure || view.measure || 'count';
  const kind = query.chart || view.kind || 'bar';
  const { filter, update, toolbar } = useFilter(meta, query, 'graph');
  const field = measured(meta, measure);
  const currency = inWhat(field);
  const [live, setLive] = useState(0);
  const { data, error, reload } = useAsk(signal => by ? api.get(meta.path + '/groups', { by: [by, split, currency].filter((k, i, l) => k && l.indexOf(k) === i).join(','), measures: measure, filter, q: query.q }, { signal }).then(a => ({ ...ownCurrency(a.rows, currency, query.currency), by, split, measure })) : Promise.resolve({ rows: [], all: [] }), [by, split, measure, filter, query.q, query.currency, meta, live]);
  useEffect(() => {
    let timer = null;
    const ending = onRecord(meta.id, () => {
      clearTimeout(timer);
      timer = setTimeout(() => setLive(n => n + 1), 600);
    });
    return () => {
      clearTimeout(timer);
      ending();
    };
  }, [meta]);
  const graph = data && data.by && arrange(meta, data.rows, data.by, data.split, data.measure);
  const label = (known.find(k => k.key === measure) || { label: measure }).label;
  const target = (r, s) => ({ filter: allRsql([], meta, filter, r && drillRsql(meta, data.by, r.value), s && data.split && drillRsql(meta, data.split, s.value), data.all.length > 1 && `${currency}==${data.shown}`), filterTitle: [r && r.label, s && data.split && s.name, data.all.length > 1 && data.shown].filter(Boolean).join(' · '), q: query.q });
  const drill = (r, s) => href('/r/' + meta.id, target(r, s));
  const show = saved => update({ by: (saved.groupBy || '').split(',')[0] || undefined, split: (saved.groupBy || '').split(',')[1], measure: (saved.measures || '').split('|')[0] || undefined, chart: saved.columns || undefined, f: undefined, preset: undefined, filter: saved.filter || undefined, filterTitle: saved.filter ? saved.name : undefined });
  return html`<div class="page"><${ViewHead} meta=${meta} view="graph" />
    <${Toolbar} ...${toolbar} />
    <div class="toolbar wrap view-choices"><${Choice} label=${t('graph.by')} current=${by} choices=${all} set=${v => update({ by: v })} /><${Choice} label=${t('graph.split')} current=${split} choices=${all.filter(d => d.key !== by)} set=${v => update({ split: v || undefined })} none=${t('group.none')} /><${Choice} label=${t('pivot.measure')} current=${measure} choices=${known} set=${v => update({ measure: v })} /><${Currency} found=${data} field=${field} set=${c => update({ currency: c })} /><span class="grow"></span>
      <span class="segmented" role="group" aria-label=${t('pivot.form')}>${KINDS.map(([k, icon]) => html`<button type="button" aria-pressed=${String(kind === k)} aria-label=${t('graph.kind.' + k)} title=${t('graph.kind.' + k)} onClick=${() => update({ chart: k === (view.kind || 'bar') ? undefined : k })}><${Icon} name=${icon} /></button>`)}</span>
      <${SavedSets} meta=${meta} kind="GRAPH" state=${{ filter: filter || null, groupBy: [by, split].filter(Boolean).join(','), measures: measure, columns: kind }} show=${show} /></div>
    ${error && !graph ? html`<${Failed} error=${error} retry=${reload} />` : !data ? html`<div class="page-body"><${Skeleton} lines=${7} /></div>`
    : !graph || !graph.rows.length ? html`<${Empty} icon="chart-column" title=${t(filter || query.q ? 'list.noMatch' : 'list.empty', { name: meta.title })} text=${filter || query.q ? t('list.noMatchText') : undefined} />`
    : kind === 'table' ? html`<${Figures} meta=${meta} graph=${graph} by=${data.by} split=${data.split} measure=${data.measure} label=${label} drill=${drill} currency=${data.shown} />`
    : html`<div class="page-body chart-page"><${Chart} kind=${kind} label=${`${meta.title}: ${label}`} stack=${kind === 'bar' || kind === 'hbar'} categories=${graph.rows.map(r => r.label)} hrefs=${graph.rows.map(r => drill(r))}
        series=${kind === 'pie' || !data.split ? [{ name: label, values: graph.rows.map(r => r.total) }] : graph.series.map(s => ({ name: s.name, values: graph.rows.map(r => r.cells[s.key] || 0) }))}
        format=${v => measureText(meta, data.measure, v, true, data.shown)} onPick=${(i, s) => go('/r/' + meta.id, target(graph.rows[i], kind !== 'pie' && data.split ? graph.series[s] : null))} />
        ${graph.hidden > 0 && html`<p class="hint">${t('graph.hidden', { n: graph.hidden })}</p>`}</div>`}</div>`;
}
