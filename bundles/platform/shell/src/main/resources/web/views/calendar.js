// The calendar: records by a date, a month, a week or a day at a time; on phones an agenda. Entries move by drag or by keys.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { date, month, plusDays, today, weekdays } from '../sdk/format.js';
import { go, href } from '../sdk/router.js';
import { Button, Empty, Failed, Icon, Skeleton } from '../sdk/components/basic.js';
import { toast } from '../sdk/components/overlay.js';
import { boot } from '../shell/boot.js';
import { onRecord } from '../shell/events.js';
import { dragEntry } from './calendar-drag.js';
import { allRsql } from './filters.js';
import { useFilter } from './graph-groups.js';
import { ViewHead } from './head.js';
import { Toolbar } from './list/toolbar.js';
import { usePhone } from '../sdk/phone.js';
import { option, textOf } from './values.js';

const MOST = 4;
const LIMIT = 1000;
const SPANS = ['month', 'week', 'day'];

const monday = day => plusDays(day, -((new Date(day + 'T00:00:00Z').getUTCDay() + 6) % 7));
const between = (from, to) => Math.round((Date.parse(to + 'T00:00:00Z') - Date.parse(from + 'T00:00:00Z')) / 86400000);
const local = (value, options) => new Intl.DateTimeFormat('en-CA', { timeZone: boot.get().zone, ...options }).format(new Date(value));

/** The day in the company and, of an instant, the time. */
const dayOf = (field, value) => field.type === 'instant' ? local(value, { year: 'numeric', month: '2-digit', day: '2-digit' }) : String(value).slice(0, 10);
const timeOf = (field, value) => field.type === 'instant' ? local(value, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }) : '';
const later = (field, value, days) => field.type === 'instant' ? new Date(Date.parse(value) + days * 86400000).toISOString() : plusDays(value.slice(0, 10), days);

/** The calendar of a model. */
export function CalendarView({ meta, query }) {
  const view = meta.views.calendar;
  const field = meta.byName[view.date];
  const phone = usePhone();
  const at = query.day || today();
  const span = SPANS.includes(query.span) ? query.span : 'month';
  const first = span === 'day' ? at : span === 'week' ? monday(at) : monday(at.slice(0, 8) + '01');
  const days = { month: 42, week: 7, day: 1 }[span];
  const last = plusDays(first, days - 1);
  const { filter, update, toolbar } = useFilter(meta, query, 'calendar');
  const [rows, setRows] = useState(null);
  const [error, setError] = useState(null);
  const [wide, setWide] = useState(null);
  const [over, setOver] = useState(null);
  const busy = useRef(false);
  const title = view.title && meta.byName[view.title] ? view.title : meta.label;
  const movable = meta.update && !field.readonly;
  const fields = [...new Set(['id', 'version', meta.label, title, view.date, meta.state && meta.state.name].filter(Boolean))].join(',');
  const inside = field.type === 'instant' ? `${view.date}=ge=${plusDays(first, -1)}T00:00:00Z;${view.date}=le=${plusDays(last, 1)}T23:59:59Z` : `${view.date}=ge=${first};${view.date}=le=${last}`;
  const load = () => api.get(meta.path, { filter: allRsql([], meta, filter, inside), q: query.q, fields, sort: view.date, limit: LIMIT })
    .then(p => { setRows(p.rows.filter(r => dayOf(field, r[view.date]) >= first && dayOf(field, r[view.date]) <= last)); setError(null); }, setError);
  const keys = [first, days, meta, filter, query.q];
  useEffect(() => { load(); }, keys);
  useEffect(() => onRecord(meta.id, () => !busy.current && load()), keys);
  const shift = by => {
    if (span !== 'month') return update({ day: plusDays(at, by * days) });
    const [y, m] = at.split('-').map(Number);
    return update({ day: new Date(Date.UTC(y, m - 1 + by, 1)).toISOString().slice(0, 10) });
  };
  const nameOf = row => textOf(meta.byName[title], row[title], row) || row[meta.label] || '#' + row.id;
  const place = (id, values) => setRows(list => list.map(r => r.id === id ? { ...r, ...values } : r));
  const focus = id => requestAnimationFrame(() => {
    const entry = document.querySelector(`[data-event="${id}"]`);
    if (entry) entry.focus({ preventScroll: true });
  });
  const move = async (row, by, undoing) => {
    if (!by) return;
    const to = later(field, row[view.date], by);
    busy.current = true;
    place(row.id, { [view.date]: to });
    focus(row.id);
    try {
      const answer = await api.patch(`${meta.path}/${row.id}`, row.version, { [view.date]: to });
      place(row.id, { version: answer.version });
      if (!undoing) toast(t('cal.moved', { name: nameOf(row), day: date(dayOf(field, to)) }), { action: t('gantt.undo'), run: () => move({ ...row, [view.date]: to, version: answer.version }, -by, true) });
    } catch (e) {
      place(row.id, { [view.date]: row[view.date] });
      focus(row.id);
      toast(e.message, { bad: true });
    } finally {
      busy.current = false;
    }
  };
  const press = row => e => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[e.key];
    if (!e.altKey || !by) return;
    e.preventDefault();
    if (movable) move(row, by);
    else toast(t('cal.notThere'));
  };
  const byDay = {};
  (rows || []).forEach(r => { (byDay[dayOf(field, r[view.date])] ||= []).push(r); });
  const state = row => meta.state && option(meta.state, row[meta.state.name]);
  const event = row => html`<a key=${row.id} class=${`event ${(state(row) || {}).tone || 'grey'}${movable ? ' movable' : ''}`} data-event=${row.id} draggable="false" href=${href(`/r/${meta.id}/${row.id}`)} title=${[row[meta.label], (state(row) || {}).label].filter(Boolean).join(' · ')} aria-keyshortcuts=${movable ? 'Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown' : undefined}
    onKeyDown=${press(row)} onPointerDown=${e => { if (!movable) return; if (e.pointerType !== 'touch') e.preventDefault(); dragEntry(e, setOver, day => move(row, between(dayOf(field, row[view.date]), day))); }} onClick=${e => { if (e.currentTarget.dataset.moved) { e.preventDefault(); e.stopPropagation(); } }}>
    <span class="ellipsis">${timeOf(field, row[view.date]) && html`<b>${timeOf(field, row[view.date])} </b>`}${nameOf(row)}</span>${span !== 'month' || phone ? html`<small class="ellipsis">${[row[meta.label] !== row[title] && row[meta.label], (state(row) || {}).label].filter(Boolean).join(' · ')}</small>` : null}</a>`;
  const cells = Array.from({ length: days }, (_, i) => plusDays(first, i));
  const create = d => meta.create ? html`<button type="button" aria-label=${t('cal.newOn', { day: date(d) })} onClick=${() => go(`/r/${meta.id}/new`, field.type === 'instant' ? {} : { [view.date]: d })}>${Number(d.slice(8))}</button>` : Number(d.slice(8));
  const names = { month: ['date.previousMonth', 'date.nextMonth'], week: ['cal.previousWeek', 'cal.nextWeek'], day: ['cal.earlier', 'cal.later'] }[span];
  const agenda = () => html`<div class="page-body agenda">${!rows.length ? html`<${Empty} icon="calendar" title=${t(span === 'month' ? 'cal.none' : 'cal.noneSpan')} />` : cells.filter(d => byDay[d]).map(d => html`<section key=${d} data-day=${d}><h3 class=${d === today() ? 'now' : ''}>${date(d)}</h3>${byDay[d].map(event)}</section>`)}</div>`;
  return html`<div class="page"><${ViewHead} meta=${meta} view="calendar" total=${rows && rows.length} />
    <${Toolbar} ...${toolbar} />
    <div class="toolbar wrap view-choices"><h2 class="cal-title" aria-live="polite">${span === 'day' ? date(at) : month(at.slice(0, 7))}</h2><span class="hint">${field.label}</span><span class="grow"></span><${Button} onClick=${() => update({ day: undefined })}>${t('date.today')}<//>
      <${Button} icon="chevron-left" label=${t(names[0])} onClick=${() => shift(-1)} /><${Button} icon="chevron-right" label=${t(names[1])} onClick=${() => shift(1)} />
      <span class="segmented" role="group" aria-label=${t('cal.span')}>${SPANS.map(s => html`<button type="button" aria-pressed=${String(span === s)} onClick=${() => update({ span: s === 'month' ? undefined : s })}>${t('cal.' + s)}</button>`)}</span></div>
    ${error && !rows ? html`<${Failed} error=${error} retry=${load} />` : !rows ? html`<div class="page-body"><${Skeleton} lines=${8} /></div>` : phone || span === 'day' ? agenda()
    : html`<div class="cal" role="table" aria-label=${month(at.slice(0, 7))}><div class="cal-week head" role="row">${weekdays('short').map(n => html`<div role="columnheader">${n}</div>`)}</div>
      ${Array.from({ length: days / 7 }, (_, w) => html`<div class="cal-week" role="row">${cells.slice(w * 7, w * 7 + 7).map(d => {
        const list = byDay[d] || [];
        const shown = span === 'week' || wide === d ? list : list.slice(0, MOST);
        return html`<div role="cell" data-day=${d} class=${`cal-day${d.slice(0, 7) !== at.slice(0, 7) && span === 'month' ? ' other' : ''}${d === today() ? ' now' : ''}${over === d ? ' over' : ''}`}><span class="cal-no">${create(d)}</span>${shown.map(event)}${list.length > shown.length && html`<button type="button" class="link" onClick=${() => setWide(d)}><${Icon} name="plus" size="12px" />${t('cal.more', { n: list.length - shown.length })}</button>`}</div>`;
      })}</div>`)}</div>`}</div>`;
}
