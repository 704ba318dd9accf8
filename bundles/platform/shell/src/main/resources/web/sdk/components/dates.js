// The date picker: typed or chosen, in the language of the page and not of the browser.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { t } from '../i18n.js';
import { date, month, plusDays, readDate, today, weekdays } from '../format.js';
import { Button, composing, Icon } from './basic.js';
import { Popover } from './overlay.js';

/** A month to choose a day from. Arrows move by days and weeks, Home and End within a week, Page keys by months; `range` is drawn, too. */
export function Calendar({ value, onPick, autofocus, range }) {
  const [day, setDay] = useState(value || today());
  const box = useRef();
  const moved = useRef(Boolean(autofocus));
  useEffect(() => {
    if (moved.current) box.current.querySelector('[tabindex="0"]').focus();
  }, [day]);
  const [year, now] = day.split('-').map(Number);
  const first = `${day.slice(0, 7)}-01`;
  const offset = (new Date(first + 'T00:00:00Z').getUTCDay() + 6) % 7;
  const start = plusDays(first, -offset);
  const shift = months => {
    const made = new Date(Date.UTC(year, now - 1 + months, 1));
    const last = new Date(Date.UTC(made.getUTCFullYear(), made.getUTCMonth() + 1, 0)).getUTCDate();
    setDay(`${made.toISOString().slice(0, 8)}${String(Math.min(Number(day.slice(8)), last)).padStart(2, '0')}`);
  };
  const keys = event => {
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    if (days) setDay(plusDays(day, days));
    else if (event.key === 'Home' || event.key === 'End') {
      const place = (new Date(day + 'T00:00:00Z').getUTCDay() + 6) % 7;
      setDay(plusDays(day, event.key === 'Home' ? -place : 6 - place));
    } else if (event.key === 'PageUp') shift(event.shiftKey ? -12 : -1);
    else if (event.key === 'PageDown') shift(event.shiftKey ? 12 : 1);
    else return;
    moved.current = true;
    event.preventDefault();
  };
  return html`<div class="calendar" ref=${box}>
    <div class="head"><${Button} kind="ghost" icon="chevron-left" label=${t('date.previousMonth')} onClick=${() => shift(-1)} /><b aria-live="polite">${month(day.slice(0, 7))}</b>
      <${Button} kind="ghost" icon="chevron-right" label=${t('date.nextMonth')} onClick=${() => shift(1)} /></div>
    <table onKeyDown=${keys}><thead><tr>${weekdays().map((name, i) => html`<th scope="col" abbr=${weekdays('long')[i]}>${name}</th>`)}</tr></thead>
      <tbody>${Array.from({ length: 6 }, (_, week) => html`<tr>${Array.from({ length: 7 }, (__, i) => {
        const cell = plusDays(start, week * 7 + i);
        return html`<td><button type="button" class=${`${cell.slice(0, 7) !== day.slice(0, 7) ? 'other' : ''} ${cell === today() ? 'today' : ''} ${range && range[0] && range[1] && cell >= range[0] && cell <= range[1] ? 'within' : ''}`} tabindex=${cell === day ? 0 : -1}
          aria-pressed=${String(cell === value)} aria-label=${date(cell)} aria-current=${cell === today() ? 'date' : undefined} onClick=${() => onPick(cell)}>${Number(cell.slice(8))}</button></td>`;
      })}</tr>`)}</tbody></table>
    <div class="row" style=${{ justifyContent: 'space-between', paddingTop: '6px' }}><button type="button" class="link" onClick=${() => onPick(today())}>${t('date.today')}</button>
      <button type="button" class="link" onClick=${() => onPick(null)}>${t('action.clear')}</button></div>
  </div>`;
}

/** An input for a day. `onChange` gets an ISO date or null. */
export function DateInput({ value, onChange, id, invalid, label, className = 'input', required, ...rest }) {
  const [text, setText] = useState(null);
  const [open, setOpen] = useState(null);
  const [bad, setBad] = useState(false);
  const field = useRef();
  const commit = () => {
    if (text === null) return;
    const read = readDate(text);
    setBad(read === undefined);
    if (read !== undefined) {
      setText(null);
      if (read !== (value || null)) onChange(read);
    }
  };
  const keys = event => {
    if (composing(event)) return;
    if (event.key === 'Enter') commit();
    if (event.key === 'ArrowDown' && event.altKey || event.key === 'F4') {
      event.preventDefault();
      setOpen(field.current);
    }
  };
  return html`<span class="date-input"><input ref=${field} id=${id} class=${className} type="text" autocomplete="off" aria-label=${label} aria-invalid=${String(Boolean(invalid || bad))} aria-required=${required ? 'true' : undefined}
      value=${text === null ? date(value) : text} onInput=${e => setText(e.target.value)} onBlur=${commit} onKeyDown=${keys} ...${rest} />
    <button type="button" class="date-button" tabindex="-1" aria-label=${t('date.choose')} onClick=${() => setOpen(open ? null : field.current)}><${Icon} name="calendar" /></button>
    ${open && html`<${Popover} anchor=${open} onClose=${() => setOpen(null)} label=${t('date.choose')} role="dialog"><${Calendar} value=${value} autofocus onPick=${day => {
      setText(null);
      setBad(false);
      setOpen(null);
      onChange(day);
      field.current.focus();
    }} /><//>`}</span>`;
}
