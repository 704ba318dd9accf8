// Analysis: a cross table of groups with subtotals, arranged, saved and shared by its users; a figure leads to its records.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api, may } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { href } from '../sdk/router.js';
import { Button, Empty, Failed, Icon, Skeleton } from '../sdk/components/basic.js';
import { Menu, toast } from '../sdk/components/overlay.js';
import { useAsk } from '../sdk/ask.js';
import { onRecord } from '../shell/events.js';
import { allRsql } from './filters.js';
import { Currency, SavedSets } from './graph-controls.js';
import { dimensions, drillRsql, measured, measures as measuresOf, measureText, ownCurrency, useFilter } from './graph-groups.js';
import { ViewHead } from './head.js';
import { inWhat } from './values.js';
import { Toolbar } from './list/toolbar.js';
import { grid, headLines, levels, visible } from './pivot-grid.js';
import { savePivot } from './pivot-csv.js';

const ROWS = 3;
const COLUMNS = 2;
const MEASURES = 4;
const MOST_COLUMNS = 60;
const MOST_ROWS = 600;

/** Some of many choices in order: each can be exchanged or taken away, more be added. */
function Several({ label, list, choices, set, most, least = 0 }) {
  const free = choices.filter(c => !list.includes(c.key));
  const name = key => (choices.find(c => c.key === key) || { label: key }).label;
  return html`<span class="several" role="group" aria-label=${label}><span class="muted">${label}</span>
    ${list.map((key, i) => html`<${Menu} key=${key} label=${label} button=${p => html`<button type="button" class="button choice" aria-label=${`${label}: ${name(key)}`} ...${p}><span class="ellipsis">${name(key)}</span><${Icon} name="chevron-down" size="13px" /></button>`}
      items=${[list.length > least && { label: t('action.delete'), icon: 'x', run: () => set(list.filter(k => k !== key)) }, i > 0 && { label: t('pivot.first'), icon: 'arrow-left', run: () => set([key, ...list.filter(k => k !== key)]) }, (list.length > least || i > 0) && '-', ...free.map(c => ({ label: c.label, run: () => set(list.map(k => k === key ? c.key : k)) }))]} />`)}
    ${list.length < most && free.length > 0 && html`<${Menu} label=${t('pivot.add', { name: label })} button=${p => html`<${Button} kind="ghost" icon="plus" label=${t('pivot.add', { name: label })} ...${p} />`} items=${free.map(c => ({ label: c.label, run: () => set([...list, c.key]) }))} />`}</span>`;
}

/** The analysis of a model. */
export function Pivot({ meta, query }) {
  const view = meta.views.pivot;
  const all = dimensions(meta);
  const known = measuresOf(meta);
  const among = (text, otherwise, choices, most) => (text === undefined ? otherwise : text.split(',')).filter(k => choices.some(c => c.key === k)).slice(0, most);
  const rows = among(query.rows, view.rows, all, ROWS);
  const columns = among(query.columns, view.columns, all, COLUMNS).filter(k => !rows.includes(k));
  const asked = among(query.measures || query.measure, view.measures, known, MEASURES);
  const measures = asked.length ? asked : ['count'];
  const { filter, update, toolbar } = useFilter(meta, query, 'pivot');
  const [closed, setClosed] = useState(new Set());
  const [live, setLive] = useState(0);
  const unitOf = measures.map(m => measured(meta, m)).find(inWhat);
  const currency = inWhat(unitOf);
  const key = [rows, columns, measures].map(l => l.join()).join('|');
  const { data, error, reload } = useAsk(async signal => {
    const answers = await Promise.all(levels(rows, columns, measures).map(([down, over]) => api.get(meta.path + '/groups', { by: [...down, ...over, currency].filter((k, i, l) => k && l.indexOf(k) === i).join(',') || undefined, measures: [...new Set(['count', ...measures])].join(','), filter, q: query.q }, { signal })));
    const own = answers.map(a => ownCurrency(a.rows, currency, query.currency));
    return { rows, columns, measures, shown: own[0].shown, all: own[0].all, table: grid(meta, rows, columns, measures, own.map(o => o.rows)) };
  }, [key, filter, query.q, query.currency, meta, live]);
  useEffect(() => {
    let timer = null;
    const ending = onRecord(meta.id, () => {
      clearTimeout(timer);
      timer = setTimeout(() => setLive(n => n + 1), 800);
    });
    return () => {
      clearTimeout(timer);
      ending();
    };
  }, [meta]);
  const nodes = useMemo(() => data && visible(data.table.root, closed), [data, closed]);
  const drill = (...conditions) => href('/r/' + meta.id, { filter: allRsql([], meta, filter, ...conditions.flat().map(([k, v]) => drillRsql(meta, k, v)), data.all.length > 1 && `${currency}==${data.shown}`), filterTitle: [...conditions.flat().map(([k, v]) => labelOf(k, v)), data.all.length > 1 && data.shown].filter(Boolean).join(' · ') || meta.title, q: query.q });
  const labelOf = (k, v) => { const text = data && [...data.table.columns.flatMap(c => c.conditions.map((x, i) => [x, c.labels[i]])), ...visible(data.table.root, new Set()).map(n => [n.conditions[n.conditions.length - 1], n.label])].find(([x]) => x[0] === k && x[1] === v); return text ? text[1] : ''; };
  const toggle = node => setClosed(() => {
    const next = new Set(closed);
    if (next.has(node.key)) next.delete(node.key);
    else next.add(node.key);
    return next;
  });
  const label = k => (all.find(d => d.key === k) || known.find(m => m.key === k) || { label: k }).label;
  const show = saved => update({ rows: saved.groupBy || '', columns: saved.columns || '', measures: saved.measures || undefined, measure: undefined, f: undefined, preset: undefined, filter: saved.filter || undefined, filterTitle: saved.filter ? saved.name : undefined });
  const save = kind => savePivot(kind, [meta.title, data.all.length > 1 && data.shown].filter(Boolean).join(' '), data.table, data.rows.map(label), data.measures.map(m => ({ key: m, label: label(m) })), t('pivot.total')).catch(e => toast(e.message, { bad: true }));
  const empty = data && !nodes.length && !Object.values(data.table.root.total).some(Boolean);
  const figures = (node, cells, conditions) => data.measures.map(m => html`<td class="num">${cells && cells[m] !== undefined ? html`<a href=${drill(node.conditions, conditions)}>${measureText(meta, m, cells[m], false, data.shown)}</a>` : null}</td>`);
  const table = () => {
    const across = data.table.columns.slice(0, MOST_COLUMNS);
    const many = data.measures.length;
    const lines = headLines(across, data.columns.length);
    const heads = lines.length + (many > 1 || !lines.length ? 1 : 0);
    return html`<div class="pivot" tabindex="0" role="region" aria-label=${meta.title}><table><thead>${lines.map((line, i) => html`<tr>${i === 0 && html`<th scope="col" rowspan=${heads}>${data.rows.map(label).join(' / ') || t('pivot.total')}</th>`}${line.map(h => html`<th scope=${h.span * many > 1 ? 'colgroup' : 'col'} class=${h.span * many > 1 ? 'span data' : 'num data'} colspan=${h.span * many}>${h.label}</th>`)}${i === 0 && html`<th scope=${many > 1 ? 'colgroup' : 'col'} class=${many > 1 ? 'span' : 'num'} colspan=${many} rowspan=${lines.length}>${t('pivot.total')}</th>`}</tr>`)}
      ${(many > 1 || !lines.length) && html`<tr>${!lines.length && html`<th scope="col">${data.rows.map(label).join(' / ') || t('pivot.total')}</th>`}${[...across, null].map(() => data.measures.map(m => html`<th scope="col" class="num">${label(m)}</th>`))}</tr>`}</thead>
      <tbody>${nodes.slice(0, MOST_ROWS).map(n => html`<tr key=${n.key} class=${n.list.length ? 'subtotal' : ''}><th scope="row" class="data"><span class="tree-cell" style=${{ '--depth': n.depth - 1 }}>${data.rows.length > 1 && (n.list.length ? html`<button type="button" class="mini" aria-expanded=${String(!closed.has(n.key))} aria-label=${n.label} onClick=${() => toggle(n)}><${Icon} name=${closed.has(n.key) ? 'chevron-right' : 'chevron-down'} size="14px" /></button>` : html`<span class="mini"></span>`)}<a class="ellipsis" href=${drill(n.conditions)}>${n.label}</a></span></th>${across.map(c => figures(n, n.cells[c.key], c.conditions))}${figures(n, n.total, [])}</tr>`)}</tbody>
      <tfoot><tr><th scope="row">${t('pivot.total')}</th>${across.map(c => figures(data.table.root, data.table.root.cells[c.key], c.conditions))}${figures(data.table.root, data.table.root.total, [])}</tr></tfoot></table></div>
      ${(nodes.length > MOST_ROWS || data.table.columns.length > MOST_COLUMNS) && html`<p class="hint pad">${t('pivot.cut', { rows: MOST_ROWS, columns: MOST_COLUMNS })}</p>`}`;
  };
  return html`<div class="page"><${ViewHead} meta=${meta} view="pivot" />
    <${Toolbar} ...${toolbar} />
    <div class="toolbar wrap view-choices"><${Several} label=${t('pivot.rows')} list=${rows} choices=${all.filter(d => !columns.includes(d.key))} set=${l => update({ rows: l.join(',') })} most=${ROWS} /><${Button} kind="ghost pivot-swap" icon="arrow-up-down" label=${t('pivot.swap')} disabled=${!columns.length || rows.length > COLUMNS} onClick=${() => update({ rows: columns.join(','), columns: rows.join(',') })} />
      <${Several} label=${t('pivot.columns')} list=${columns} choices=${all.filter(d => !rows.includes(d.key))} set=${l => update({ columns: l.join(',') })} most=${COLUMNS} /><${Several} label=${t('pivot.measure')} list=${measures} choices=${known} set=${l => update({ measures: l.join(','), measure: undefined })} most=${MEASURES} least=${1} />
      <${Currency} found=${data} field=${unitOf} set=${c => update({ currency: c })} /><span class="grow"></span>
      <${Menu} label=${t('list.export')} align="end" button=${p => html`<${Button} kind="ghost" icon="download" label=${t('list.export')} disabled=${!data || empty} ...${p} />`} items=${['CSV', ...(may('transfer.export.run') ? ['XLSX'] : [])].map(kind => ({ label: t('list.exportAs', { kind }), icon: 'download', run: () => save(kind) }))} />
      <${SavedSets} meta=${meta} kind="PIVOT" state=${{ filter: filter || null, groupBy: rows.join(','), columns: columns.join(',') || null, measures: measures.join(',') }} show=${show} /></div>
    ${error && !data ? html`<${Failed} error=${error} retry=${reload} />` : !data ? html`<div class="page-body"><${Skeleton} lines=${6} /></div>`
    : empty ? html`<${Empty} icon="table-2" title=${t(filter || query.q ? 'list.noMatch' : 'list.empty', { name: meta.title })} text=${filter || query.q ? t('list.noMatchText') : undefined} />` : table()}</div>`;
}
