// A day with its time in the company's zone: typed as people of either language write it, or the day chosen.
import { useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { readDate, time, today, zone } from '../sdk/format.js';
import { composing, Icon } from '../sdk/components/basic.js';
import { Calendar } from '../sdk/components/dates.js';
import { Popover } from '../sdk/components/overlay.js';

const MINUTE = 60_000;
const two = n => String(n).padStart(2, '0');

/** What clocks of the company show at an instant: {day: '2026-11-22', hour, minute}. */
export function wall(value) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en', { timeZone: zone(), hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(new Date(value)).map(p => [p.type, p.value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour), minute: Number(parts.minute) };
}

/** The instant at which clocks of the company show this. */
export function instantOf({ day, hour, minute }) {
  const wanted = Date.parse(`${day}T${two(hour)}:${two(minute)}:00Z`);
  const shift = at => {
    const shown = wall(at);
    return Date.parse(`${shown.day}T${two(shown.hour)}:${two(shown.minute)}:00Z`) - Math.floor(at / MINUTE) * MINUTE;
  };
  // Once more with the result: the first guess may lie on the other side of a change of the clocks.
  const guess = wanted - shift(wanted);
  return new Date(wanted - shift(guess)).toISOString().replace('.000Z', 'Z');
}

const CLOCK = /(?:(上午|下午|晚上|中午|凌晨|早上)\s*)?(\d{1,2})(?:[:.时点]\s*(\d{2})?\s*分?)\s*(am|pm|a\.m\.|p\.m\.)?$|(?:^|\s)(\d{1,2})\s*(am|pm)$/i;

/** Reads a time as typed: 2026-11-22 18:25, Nov 22, 2026, 6:25 PM, 11月22日 下午6点25分, 18:25, now. Null if empty, undefined if it is none. */
export function readTime(text, before) {
  const plain = String(text).normalize('NFKC').trim();
  if (!plain) return null;
  if (/^(now|现在)$/i.test(plain)) return new Date().toISOString();
  const clock = CLOCK.exec(plain);
  const old = before ? wall(before) : null;
  let hour = old ? old.hour : 0;
  let minute = old ? old.minute : 0;
  if (clock) {
    hour = Number(clock[2] ?? clock[5]);
    minute = Number(clock[3] || 0);
    const half = (clock[1] || clock[4] || clock[6] || '').toLowerCase();
    if (half && hour > 12 && !/上午|凌晨|早上|下午|晚上/.test(half)) return undefined;
    if (/^p|下午|晚上|中午/.test(half) && hour < 12) hour += 12;
    if (/^a|上午|凌晨|早上/.test(half) && hour === 12) hour = 0;
  }
  const rest = (clock ? plain.slice(0, clock.index) : plain).replace(/[,\sT]+$/, '');
  const day = rest ? readDate(rest) : old ? old.day : today();
  return day && hour < 24 && minute < 60 ? instantOf({ day, hour, minute }) : undefined;
}

/** An input for an instant. `onChange` gets ISO text in UTC or null. */
export function MomentInput({ value, onChange, id, invalid, label, className = 'input', required, readonly, onKeyDown, placeholder }) {
  const [text, setText] = useState(null);
  const [open, setOpen] = useState(null);
  const [bad, setBad] = useState(false);
  const field = useRef();
  const commit = () => {
    if (text === null) return;
    const read = readTime(text, value);
    setBad(read === undefined);
    if (read === undefined) return;
    setText(null);
    if (read !== (value || null)) onChange(read);
  };
  const keys = event => {
    if (composing(event)) return undefined;
    if (event.key === 'Enter' || (event.ctrlKey || event.metaKey) && event.key === 's') commit();
    if (event.key === 'ArrowDown' && event.altKey || event.key === 'F4') {
      event.preventDefault();
      return setOpen(field.current);
    }
    return onKeyDown && onKeyDown(event);
  };
  const pick = day => {
    const now = wall(value || Date.now());
    setText(null);
    setBad(false);
    setOpen(null);
    onChange(day ? instantOf({ ...now, day }) : null);
    field.current.focus();
  };
  return html`<span class="date-input"><input ref=${field} id=${id} class=${className} type="text" autocomplete="off" aria-label=${label} aria-invalid=${String(Boolean(invalid || bad))} aria-required=${required ? 'true' : undefined} readonly=${readonly} placeholder=${placeholder || t('moment.format')}
      value=${text === null ? time(value) : text} onInput=${e => setText(e.target.value)} onBlur=${commit} onKeyDown=${keys} />
    ${!readonly && html`<button type="button" class="date-button" tabindex="-1" aria-label=${t('date.choose')} onClick=${() => setOpen(open ? null : field.current)}><${Icon} name="calendar" /></button>`}
    ${open && html`<${Popover} anchor=${open} onClose=${() => setOpen(null)} label=${t('date.choose')} role="dialog"><${Calendar} value=${value ? wall(value).day : null} autofocus onPick=${pick} /><//>`}</span>`;
}
