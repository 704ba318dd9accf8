// The board: a column per state with count and sum, cards to drag or to move by keys, undone if the server refuses.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api, attempt } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { number } from '../sdk/format.js';
import { go, setQuery } from '../sdk/router.js';
import { Avatar, Badge, Button, Empty, Failed, Icon, Skeleton } from '../sdk/components/basic.js';
import { Menu, toast } from '../sdk/components/overlay.js';
import { usePhone } from '../sdk/phone.js';
import { onRecord } from '../shell/events.js';
import { allRsql, fromText, groupRsql, toText } from './filters.js';
import { columnsOf, keyOf } from './columns-of.js';
import { ViewHead } from './head.js';
import { Toolbar } from './list/toolbar.js';
import { byCurrency, Sum } from './sums.js';
import { inWhat, option, PEOPLE, refLabel, textOf } from './values.js';
import { offered } from './form/record.js';

const PAGE = 40;

function Card({ meta, row, view, move, drag, columns, at, phone }) {
  const name = view.title && meta.byName[view.title] ? textOf(meta.byName[view.title], row[view.title], row) : '';
  const label = textOf(meta.byName[meta.label], row[meta.label], row);
  const sum = view.sum && meta.byName[view.sum];
  const others = (view.fields || []).filter(n => n !== view.title && meta.byName[n] && row[n] !== null && row[n] !== undefined);
  const keys = e => {
    if (e.target !== e.currentTarget) return;
    if (e.altKey && (e.key === 'ArrowLeft' || e.key === 'ArrowRight')) {
      e.preventDefault();
      const to = columns[at + (e.key === 'ArrowRight' ? 1 : -1)];
      if (to) move(row, to.value);
    } else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      const sibling = e.currentTarget[e.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling'];
      if (sibling && sibling.focus) {
        e.preventDefault();
        sibling.focus();
      }
    } else if (e.key === 'Enter') go(`/r/${meta.id}/${row.id}`);
  };
  return html`<article class="kcard" tabindex="0" data-id=${row.id} aria-label=${`${name || label}, ${columns[at].label}`} aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight" onKeyDown=${keys} onPointerDown=${e => drag(e, row, columns[at].value)} onClick=${e => !e.currentTarget.dataset.dragged && go(`/r/${meta.id}/${row.id}`)}>
    ${phone ? html`<span class="khead"><b class="grow">${name || label}</b><span onPointerDown=${e => e.stopPropagation()} onClick=${e => e.stopPropagation()}><${Menu} label=${t('board.moveTo')} align="end" button=${p => html`<${Button} kind="ghost" icon="ellipsis" label=${t('board.moveOf', { name: name || label })} ...${p} />`} items=${columns.filter((c, i) => i !== at).map(c => ({ label: c.label, icon: 'arrow-right', run: () => move(row, c.value) }))} /></span></span>` : html`<b>${name || label}</b>`}
    ${others.map(n => {
      const field = meta.byName[n];
      if (field.type === 'ref') return html`<span class="with-avatar muted"><${Avatar} name=${refLabel(row[n])} round=${PEOPLE.has(field.target)} /><span class="ellipsis">${refLabel(row[n])}</span></span>`;
      const tone = field.type === 'enum' && (option(field, row[n]) || {}).tone;
      return tone ? html`<span><${Badge} tone=${tone}>${textOf(field, row[n], row)}<//></span>` : html`<span class="muted ellipsis">${field.type === 'date' ? html`<${Icon} name="calendar" size="12px" /> ` : ''}${textOf(field, row[n], row)}</span>`;
    })}
    ${sum && html`<b class="ksum">${textOf(sum, row[view.sum], row)}</b>`}</article>`;
}

/** The board of a model. */
export function Kanban({ meta, query }) {
  const view = meta.views.kanban;
  const by = meta.byName[view.by];
  const phone = usePhone();
  const conditions = useMemo(() => fromText(query.f), [query.f]);
  const preset = (meta.views.list.filters || []).find(p => p.id === query.preset);
  const filter = allRsql(conditions, meta, preset ? preset.filter : view.filter, query.filter);
  const [states, setStates] = useState([]);
  const [board, setBoard] = useState(null);
  const [error, setError] = useState(null);
  const [over, setOver] = useState(null);
  const dragging = useRef(null);
  const latest = useRef();
  latest.current = board;
  const fields = [...new Set(['id', 'version', meta.label, view.by, view.title, view.sum, ...(view.fields || []), view.sum && inWhat(meta.byName[view.sum])].filter(n => n && (meta.byName[n] || n === 'id')))].join(',');
  const load = async () => {
    try {
      const currency = view.sum && inWhat(meta.byName[view.sum]);
      const states = await columnsOf(by, view);
      const [groups, ...pages] = await Promise.all([
        api.get(meta.path + '/groups', { by: [view.by, currency].filter(Boolean).join(','), measures: ['count', view.sum && `sum(${view.sum})`].filter(Boolean).join(','), filter, q: query.q }),
        ...states.map(s => api.get(meta.path, { filter: allRsql([], meta, filter, groupRsql(view.by, s.value)), q: query.q, fields, limit: PAGE, sort: meta.sort }))]);
      setError(null);
      setStates(states);
      setBoard(Object.fromEntries(states.map((s, i) => {
        const mine = groups.rows.filter(g => keyOf(g[view.by]) === s.value);
        return [s.value, { rows: pages[i].rows, count: mine.reduce((n, g) => n + g.count, 0), groups: mine }];
      })));
    } catch (e) {
      setError(e);
    }
  };
  useEffect(() => { load(); }, [filter, query.q, meta]);
  useEffect(() => {
    let timer = null;
    const ending = onRecord(meta.id, () => {
      clearTimeout(timer);
      timer = setTimeout(() => !dragging.current && load(), 400);
    });
    return () => {
      clearTimeout(timer);
      ending();
    };
  }, [filter, query.q, meta]);
  const label = value => (states.find(s => s.value === value) || {}).label;
  const total = board && Object.values(board).reduce((n, c) => n + c.count, 0);
  const narrowed = conditions.length > 0 || query.q || preset || query.filter;

  const only = (value, currency) => setQuery({ q: query.q, filter: allRsql([], meta, filter, groupRsql(view.by, value), currency && groupRsql(inWhat(meta.byName[view.sum]), currency)), filterTitle: [label(value), currency].filter(Boolean).join(' · ') });
  const shift = (row, from, to) => setBoard(b => {
    const amount = sign => view.sum ? [{ ...row, [`sum(${view.sum})`]: sign * (Number(row[view.sum]) || 0) }] : [];
    return { ...b, [from]: { rows: b[from].rows.filter(r => r.id !== row.id), count: b[from].count - 1, groups: [...b[from].groups, ...amount(-1)] },
      [to]: { rows: [{ ...row, [view.by]: by.type === 'ref' ? { id: Number(to) } : to }, ...b[to].rows], count: b[to].count + 1, groups: [...b[to].groups, ...amount(1)] } };
  });
  const send = async (row, to) => {
    if (!by.state && !by.readonly) return api.patch(`${meta.path}/${row.id}`, row.version, { [view.by]: by.type === 'ref' ? Number(to) : to });
    const name = (view.moves || {})[to];
    const action = offered(meta, row).find(a => a.name === name);
    if (!action) throw new Error(t('board.noWay', { from: label(keyOf(row[view.by])), to: label(to) }));
    return api.post(`${meta.path}/${row.id}/${name}`, {}, { headers: { 'If-Match': `"${row.version}"`, 'Idempotency-Key': attempt() } });
  };
  const move = async (row, to) => {
    const from = keyOf(row[view.by]);
    if (from === to || !latest.current[to]) return;
    shift(row, from, to);
    requestAnimationFrame(() => {
      const card = document.querySelector(`.kcard[data-id="${row.id}"]`);
      if (card) card.focus();
    });
    try {
      const answer = await send(row, to);
      setBoard(b => ({ ...b, [to]: { ...b[to], rows: b[to].rows.map(r => r.id === row.id ? { ...r, version: answer.version ?? r.version } : r) } }));
      toast(t('board.moved', { name: row[meta.label] || '', to: label(to) }));
    } catch (e) {
      shift(row, to, from);
      toast(e.message, { bad: true });
    }
  };
  const drag = (event, row, from) => {
    if (event.button !== 0) return;
    const card = event.currentTarget;
    const start = { x: event.clientX, y: event.clientY };
    const touch = event.pointerType === 'touch';
    let ghost = null;
    let target = null;
    const begin = () => {
      const rect = card.getBoundingClientRect();
      ghost = card.cloneNode(true);
      ghost.className = 'kcard kghost';
      Object.assign(ghost.style, { width: rect.width + 'px', left: rect.left + 'px', top: rect.top + 'px' });
      document.body.append(ghost);
      card.classList.add('away');
      card.dataset.dragged = '1';
      dragging.current = row;
    };
    let timer = touch ? setTimeout(() => { timer = null; begin(); }, 250) : null;
    const moved = e => {
      const far = Math.hypot(e.clientX - start.x, e.clientY - start.y);
      if (!ghost) {
        if (touch && far > 8) return end();
        if (touch || far < 6) return undefined;
        begin();
      }
      e.preventDefault();
      ghost.style.transform = `translate(${e.clientX - start.x}px, ${e.clientY - start.y}px) rotate(1.5deg)`;
      const column = document.elementsFromPoint(e.clientX, e.clientY).find(x => x.dataset && x.dataset.column);
      target = column ? column.dataset.column : null;
      setOver(target);
      return undefined;
    };
    const end = () => {
      clearTimeout(timer);
      document.removeEventListener('pointermove', moved);
      document.removeEventListener('pointerup', drop);
      document.removeEventListener('pointercancel', end);
      document.removeEventListener('touchmove', hold);
      if (ghost) ghost.remove();
      card.classList.remove('away');
      setTimeout(() => delete card.dataset.dragged, 0);
      setOver(null);
      dragging.current = null;
    };
    const hold = e => ghost && e.preventDefault();
    const drop = () => {
      const to = target;
      const was = Boolean(ghost);
      end();
      if (was && to && to !== from) move(row, to);
    };
    document.addEventListener('pointermove', moved);
    document.addEventListener('pointerup', drop);
    document.addEventListener('pointercancel', end);
    document.addEventListener('touchmove', hold, { passive: false });
  };
  return html`<div class="page"><${ViewHead} meta=${meta} view="kanban" total=${total} />
    <${Toolbar} meta=${meta} query=${query} conditions=${conditions} update=${part => setQuery({ ...query, ...part })} setConditions=${list => setQuery({ ...query, f: toText(list) })} columns=${[]} setColumns=${() => 0} group=${null} phone bare />
    ${error ? html`<${Failed} error=${error} retry=${load} />` : !board ? html`<div class="page-body"><${Skeleton} lines=${7} /></div>` : total === 0 ? html`<${Empty} icon=${narrowed ? 'search' : meta.views.icon || 'inbox'} title=${t(narrowed ? 'list.noMatch' : 'list.empty', { name: meta.title })} text=${t(narrowed ? 'list.noMatchText' : 'list.emptyText')}>${narrowed ? html`<${Button} onClick=${() => setQuery({ view: 'kanban' })}>${t('list.clear')}<//>` : meta.create && html`<${Button} kind="primary" icon="plus" onClick=${() => go(`/r/${meta.id}/new`)}>${t('action.new')}<//>`}<//>`
    : html`<div class="board" tabindex="0" role="region" aria-label=${meta.title}>${states.map((s, i) => {
      const column = board[s.value];
      return html`<section class=${'kcolumn' + (over === s.value ? ' over' : '')} data-column=${s.value} key=${s.value} aria-label=${s.label}><header><span class=${'dot ' + (s.tone || 'grey')}></span><h2 class="ellipsis" title=${s.label}>${s.label}</h2><span class="muted">${number(column.count, 0)}</span><span class="grow"></span>${view.sum && column.count > 0 && html`<${Sum} field=${meta.byName[view.sum]} sums=${byCurrency(meta.byName[view.sum], column.groups, `sum(${view.sum})`)} label=${meta.byName[view.sum].label} brief pick=${c => only(s.value, c)} />`}</header>
        <div class="kcards">${column.rows.map(row => html`<${Card} key=${row.id} meta=${meta} row=${row} view=${view} move=${move} drag=${drag} columns=${states} at=${i} phone=${phone} />`)}
          ${column.count > column.rows.length && html`<button type="button" class="link pad" onClick=${() => only(s.value)}>${t('board.more', { n: column.count - column.rows.length })}</button>`}</div></section>`;
    })}</div>`}</div>`;
}
