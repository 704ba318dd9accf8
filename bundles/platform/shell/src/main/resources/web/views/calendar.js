// The calendar: records by a date, a month at a time; on phones an agenda.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { date, month, plusDays, today, weekdays } from '../sdk/format.js';
import { go, href, setQuery } from '../sdk/router.js';
import { Button, Empty, Failed, Icon } from '../sdk/components/basic.js';
import { onRecord } from '../shell/events.js';
import { ViewHead } from './head.js';
import { usePhone } from '../sdk/phone.js';
import { option, textOf } from './values.js';

const MOST = 4;

const monday = day => plusDays(day, -((new Date(day + 'T00:00:00Z').getUTCDay() + 6) % 7));

/** The calendar of a model. */
export function CalendarView({ meta, query }) {
  const view = meta.views.calendar;
  const phone = usePhone();
  const at = query.day || today();
  const weekly = query.span === 'week';
  const first = weekly ? monday(at) : monday(at.slice(0, 8) + '01');
  const days = weekly ? 7 : 42;
  const last = plusDays(first, days - 1);
  const [rows, setRows] = useState(null);
  const [error, setError] = useState(null);
  const [wide, setWide] = useState(null);
  const title = view.title && meta.byName[view.title] ? view.title : meta.label;
  const fields = [...new Set(['id', meta.label, title, view.date, meta.state && meta.state.name].filter(Boolean))].join(',');
  const load = () => api.get(meta.path, { filter: `${view.date}=ge=${first};${view.date}=le=${last}`, fields, sort: view.date, limit: 1000 }).then(p => { setRows(p.rows); setError(null); }, setError);
  useEffect(() => { load(); }, [first, days, meta]);
  useEffect(() => onRecord(meta.id, load), [first, days, meta]);
  const update = part => setQuery({ ...query, view: 'calendar', ...part });
  const shift = by => {
    if (weekly) return update({ day: plusDays(at, by * 7) });
    const [y, m] = at.split('-').map(Number);
    return update({ day: new Date(Date.UTC(y, m - 1 + by, 1)).toISOString().slice(0, 10) });
  };
  const byDay = {};
  (rows || []).forEach(r => { (byDay[String(r[view.date]).slice(0, 10)] ||= []).push(r); });
  const tone = row => meta.state && (option(meta.state, row[meta.state.name]) || {}).tone || 'grey';
  const event = row => html`<a class=${'event ' + tone(row)} href=${href(`/r/${meta.id}/${row.id}`)} title=${`${row[meta.label]} · ${meta.state ? textOf(meta.state, row[meta.state.name]) : ''}`}><span class="ellipsis">${textOf(meta.byName[title], row[title], row) || row[meta.label]}</span>${weekly || phone ? html`<small class="ellipsis">${row[meta.label]}</small>` : null}</a>`;
  const cells = Array.from({ length: days }, (_, i) => plusDays(first, i));
  return html`<div class="page"><${ViewHead} meta=${meta} view="calendar" total=${rows && rows.length} />
    <div class="toolbar cal-bar"><h2 class="cal-title" aria-live="polite">${month(at.slice(0, 7))}</h2><span class="hint">${meta.byName[view.date].label}</span><span class="grow"></span><${Button} onClick=${() => update({ day: undefined })}>${t('date.today')}<//>
      <${Button} icon="chevron-left" label=${t(weekly ? 'cal.previousWeek' : 'date.previousMonth')} onClick=${() => shift(-1)} /><${Button} icon="chevron-right" label=${t(weekly ? 'cal.nextWeek' : 'date.nextMonth')} onClick=${() => shift(1)} />
      <span class="segmented" role="group" aria-label=${t('cal.span')}><button type="button" aria-pressed=${String(!weekly)} onClick=${() => update({ span: undefined })}>${t('cal.month')}</button><button type="button" aria-pressed=${String(weekly)} onClick=${() => update({ span: 'week' })}>${t('cal.week')}</button></span></div>
    ${error ? html`<${Failed} error=${error} retry=${load} />` : phone ? html`<div class="page-body agenda">${rows && !rows.length && html`<${Empty} icon="calendar" title=${t('cal.none')} />`}${cells.filter(d => byDay[d]).map(d => html`<section><h3 class=${d === today() ? 'now' : ''}>${date(d)}</h3>${byDay[d].map(event)}</section>`)}</div>`
    : html`<div class="cal" role="table" aria-label=${month(at.slice(0, 7))}><div class="cal-week head" role="row">${weekdays('short').map(n => html`<div role="columnheader">${n}</div>`)}</div>
      ${Array.from({ length: days / 7 }, (_, w) => html`<div class="cal-week" role="row">${cells.slice(w * 7, w * 7 + 7).map(d => {
        const list = byDay[d] || [];
        const shown = weekly || wide === d ? list : list.slice(0, MOST);
        return html`<div role="cell" class=${`cal-day${d.slice(0, 7) !== at.slice(0, 7) && !weekly ? ' other' : ''}${d === today() ? ' now' : ''}`}><span class="cal-no">${meta.create ? html`<button type="button" aria-label=${t('cal.newOn', { day: date(d) })} onClick=${() => go(`/r/${meta.id}/new`, { [view.date]: d })}>${Number(d.slice(8))}</button>` : Number(d.slice(8))}</span>${shown.map(event)}${list.length > shown.length && html`<button type="button" class="link" onClick=${() => setWide(d)}><${Icon} name="plus" size="12px" />${t('cal.more', { n: list.length - shown.length })}</button>`}</div>`;
      })}</div>`)}</div>`}</div>`;
}
