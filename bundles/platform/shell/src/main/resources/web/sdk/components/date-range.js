// A span of days: two inputs, or presets and a calendar.
import { useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { t } from '../i18n.js';
import { date, plusDays, today } from '../format.js';
import { Button } from './basic.js';
import { Calendar, DateInput } from './dates.js';
import { Popover } from './overlay.js';

const first = (year, month) => new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
const monthOf = (year, month) => [first(year, month), plusDays(first(year, month + 1), -1)];

/** Days of a preset by name, relative to the company's day. */
function presetDays(name) {
  const now = today();
  const [y, m] = now.split('-').map(Number);
  const monday = plusDays(now, -((new Date(now + 'T00:00:00Z').getUTCDay() + 6) % 7));
  const q = Math.floor((m - 1) / 3) * 3 + 1;
  return { today: [now, now], week: [monday, plusDays(monday, 6)], lastWeek: [plusDays(monday, -7), plusDays(monday, -1)], month: monthOf(y, m), lastMonth: monthOf(y, m - 1), quarter: [first(y, q), plusDays(first(y, q + 3), -1)],
    year: [`${y}-01-01`, `${y}-12-31`], lastYear: [`${y - 1}-01-01`, `${y - 1}-12-31`], last30: [plusDays(now, -30), now] }[name];
}

const PRESETS = ['today', 'week', 'lastWeek', 'month', 'lastMonth', 'quarter', 'year', 'lastYear', 'last30'];

/** The input. `value` [from, to]; `onChange` gets two ISO dates in order, either may be null. */
export function DateRange({ value, onChange, label, presets = PRESETS }) {
  const [open, setOpen] = useState(null);
  const [start, setStart] = useState(null);
  const box = useRef();
  const [from, to] = value || [];
  const give = (a, b) => onChange(a && b && a > b ? [b, a] : [a || null, b || null]);
  const done = (a, b) => {
    give(a, b);
    setStart(null);
    setOpen(null);
    box.current.querySelector('.button').focus();
  };
  const pick = day => {
    if (day === null) return done(null, null);
    if (start === null) return setStart(day);
    return done(start, day);
  };
  return html`<div class="date-range" role="group" aria-label=${label} ref=${box}><${DateInput} label=${`${label || ''} ${t('op.from')}`.trim()} value=${from} onChange=${v => give(v, to)} /><span aria-hidden="true">–</span><${DateInput} label=${`${label || ''} ${t('op.to')}`.trim()} value=${to} onChange=${v => give(from, v)} />
    <${Button} icon="calendar-days" label=${t('date.span')} aria-expanded=${String(Boolean(open))} onClick=${e => { setStart(null); setOpen(open ? null : e.currentTarget); }} />
    ${open && html`<${Popover} anchor=${open} onClose=${() => setOpen(null)} role="dialog" label=${t('date.span')} align="end"><div class="date-span"><div class="date-presets">${presets.map(p => html`<button type="button" class="menu-item" onClick=${() => done(...presetDays(p))}>${t('period.' + p)}</button>`)}</div>
      <div><p class="hint" role="status">${start ? t('date.spanTo', { from: date(start) }) : t('date.spanFrom')}</p><${Calendar} value=${start || from} range=${start ? [start, start] : value} autofocus onPick=${pick} /></div></div><//>`}</div>`;
}
