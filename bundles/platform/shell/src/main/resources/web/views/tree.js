// The tree: records below the record that they name, a level read when it is opened, with sums of all that lies below.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { money, number } from '../sdk/format.js';
import { go, href } from '../sdk/router.js';
import { usePhone } from '../sdk/phone.js';
import { Button, Empty, Failed, Icon, Skeleton } from '../sdk/components/basic.js';
import { onRecord } from '../shell/events.js';
import { meta as metaOf } from '../shell/boot.js';
import { allRsql } from './filters.js';
import { useFilter } from './graph-groups.js';
import { ViewHead } from './head.js';
import { Toolbar } from './list/toolbar.js';
import { totals } from './tree-sums.js';
import { numeric, refLabel, textOf, Value } from './values.js';

const PAGE = 200;
const ROOT = 'root';

/** Rows to show: what is open below what is open. */
function flatten(levels, open, parent = ROOT, depth = 1, out = []) {
  const level = levels[parent];
  if (!level) {
    out.push({ waiting: true, key: 'wait' + parent, depth });
    return out;
  }
  level.rows.forEach((row, i) => {
    out.push({ row, depth, key: row.id, parent, at: i + 1, of: level.total });
    if (open.has(row.id)) flatten(levels, open, row.id, depth + 1, out);
  });
  if (level.total > level.rows.length) out.push({ more: parent, left: level.total - level.rows.length, key: 'more' + parent, depth });
  return out;
}

/** The view of a model. */
export function Tree({ meta, query }) {
  const tree = meta.views.tree;
  const phone = usePhone();
  const { filter, toolbar } = useFilter(meta, query, 'tree');
  const flat = Boolean(filter || query.q);
  const columns = (tree.columns || []).filter(n => meta.byName[n] && n !== meta.label).slice(0, phone ? 1 : 6);
  const sums = tree.sums || [];
  const fields = ['id', meta.label, tree.parent, ...columns, ...columns.flatMap(n => [meta.byName[n].currencyField, meta.byName[n].unitField]).filter(Boolean)].join(',');
  const [levels, setLevels] = useState({});
  const [open, setOpen] = useState(new Set());
  const [kids, setKids] = useState({});
  const [error, setError] = useState(null);
  const [figures, setFigures] = useState({});
  const [cursor, setCursor] = useState(null);
  const box = useRef();
  const opened = useRef(open);
  opened.current = open;

  const read = async (parent, offset = 0) => {
    const own = flat ? allRsql([], meta, filter) : parent === ROOT ? `${tree.parent}=null=true` : `${tree.parent}==${parent}`;
    const page = await api.get(meta.path, { filter: own, q: flat ? query.q : undefined, fields, sort: meta.sort, offset, limit: PAGE, count: true });
    const ids = page.rows.map(r => r.id);
    const below = ids.length && !flat ? (await api.get(meta.path + '/groups', { by: tree.parent, measures: 'count', filter: `${tree.parent}=in=(${ids.join(',')})` })).rows : [];
    setKids(k => ({ ...k, ...Object.fromEntries(ids.map(id => [id, 0])), ...Object.fromEntries(below.map(r => [r[tree.parent].id, r.count])) }));
    setLevels(l => ({ ...l, [parent]: { rows: offset ? [...l[parent].rows, ...page.rows] : page.rows, total: page.total } }));
  };
  const load = async () => {
    try {
      await Promise.all([ROOT, ...(flat ? [] : opened.current)].map(id => read(id)));
      setError(null);
    } catch (e) {
      setError(e);
    }
  };
  const add = () => sums.forEach(s => totals(meta, tree, s, metaOf).then(f => setFigures(all => ({ ...all, [s.id]: f })), () => 0));
  useEffect(() => {
    setLevels({});
    load();
  }, [meta, filter, query.q]);
  useEffect(() => { add(); }, [meta]);
  useEffect(() => {
    let timer = null;
    const ending = onRecord(meta.id, () => {
      clearTimeout(timer);
      timer = setTimeout(() => { load(); add(); }, 400);
    });
    return () => {
      clearTimeout(timer);
      ending();
    };
  }, [meta, filter, query.q]);
  const toggle = id => {
    const next = new Set(open);
    if (next.has(id)) next.delete(id);
    else {
      next.add(id);
      if (!levels[id]) read(id).catch(setError);
    }
    setOpen(next);
  };
  const openLevel = () => {
    const ids = Object.values(levels).flatMap(l => l.rows.map(r => r.id)).filter(id => kids[id] > 0);
    ids.filter(id => !levels[id]).forEach(id => read(id).catch(setError));
    setOpen(new Set(ids));
  };
  const addBelow = row => {
    sessionStorage.setItem('ashlar.copy', JSON.stringify({ model: meta.id, copy: { ...(meta.byName.active ? { active: true } : {}), [tree.parent]: { id: row.id, label: row[meta.label] } } }));
    go(`/r/${meta.id}/new`, { copy: '1' });
  };
  const list = levels[ROOT] ? flatten(levels, open) : [];
  const shown = list.filter(x => x.row);
  const current = shown.some(x => x.key === cursor) ? cursor : shown[0] && shown[0].key;
  const focus = key => {
    setCursor(key);
    requestAnimationFrame(() => {
      const row = box.current && box.current.querySelector(`[data-node="${key}"]`);
      if (row) row.focus();
    });
  };
  const keys = x => e => {
    if (e.target !== e.currentTarget) return;
    const at = shown.findIndex(s => s.key === x.key);
    const to = { ArrowDown: shown[at + 1], ArrowUp: shown[at - 1], Home: shown[0], End: shown[shown.length - 1] }[e.key];
    if (to) focus(to.key);
    else if (e.key === 'ArrowRight' && kids[x.key] && !open.has(x.key)) toggle(x.key);
    else if (e.key === 'ArrowRight' && open.has(x.key) && levels[x.key] && levels[x.key].rows[0]) focus(levels[x.key].rows[0].id);
    else if (e.key === 'ArrowLeft' && open.has(x.key)) toggle(x.key);
    else if (e.key === 'ArrowLeft' && x.parent !== ROOT) focus(x.parent);
    else if (e.key === 'Enter') go(`/r/${meta.id}/${x.key}`);
    else return;
    e.preventDefault();
  };
  const figure = (s, id) => {
    const value = (figures[s.id] || {})[id];
    return value === undefined ? '' : s.type === 'money' ? money(value) : number(value, 2);
  };
  const total = levels[ROOT] && levels[ROOT].total;
  return html`<div class="page"><${ViewHead} meta=${meta} view="tree" total=${flat ? total : null} />
    <${Toolbar} ...${toolbar} />
    ${!flat && html`<div class="toolbar view-choices"><${Button} icon="chevrons-up-down" onClick=${openLevel}>${t('tree.open')}<//><${Button} disabled=${!open.size} onClick=${() => setOpen(new Set())}>${t('tree.close')}<//></div>`}
    ${error ? html`<${Failed} error=${error} retry=${load} />` : !levels[ROOT] ? html`<div class="page-body"><${Skeleton} lines=${8} /></div>`
    : !total ? html`<${Empty} icon=${flat ? 'search' : meta.views.icon || 'list-tree'} title=${t(flat ? 'list.noMatch' : 'list.empty', { name: meta.title })} text=${flat ? t('list.noMatchText') : t('list.emptyText')} />`
    : html`<div class="tree" ref=${box}><table role="treegrid" aria-label=${meta.title}><thead><tr role="row"><th role="columnheader" scope="col">${meta.byName[meta.label] ? meta.byName[meta.label].label : meta.title}</th>${columns.map(n => html`<th role="columnheader" scope="col" class=${numeric(meta.byName[n]) ? 'num' : ''}>${meta.byName[n].label}</th>`)}${sums.map(s => html`<th role="columnheader" scope="col" class="num">${s.title || s.id}</th>`)}</tr></thead>
      <tbody>${list.map(x => x.waiting ? html`<tr key=${x.key} role="row"><td role="gridcell" colspan=${1 + columns.length + sums.length}><div class="skeleton"></div></td></tr>`
      : x.more ? html`<tr key=${x.key} role="row"><td role="gridcell" colspan=${1 + columns.length + sums.length}><button type="button" class="link" onClick=${() => read(x.more, levels[x.more].rows.length).catch(setError)}>${t('board.more', { n: x.left })}</button></td></tr>`
      : html`<tr key=${x.key} role="row" data-node=${x.key} tabindex=${x.key === current ? 0 : -1} aria-level=${x.depth} aria-posinset=${x.at} aria-setsize=${x.of} aria-expanded=${kids[x.key] > 0 ? String(open.has(x.key)) : undefined} onKeyDown=${keys(x)} onFocus=${() => setCursor(x.key)}>
        <td role="gridcell"><span class="tree-cell" style=${{ '--depth': x.depth - 1 }}>${kids[x.key] > 0 ? html`<button type="button" class="mini" tabindex="-1" aria-label=${t(open.has(x.key) ? 'tree.closeOne' : 'tree.openOne', { name: textOf(meta.byName[meta.label], x.row[meta.label], x.row) })} onClick=${() => toggle(x.key)}><${Icon} name=${open.has(x.key) ? 'chevron-down' : 'chevron-right'} size="15px" /></button>` : html`<span class="mini"></span>`}<a class="ellipsis" tabindex="-1" href=${href(`/r/${meta.id}/${x.key}`)}>${textOf(meta.byName[meta.label], x.row[meta.label], x.row) || '#' + x.key}</a>${kids[x.key] > 0 && html`<span class="pill">${number(kids[x.key], 0)}</span>`}${flat && x.row[tree.parent] && html`<small class="muted ellipsis">${t('tree.below', { name: refLabel(x.row[tree.parent]) })}</small>`}
          ${meta.create && !phone && html`<button type="button" class="mini add" tabindex="-1" aria-label=${t('tree.add', { name: textOf(meta.byName[meta.label], x.row[meta.label], x.row) })} title=${t('tree.add', { name: textOf(meta.byName[meta.label], x.row[meta.label], x.row) })} onClick=${() => addBelow(x.row)}><${Icon} name="plus" size="14px" /></button>`}</span></td>
        ${columns.map(n => html`<td role="gridcell" class=${numeric(meta.byName[n]) ? 'num' : ''}><${Value} field=${meta.byName[n]} value=${x.row[n]} row=${x.row} /></td>`)}${sums.map(s => html`<td role="gridcell" class="num">${figure(s, x.key)}</td>`)}</tr>`)}</tbody></table></div>`}</div>`;
}
