// Analysis: a table of groups by groups with sums, or the same as a chart; a cell leads to its records.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { homeCurrency, number, short } from '../sdk/format.js';
import { go, setQuery } from '../sdk/router.js';
import { Button, Empty, Failed, Icon, Skeleton } from '../sdk/components/basic.js';
import { Menu } from '../sdk/components/overlay.js';
import { Chart } from '../widgets/chart.js';
import { allRsql, fromText, groupRsql, toText } from './filters.js';
import { ViewHead } from './head.js';
import { Toolbar } from './list/toolbar.js';
import { option, refLabel } from './values.js';

const keyOf = v => v === null || v === undefined ? '' : typeof v === 'object' ? String(v.id) : String(v);

function dimensions(meta) {
  return meta.fields.filter(f => ['ref', 'enum', 'boolean'].includes(f.type) && !['historic', 'historicState'].includes(f.name)).map(f => ({ key: f.name, label: f.label }))
    .concat(meta.fields.filter(f => f.type === 'date').flatMap(f => ['month', 'quarter', 'year'].map(b => ({ key: `${f.name}:${b}`, label: `${f.label} (${t('bucket.' + b)})` }))));
}

function measures(meta) {
  return [{ key: 'count', label: t('pivot.count') }, ...meta.fields.filter(f => f.type === 'decimal' && f.aggregate).map(f => ({ key: `${f.aggregate}(${f.name})`, label: f.label }))];
}

/** A group's value in words. */
export function groupLabel(meta, key, value) {
  const field = meta.byName[key.split(':')[0]];
  if (value === null || value === undefined || value === '') return t('list.none');
  if (field.type === 'ref') return refLabel(value);
  if (field.type === 'enum') return (option(field, value) || { label: value }).label;
  if (field.type === 'boolean') return t(value ? 'value.yes' : 'value.no');
  return String(value);
}

/** The analysis of a model. */
export function Pivot({ meta, query }) {
  const view = meta.views.pivot;
  const [row, column] = [query.rows || view.rows[0], query.columns === undefined ? view.columns[0] || '' : query.columns];
  const measure = query.measure || view.measures[0];
  const form = query.form || 'table';
  const conditions = useMemo(() => fromText(query.f), [query.f]);
  const preset = (meta.views.list.filters || []).find(p => p.id === query.preset);
  const filter = allRsql(conditions, meta, preset && preset.filter, query.filter);
  const [data, setData] = useState(null);
  const [error, setError] = useState(null);
  const [mixed, setMixed] = useState(false);
  const all = dimensions(meta);
  const known = measures(meta);
  const by = [row, column].filter((k, i, l) => k && l.indexOf(k) === i).join(',');
  const amount = meta.byName[(/\((\w+)\)/.exec(measure) || [])[1]];
  const currency = amount && amount.currencyField;
  const load = () => api.get(meta.path + '/groups', { by: [by, currency].filter(Boolean).join(',') || undefined, measures: measure === 'count' ? 'count' : 'count,' + measure, filter, q: query.q }).then(a => { setData(currency ? a.rows.filter(r => r[currency] === homeCurrency()) : a.rows); setMixed(currency && new Set(a.rows.map(r => r[currency])).size > 1); setError(null); }, setError);
  useEffect(() => { load(); }, [by, measure, filter, query.q]);
  const update = part => setQuery({ ...query, view: 'pivot', ...part });
  const grid = useMemo(() => {
    if (!data) return null;
    const rows = new Map();
    const columns = new Map();
    for (const r of data) {
      const rk = keyOf(r[row]);
      const ck = column ? keyOf(r[column]) : '';
      if (!rows.has(rk)) rows.set(rk, { key: rk, value: r[row], label: groupLabel(meta, row, r[row]), total: 0, cells: {} });
      if (!columns.has(ck)) columns.set(ck, { key: ck, value: column ? r[column] : null, label: column ? groupLabel(meta, column, r[column]) : t('pivot.total'), total: 0 });
      const value = Number(r[measure]) || 0;
      rows.get(rk).cells[ck] = (rows.get(rk).cells[ck] || 0) + value;
      rows.get(rk).total += value;
      columns.get(ck).total += value;
    }
    const list = [...rows.values()].sort((a, b) => /:/.test(row) ? a.key.localeCompare(b.key) : b.total - a.total);
    return { rows: list, columns: [...columns.values()].sort((a, b) => a.key.localeCompare(b.key, undefined, { numeric: true })), total: list.reduce((s, r) => s + r.total, 0) };
  }, [data]);
  const show = v => v === undefined ? '' : number(v, measure === 'count' ? 0 : 2, measure === 'count' ? 0 : 2);
  const drill = (r, c) => go('/r/' + meta.id, { filter: allRsql([], meta, filter, r && groupRsql(row, r.value), c && column && groupRsql(column, c.value)), filterTitle: [r && r.label, c && column && c.label].filter(Boolean).join(' · '), q: query.q });
  const menu = (label, current, choices, set, none) => html`<${Menu} label=${label} button=${p => html`<button type="button" class="button" ...${p}><span class="muted">${label}</span> ${(choices.find(c => c.key === current) || { label: t('group.none') }).label}<${Icon} name="chevron-down" size="13px" /></button>`}
    items=${[...(none ? [{ label: t('group.none'), checked: !current, run: () => set('') }] : []), ...choices.map(c => ({ label: c.label, checked: c.key === current, run: () => set(c.key) }))]} />`;
  const shownColumns = grid ? grid.columns.slice(0, 60) : [];
  return html`<div class="page"><${ViewHead} meta=${meta} view="pivot" />
    <${Toolbar} meta=${meta} query=${query} conditions=${conditions} update=${update} setConditions=${list => update({ f: toText(list) })} columns=${[]} setColumns=${() => 0} group=${null} phone bare />
    <div class="toolbar wrap">${menu(t('pivot.rows'), row, all, v => update({ rows: v }))}<${Button} kind="ghost" icon="arrow-up-down" label=${t('pivot.swap')} disabled=${!column} onClick=${() => update({ rows: column, columns: row })} />${menu(t('pivot.columns'), column, all, v => update({ columns: v }), true)}${menu(t('pivot.measure'), measure, known, v => update({ measure: v }))}${mixed && html`<span class="hint">${t('board.homeOnly')} (${homeCurrency()})</span>`}<span class="grow"></span>
      <span class="segmented" role="group" aria-label=${t('pivot.form')}>${[['table', 'table-2'], ['bar', 'chart-column'], ['line', 'chart-line'], ['pie', 'chart-pie']].map(([f, icon]) => html`<button type="button" aria-pressed=${String(form === f)} aria-label=${t('pivot.form.' + f)} title=${t('pivot.form.' + f)} onClick=${() => update({ form: f === 'table' ? undefined : f })}><${Icon} name=${icon} /></button>`)}</span></div>
    ${error ? html`<${Failed} error=${error} retry=${load} />` : !grid ? html`<div class="page-body"><${Skeleton} lines=${6} /></div>` : !grid.rows.length ? html`<${Empty} icon="chart-column" title=${t('list.noMatch')} />`
    : form !== 'table' ? html`<div class="page-body chart-page"><${Chart} kind=${form} label=${meta.title} categories=${grid.rows.slice(0, 30).map(r => r.label)} series=${form === 'pie' || !column ? [{ name: (known.find(k => k.key === measure) || {}).label, values: grid.rows.slice(0, 30).map(r => r.total) }] : shownColumns.slice(0, 12).map(c => ({ name: c.label, values: grid.rows.slice(0, 30).map(r => r.cells[c.key] || 0) }))} stack=${form === 'bar'} format=${v => measure === 'count' ? number(v, 0) : short(v)} onPick=${i => drill(grid.rows[i])} /></div>`
    : html`<div class="pivot" tabindex="0" role="region" aria-label=${meta.title}><table><thead><tr><th scope="col">${(all.find(d => d.key === row) || {}).label}</th>${column ? shownColumns.map(c => html`<th scope="col" class="num">${c.label}</th>`) : null}<th scope="col" class="num">${t('pivot.total')}</th></tr></thead>
      <tbody>${grid.rows.map(r => html`<tr key=${r.key}><th scope="row"><button type="button" class="ellipsis" onClick=${() => drill(r)}>${r.label}</button></th>${column ? shownColumns.map(c => html`<td class="num">${r.cells[c.key] !== undefined ? html`<button type="button" onClick=${() => drill(r, c)}>${show(r.cells[c.key])}</button>` : null}</td>`) : null}<td class="num"><b>${show(r.total)}</b></td></tr>`)}</tbody>
      <tfoot><tr><th scope="row">${t('pivot.total')}</th>${column ? shownColumns.map(c => html`<td class="num"><b>${show(c.total)}</b></td>`) : null}<td class="num"><b>${show(grid.total)}</b></td></tr></tfoot></table></div>`}</div>`;
}
