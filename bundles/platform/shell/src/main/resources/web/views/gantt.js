// The Gantt chart: records as bars from one date to another, moved and stretched by pointer or keys, undone if the server refuses.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { date, number, plusDays, today } from '../sdk/format.js';
import { go, href } from '../sdk/router.js';
import { usePhone } from '../sdk/phone.js';
import { Button, Empty, Failed, Icon, Skeleton } from '../sdk/components/basic.js';
import { toast } from '../sdk/components/overlay.js';
import { onRecord } from '../shell/events.js';
import { Choice } from './graph-controls.js';
import { groupLabel, keyOf, useFilter } from './graph-groups.js';
import { allRsql } from './filters.js';
import { dragBar } from './gantt-drag.js';
import { daysBetween, daysIn, firstDay, heads, weekends, ZOOMS } from './gantt-time.js';
import { ViewHead } from './head.js';
import { Toolbar } from './list/toolbar.js';
import { option, textOf } from './values.js';

const MOST = 300;

function grouped(meta, rows, by) {
  if (!by) return [{ key: '', rows }];
  const groups = new Map();
  rows.forEach(r => {
    const key = keyOf(r[by]);
    if (!groups.has(key)) groups.set(key, { key, title: groupLabel(meta, by, r[by]), rows: [] });
    groups.get(key).rows.push(r);
  });
  return [...groups.values()].sort((a, b) => a.title.localeCompare(b.title));
}

/** The width that the page has beside the sidebar; it changes with the window. */
function useWidth() {
  const now = () => innerWidth - (innerWidth > 760 ? 256 : 0);
  const [width, setWidth] = useState(now);
  useEffect(() => {
    let timer = null;
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setWidth(now()), 200);
    };
    addEventListener('resize', changed);
    return () => {
      clearTimeout(timer);
      removeEventListener('resize', changed);
    };
  }, []);
  return width;
}

/** The chart of a model. */
export function Gantt({ meta, query }) {
  const view = meta.views.gantt;
  const phone = usePhone();
  const zoom = ZOOMS[query.zoom] ? query.zoom : 'week';
  const px = ZOOMS[zoom].px;
  const names = phone ? 128 : 240;
  const room = useWidth() - names;
  const days = daysIn(zoom, room);
  const first = firstDay(zoom, query.day || today(), days);
  const last = plusDays(first, days - 1);
  const { filter, update, toolbar } = useFilter(meta, query, 'gantt');
  const [page, setPage] = useState(null);
  const [error, setError] = useState(null);
  const [shown, setShown] = useState(null);
  const box = useRef();
  const busy = useRef(false);
  const title = view.title && meta.byName[view.title] ? view.title : meta.label;
  const by = query.group === undefined ? view.group || '' : query.group;
  const more = (view.fields || []).filter(n => meta.byName[n] && n !== title);
  const fields = [...new Set(['id', 'version', meta.label, title, view.start, view.end, meta.state && meta.state.name, by, ...more].filter(Boolean))].join(',');
  const inside = `${view.start}=le=${last};(${view.end}=ge=${first},${view.end}=null=true;${view.start}=ge=${first})`;
  const load = () => api.get(meta.path, { filter: allRsql([], meta, filter, inside), q: query.q, fields, sort: `${view.start},id`, limit: MOST, count: true }).then(a => { setPage(a); setError(null); }, setError);
  useEffect(() => { load(); }, [filter, query.q, first, last, by, meta]);
  useEffect(() => {
    let timer = null;
    const ending = onRecord(meta.id, () => {
      clearTimeout(timer);
      timer = setTimeout(() => !busy.current && load(), 400);
    });
    return () => {
      clearTimeout(timer);
      ending();
    };
  }, [filter, query.q, first, last, by, meta]);
  const canMove = part => meta.update && (part === 'end' || !meta.byName[view.start].readonly) && (part === 'start' || !meta.byName[view.end].readonly);
  const place = (row, values) => setPage(p => ({ ...p, rows: p.rows.map(r => r.id === row.id ? { ...r, ...values } : r) }));
  const spanOf = (row, part, days) => ({ [view.start]: part === 'end' || !days ? row[view.start] : plusDays(row[view.start], days), [view.end]: part === 'start' || !days || !row[view.end] ? row[view.end] : plusDays(row[view.end], days) });
  const move = async (row, part, days, undoing) => {
    setShown(null);
    const to = spanOf(row, part, days);
    if (!days || to[view.end] && to[view.end] < to[view.start]) return;
    const before = { [view.start]: row[view.start], [view.end]: row[view.end] };
    const changed = Object.fromEntries(Object.entries(to).filter(([k, v]) => v !== before[k]));
    busy.current = true;
    place(row, to);
    requestAnimationFrame(() => {
      const bar = box.current && box.current.querySelector(`[data-bar="${row.id}"]`);
      if (bar) bar.focus({ preventScroll: true });
    });
    try {
      const answer = await api.patch(`${meta.path}/${row.id}`, row.version, changed);
      const now = { ...row, ...to, version: answer.version };
      place(row, { version: answer.version });
      if (!undoing) toast(t('gantt.moved', { name: textOf(meta.byName[title], row[title], row) || row[meta.label] || '', from: date(to[view.start]), to: date(to[view.end] || to[view.start]) }), { action: t('gantt.undo'), run: () => move(now, part, -days, true) });
    } catch (e) {
      place(row, before);
      toast(e.message, { bad: true });
    } finally {
      busy.current = false;
    }
  };
  const keys = row => e => {
    const by1 = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
    if (e.altKey && by1) {
      e.preventDefault();
      const part = e.shiftKey ? 'end' : 'move';
      if (canMove(part)) move(row, part, by1 * (zoom === 'month' ? 7 : 1));
    } else if (e.key === 'ArrowUp' || e.key === 'ArrowDown') {
      const bars = [...box.current.querySelectorAll('[data-bar]')];
      const next = bars[bars.indexOf(e.currentTarget) + (e.key === 'ArrowDown' ? 1 : -1)];
      if (next) {
        e.preventDefault();
        next.focus();
      }
    }
  };
  const [upper, lower] = useMemo(() => heads(zoom, first, days), [zoom, first, days]);
  const bar = row => {
    const now = shown && shown.id === row.id ? { ...row, ...spanOf(row, shown.part, shown.days) } : row;
    const from = daysBetween(first, now[view.start]);
    const until = daysBetween(first, now[view.end] || now[view.start]);
    const state = meta.state && option(meta.state, row[meta.state.name]);
    const name = textOf(meta.byName[title], row[title], row) || row[meta.label] || '#' + row.id;
    const words = `${name}, ${date(now[view.start])} – ${date(now[view.end] || now[view.start])}${state ? ', ' + state.label : ''}`;
    const press = part => e => {
      if (!canMove(part)) return;
      e.stopPropagation();
      if (e.pointerType !== 'touch') e.preventDefault();
      dragBar(e, part, px, (p, days) => setShown({ id: row.id, part: p, days }), (p, days) => move(row, p, days));
    };
    const [left, right] = [Math.max(from, 0), Math.min(until, days - 1)];
    const width = Math.max(right - left + 1, 0.5) * px;
    return html`<a class=${`gbar ${(state && state.tone) || 'blue'}${canMove('move') ? ' movable' : ''}${row[view.end] ? '' : ' open'}${from < 0 ? ' before' : ''}`} data-bar=${row.id} draggable="false" href=${href(`/r/${meta.id}/${row.id}`)} aria-label=${words} title=${words} aria-keyshortcuts=${canMove('move') ? 'Alt+ArrowLeft Alt+ArrowRight Alt+Shift+ArrowLeft Alt+Shift+ArrowRight' : undefined}
      style=${{ left: left * px + 'px', width: width + 'px' }} onKeyDown=${keys(row)} onPointerDown=${press('move')} onClick=${e => { if (e.currentTarget.dataset.moved) { e.preventDefault(); e.stopPropagation(); } }}>
      ${canMove('start') && from >= 0 && html`<span class="gedge" onPointerDown=${press('start')}></span>`}<span class="ellipsis">${width > 60 ? name : ''}</span>${canMove('end') && row[view.end] && html`<span class="gedge end" onPointerDown=${press('end')}></span>`}</a>`;
  };
  const total = page && page.total;
  const groups = page ? grouped(meta, page.rows, by) : [];
  const choices = meta.fields.filter(f => ['ref', 'enum'].includes(f.type) && !['historicState'].includes(f.name)).map(f => ({ key: f.name, label: f.label }));
  const wide = days * px;
  const now = daysBetween(first, today());
  const shift = days => update({ day: plusDays(query.day || today(), days) });
  return html`<div class="page"><${ViewHead} meta=${meta} view="gantt" total=${total} />
    <${Toolbar} ...${toolbar} />
    <div class="toolbar wrap view-choices"><${Button} onClick=${() => update({ day: undefined })}>${t('date.today')}<//><${Button} icon="chevron-left" label=${t('gantt.earlier')} onClick=${() => shift(-Math.ceil(days / 2))} /><${Button} icon="chevron-right" label=${t('gantt.later')} onClick=${() => shift(Math.ceil(days / 2))} />
      <${Choice} label=${t('group.label')} icon="group" current=${by} choices=${choices} set=${v => update({ group: v })} none=${t('group.none')} /><span class="grow"></span><span class="hint">${meta.byName[view.start].label} – ${meta.byName[view.end].label}</span>
      <span class="segmented" role="group" aria-label=${t('gantt.zoom')}>${['day', 'week', 'month'].map(z => html`<button type="button" aria-pressed=${String(zoom === z)} onClick=${() => update({ zoom: z === 'week' ? undefined : z })}>${t('gantt.' + z)}</button>`)}</span></div>
    ${error && !page ? html`<${Failed} error=${error} retry=${load} />` : !page ? html`<div class="page-body"><${Skeleton} lines=${8} /></div>`
    : !page.rows.length ? html`<${Empty} icon="chart-gantt" title=${t('gantt.none')} text=${t('gantt.noneText')}><${Button} onClick=${() => update({ day: undefined, zoom: 'month' })}>${t('gantt.widen')}<//><//>`
    : html`<div class="gantt" ref=${box} tabindex="0" role="region" aria-label=${meta.title} style=${{ '--names': names + 'px', '--px': px + 'px' }}><div class="g-all" style=${{ width: names + wide + 'px' }}>
      <div class="g-head" aria-hidden="true"><div class="g-corner"></div><div class="g-times" style=${{ width: wide + 'px' }}>${[upper, lower].map((line, i) => html`<div class="g-line">${line.map(h => html`<span key=${h.key} class=${h.from <= now && now < h.from + h.days && i ? 'now' : ''} style=${{ left: h.from * px + 'px', width: h.days * px + 'px' }}><i>${h.label}</i></span>`)}</div>`)}</div></div>
      <div class="g-back" aria-hidden="true">${weekends(zoom, first, days).map(d => html`<span class="g-weekend" key=${d} style=${{ left: d * px + 'px', width: 2 * px + 'px' }}></span>`)}${now >= 0 && now < days && html`<span class="g-today" style=${{ left: (now + 0.5) * px + 'px' }}></span>`}</div>
      ${groups.map(g => html`${by && html`<h2 class="g-group data"><span><span class="ellipsis">${g.title}</span> <span class="pill">${number(g.rows.length, 0)}</span></span></h2>`}<ul class="g-rows data">${g.rows.map(row => html`<li class="g-row" key=${row.id}><span class="g-name"><a class="ellipsis" tabindex="-1" href=${href(`/r/${meta.id}/${row.id}`)}>${textOf(meta.byName[title], row[title], row) || row[meta.label] || '#' + row.id}</a>${!phone && more.length > 0 && html`<small class="muted ellipsis">${more.map(n => textOf(meta.byName[n], row[n], row)).filter(Boolean).join(' · ')}</small>`}</span><span class="g-track" style=${{ width: wide + 'px' }}>${bar(row)}</span></li>`)}</ul>`)}<div class="g-rest" aria-hidden="true"></div>
      </div></div>${total > page.rows.length && html`<p class="hint pad">${t('gantt.cut', { n: page.rows.length })}</p>`}`}</div>`;
}
