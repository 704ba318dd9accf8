// The list: query in the address, rows in windows, groups with sums, selection and what can be done with it.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { has, t } from '../../sdk/i18n.js';
import { go, setQuery } from '../../sdk/router.js';
import { Button, Empty, Failed } from '../../sdk/components/basic.js';
import { onRecord } from '../../shell/events.js';
import { allRsql, fromText, groupRsql, toText } from '../filters.js';
import { byCurrency } from '../sums.js';
import { inWhat, option, refLabel } from '../values.js';
import { usePhone } from '../../sdk/phone.js';
import { ViewHead } from '../head.js';
import { BulkBar } from './bulk.js';
import { chosenColumns } from './columns.js';
import { PhoneList, phoneFields } from './phone-list.js';
import { Source } from './source.js';
import { Table } from './table.js';
import { Toolbar } from './toolbar.js';
import { exportItems } from './export.js';

function readSort(text) {
  const first = (text || '').split(',')[0];
  return { name: first.replace(/^-/, ''), down: first.startsWith('-') };
}

/** The list of a model. */
export function ListView({ meta, query }) {
  const phone = usePhone();
  const [columns, setColumns] = useState(() => chosenColumns(meta));
  const [, redraw] = useState(0);
  const [selected, setSelected] = useState(new Set());
  const [grouped, setGrouped] = useState(null);
  const [groupError, setGroupError] = useState(null);
  const [opened, setOpened] = useState(new Set());
  const [footer, setFooter] = useState(null);
  const [editable, setEditable] = useState(false);
  const tick = useRef(null);
  const sources = useRef(new Map());
  const conditions = useMemo(() => fromText(query.f), [query.f]);
  const preset = (meta.views.list.filters || []).find(p => p.id === query.preset);
  const rsql = allRsql(conditions, meta, preset && preset.filter, query.filter);
  const group = query.group && meta.byName[query.group.split(':')[0]] ? query.group : null;
  const sort = query.sort || meta.sort;
  const sums = (meta.views.list.sums || []).filter(n => meta.byName[n]);
  const wanted = [...new Set(['id', 'version', ...(phone ? phoneFields(meta) : columns), meta.label, ...(phone ? phoneFields(meta) : columns).flatMap(n => [meta.byName[n].currencyField, meta.byName[n].unitField]).filter(Boolean)])].filter(n => meta.byName[n] || n === 'id' || n === 'version').join(',');
  const key = [meta.path, rsql, query.q, sort, wanted, group].join('\u0001');
  const update = part => setQuery({ ...query, ...part });

  const open = useMemo(() => {
    sources.current.forEach(s => s.close());
    sources.current = new Map();
    return new Map();
  }, [key]);
  const sourceOf = g => {
    const id = g.heading ? g.key : '';
    let source = sources.current.get(id);
    if (!source) {
      const filter = g.heading ? allRsql(conditions, meta, preset && preset.filter, query.filter, groupRsql(group, g.value)) : rsql;
      let told = '';
      // Rows that come while one scrolls concern the table alone; a new total or an error concerns the page.
      source = new Source(meta.path, { filter, q: query.q, sort, fields: wanted }, s => {
        const now = s.total + '|' + (s.error ? s.error.message : '');
        if (now === told && tick.current) return tick.current();
        told = now;
        return redraw(n => n + 1);
      });
      sources.current.set(id, source);
      source.want(0, 0);
    }
    return source;
  };
  useEffect(() => setSelected(new Set()), [rsql, query.q]);
  const measure = ['count', ...sums.map(n => `sum(${n})`)].join(',');
  const currencies = [...new Set(sums.map(n => inWhat(meta.byName[n])).filter(Boolean))];
  const totals = () => {
    if (sums.length) api.get(meta.path + '/groups', { by: currencies.join(',') || undefined, measures: measure, filter: rsql, q: query.q }).then(a => setFooter(a.rows), () => setFooter(null));
    if (!group) return setGrouped(null);
    return api.get(meta.path + '/groups', { by: [group, ...currencies].join(','), measures: measure, filter: rsql, q: query.q }).then(a => { setGroupError(null); setGrouped(fold(a.rows)); }, setGroupError);
  };
  useEffect(() => {
    setFooter(null);
    totals();
  }, [rsql, query.q, group, meta]);
  useEffect(() => {
    let timer = null;
    const ending = onRecord(meta.id, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        sources.current.forEach(s => s.refresh(0, 99));
        totals();
      }, 250);
    });
    return () => {
      clearTimeout(timer);
      ending();
    };
  }, [key]);
  useEffect(() => () => sources.current.forEach(s => s.close()), []);

  function fold(rows) {
    const field = meta.byName[group.split(':')[0]];
    const order = field.options ? field.options.map(o => o.value) : null;
    const byKey = new Map();
    for (const row of rows) {
      const value = row[group];
      const id = String(value && typeof value === 'object' ? value.id : value);
      if (!byKey.has(id)) byKey.set(id, { heading: true, key: id, value, count: 0, rows: [], title: title(field, value) });
      const g = byKey.get(id);
      g.count += row.count;
      g.rows.push(row);
    }
    const list = [...byKey.values()];
    if (order) list.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
    return list;
  }
  function title(field, value) {
    if (value === null || value === undefined || value === '') return t('list.none');
    if (field.type === 'ref') return refLabel(value);
    if (field.type === 'boolean') return `${field.label}: ${t(value ? 'value.yes' : 'value.no')}`;
    return field.type === 'enum' ? (option(field, value) || { label: value }).label : String(value);
  }

  const sumOf = (name, rows) => ({ field: meta.byName[name], label: meta.byName[name].label, sums: byCurrency(meta.byName[name], rows, `sum(${name})`) });
  const plan = group ? (grouped || []).map(g => ({ ...g, open: opened.has(group + g.key) || opened.size === 0 && grouped[0].key === g.key, sums: sums.map(n => sumOf(n, g.rows)) })) : [{ key: '' }];
  const toggle = g => setOpened(() => {
    const next = opened.size === 0 && grouped ? new Set([group + grouped[0].key]) : new Set(opened);
    if (next.has(group + g.key)) next.delete(group + g.key); else next.add(group + g.key);
    next.add('touched');
    return next;
  });
  const main = group ? null : sourceOf(plan[0]);
  const total = group ? grouped && grouped.reduce((n, g) => n + g.count, 0) : main.total;
  const error = groupError || [...sources.current.values()].map(s => s.error).find(Boolean);
  const select = (ids, on) => setSelected(before => {
    if (!ids) return new Set();
    const next = new Set(before);
    ids.forEach(id => on ? next.add(id) : next.delete(id));
    return next;
  });
  const openRow = (row, aside) => {
    const path = `/r/${meta.id}/${row.id}`;
    sessionStorage.setItem('ashlar.pager', JSON.stringify({ model: meta.id, path: meta.path, filter: rsql, q: query.q, sort }));
    if (aside) window.open('/app' + path, '_blank', 'noopener');
    else go(path);
  };
  useEffect(() => {
    const keys = e => {
      if (e.key === 'n' && !e.ctrlKey && !e.metaKey && !e.altKey && meta.create && !/input|textarea|select/i.test(e.target.tagName) && !document.querySelector('dialog[open]')) {
        e.preventDefault();
        go(`/r/${meta.id}/new`);
      }
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [meta]);
  const conditional = conditions.length > 0 || query.q || preset || query.filter;
  const foot = footer && sums.some(n => columns.includes(n)) && total > 0 ? { label: t('list.sum'), pick: (name, currency) => update({ f: toText([...conditions.filter(c => c.field !== inWhat(meta.byName[name])), { field: inWhat(meta.byName[name]), op: 'is', value: currency }]) }), ...Object.fromEntries(sums.map(n => [n, sumOf(n, footer)])) } : null;
  const props = { meta, columns, groups: plan, rowSource: sourceOf, selection: selected, onSelect: select, onToggle: toggle, revision: open.size };
  return html`<div class="page"><${ViewHead} meta=${meta} total=${total} more=${[
      meta.update && !phone && { label: t('edit.mode'), icon: 'pencil', checked: editable, run: () => setEditable(!editable) },
      ...exportItems(meta, columns, { filter: rsql, q: query.q, sort }),
      meta.create && { label: t('nav.import'), icon: 'upload', run: () => go('/import', { model: meta.id }) }].filter(Boolean)} />
    <${Toolbar} meta=${meta} query=${query} conditions=${conditions} update=${update} setConditions=${list => update({ f: toText(list) })} columns=${columns} setColumns=${setColumns} group=${group} phone=${phone} />
    ${(meta.views.list.filters || []).length > 0 && html`<div class="quick" role="group" aria-label=${t('list.quick')}>${meta.views.list.filters.map(p => html`<button type="button" aria-pressed=${String(query.preset === p.id)} onClick=${() => update({ preset: query.preset === p.id ? undefined : p.id })}>${p.title || (has('preset.' + p.id) ? t('preset.' + p.id) : p.id)}</button>`)}</div>`}
    ${error && !total ? html`<${Failed} error=${error} retry=${() => { sources.current.forEach(s => s.refresh(0, 99)); totals(); }} />`
    : total === 0 ? html`<${Empty} icon=${conditional ? 'search' : meta.views.icon || 'inbox'} title=${t(conditional ? 'list.noMatch' : 'list.empty', { name: meta.title })} text=${t(conditional ? 'list.noMatchText' : 'list.emptyText')}>
        ${conditional ? html`<${Button} onClick=${() => setQuery({ view: query.view, group: query.group })}>${t('list.clear')}<//>` : meta.create && html`<${Button} kind="primary" icon="plus" onClick=${() => go(`/r/${meta.id}/new`)}>${t('action.new')}<//>`}<//>`
    : phone ? html`<${PhoneList} ...${props} />`
    : html`<${Table} ...${props} sort=${readSort(sort)} onSort=${name => update({ sort: readSort(sort).name === name && !readSort(sort).down ? '-' + name : name })} open=${openRow} footer=${foot} edit=${{ on: editable, set: setEditable }} tick=${tick} />`}
    ${selected.size > 0 && html`<${BulkBar} meta=${meta} ids=${[...selected]} clear=${() => setSelected(new Set())} columns=${columns} done=${() => { sources.current.forEach(s => s.refresh(0, 99)); totals(); }} />`}
  </div>`;
}

