// Line items: a table to type into; cards on phones. Enter goes down and adds a line at the end.
import { useEffect, useRef } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { bare, number } from '../../sdk/format.js';
import { Button, composing, FieldError, Icon } from '../../sdk/components/basic.js';
import { allModels } from '../../shell/boot.js';
import { FieldInput } from '../../widgets/field.js';
import { isMoney, numeric, textOf } from '../values.js';
import { Keep } from './keep.js';
import { newLine } from './record.js';

/** Amount of a line that is not saved yet, where it can be told. */
function estimate(line) {
  const quantity = line.quantity;
  const price = line.unitPrice ?? (line._hint && line._hint.unitPrice);
  if (typeof quantity !== 'number' || typeof price !== 'number') return null;
  return Math.round(quantity * price * (100 - (line.discountPercent || 0))) / 100;
}

const changed = line => !line._base || ['quantity', 'unitPrice', 'discountPercent', 'product'].some(k => JSON.stringify(line[k]) !== JSON.stringify(line._base[k]));

/** What the referenced record would fill in, shown as a hint until the server has said it. */
async function hints(tab, name, value) {
  const map = (tab.hints || {})[name];
  if (!map || !value) return null;
  const models = await allModels();
  const model = models[map.model];
  if (!model) return null;
  const record = await api.get(`${model.path}/${value.id}`, { fields: ['id', ...Object.values(map.fields)].join(',') }).catch(() => null);
  return record && Object.fromEntries(Object.entries(map.fields).map(([to, from]) => [to, record[from]]));
}

const weight = (field, room) => numeric(field) && room > 70 ? `minmax(${Math.ceil(room)}px, ${isMoney(field) ? 0.9 : 0.6}fr)` : field.type === 'ref' ? `minmax(${Math.ceil(Math.min(110, Math.max(72, room)))}px, 2.2fr)` : field.type === 'text' && field.length > 100 ? `minmax(${Math.ceil(Math.min(96, Math.max(64, room)))}px, 1.4fr)` : field.type === 'boolean' ? '64px' : field.type === 'date' ? '124px' : isMoney(field) ? 'minmax(88px, .9fr)' : numeric(field) ? 'minmax(70px, .6fr)' : field.type === 'enum' ? 'minmax(100px, .9fr)' : /phone|mobile|mail/i.test(field.name) ? 'minmax(124px, 1.2fr)' : field.length && field.length <= 16 ? 'minmax(58px, .5fr)' : 'minmax(70px, .7fr)';

/** What the longest text of a column takes, in pixels: amounts are never cut off, short references make room for them. */
function roomOf(field, lines) {
  const said = value => !numeric(field) ? textOf(field, value) : typeof value !== 'number' ? '' : isMoney(field) ? number(value, 2, 2) + '¥' : number(value, 6);
  return Math.max(0, ...lines.map(l => [...String(said(l[field.name]))].reduce((sum, c) => sum + (c > '\u2e80' ? 13.5 : 8.5), 0))) + 20;
}

/** The table. `onChange` gets all lines. */
export function Lines({ name, tab, lineMeta, lines, onChange, readonly, errors, phone, parent }) {
  const box = useRef();
  const focusNext = useRef(null);
  // A line that is not drawn again still finds its neighbours as they are now.
  const latest = useRef();
  latest.current = lines;
  const columns = (tab.columns || []).filter(c => lineMeta.byName[c]);
  useEffect(() => {
    if (!focusNext.current) return;
    const { key, column } = focusNext.current;
    const cell = box.current.querySelector(`[data-line="${key}"] [data-column="${column}"] input, [data-line="${key}"] [data-column="${column}"] select`);
    // An earlier change may be drawn first: the new line comes with the next drawing.
    if (!cell) return;
    focusNext.current = null;
    cell.focus();
  });
  const add = column => {
    const line = newLine();
    focusNext.current = { key: line._key, column: column || columns[0] };
    onChange(now => [...now, line]);
  };
  const set = (line, column, value) => {
    onChange(now => now.map(l => l._key === line._key ? { ...l, [column]: value } : l));
    hints(tab, column, value).then(hint => hint && onChange(now => now.map(l => l._key === line._key ? { ...l, _hint: hint } : l)));
  };
  const remove = line => onChange(now => now.filter(l => l._key !== line._key));
  const shift = (line, by) => {
    const at = latest.current.findIndex(l => l._key === line._key);
    const to = at + by;
    if (to < 0 || to >= latest.current.length) return;
    const next = [...latest.current];
    next.splice(to, 0, next.splice(at, 1)[0]);
    onChange(next.map((l, i) => lineMeta.byName.lineNo ? { ...l, lineNo: i + 1 } : lineMeta.byName.position ? { ...l, position: i + 1 } : l));
  };
  const keys = (line, column) => e => {
    if (composing(e)) return;
    const at = latest.current.findIndex(l => l._key === line._key);
    const last = latest.current.length - 1;
    const go = to => {
      const there = `[data-line="${latest.current[to]._key}"] [data-column="${column}"]`;
      const target = box.current.querySelector(`${there} input, ${there} select`);
      if (target) target.focus();
    };
    if (e.altKey && (e.key === 'ArrowUp' || e.key === 'ArrowDown')) {
      e.preventDefault();
      shift(line, e.key === 'ArrowUp' ? -1 : 1);
    } else if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey) {
      e.preventDefault();
      if (at < last) go(at + 1);
      else if (!readonly) setTimeout(() => add(columns[0]), 0);
    } else if (e.key === 'ArrowDown' && at < last && e.target.tagName !== 'SELECT') { e.preventDefault(); go(at + 1);
    } else if (e.key === 'ArrowUp' && at > 0 && e.target.tagName !== 'SELECT') { e.preventDefault(); go(at - 1);
    } else if (e.key === 'Delete' && (e.ctrlKey || e.metaKey) && !readonly) {
      e.preventDefault();
      remove(line);
    }
  };
  const cell = (line, column) => {
    const field = lineMeta.byName[column];
    const fixed = readonly || field.readonly || field.createOnly;
    if (fixed) {
      const guess = isMoney(field) && field.name === 'netAmount' && changed(line) ? estimate(line) : undefined;
      const text = guess !== undefined ? (guess === null ? '' : '≈ ' + bare(guess, parent.currency)) : isMoney(field) && line[column] !== undefined && line[column] !== null ? (field.unitField || /price|cost/i.test(field.name) ? number(line[column], 6, 2) : field.currencyField ? textOf(field, line[column], line) : bare(line[column], parent.currency)) : field.unitField && columns.includes(field.unitField) ? number(line[column], field.scale) : textOf(field, line[column], line);
      return html`<span class=${`cell-read ${numeric(field) ? 'num' : ''} ${field.aggregate === 'sum' ? 'strong' : ''}`} title=${text}>${text}</span>`;
    }
    const hint = line._hint && line._hint[column];
    return html`<${FieldInput} meta=${lineMeta} field=${field} value=${line[column]} row=${line} plain label=${field.label} error=${errors[`${name}.${line._key}.${column}`]} onKeyDown=${keys(line, column)}
      placeholder=${hint === undefined || hint === null ? phone && column === columns[0] ? field.label : undefined : textOf(field, hint, line) || String(hint)} required=${false} onChange=${v => set(line, column, v)} />`;
  };
  const kept = (line, i, draw) => html`<${Keep} key=${line._key} by=${[line, i, lineMeta, tab.columns, readonly, errors, phone, parent.currency]} draw=${draw} />`;
  const lineErrors = line => Object.entries(errors).filter(([k]) => k.startsWith(`${name}.${line._key}.`)).map(([, v]) => v);
  const sums = (tab.sums || []).filter(c => columns.includes(c));
  if (phone) {
    return html`<div class="line-cards" ref=${box}>${lines.map((line, i) => kept(line, i, () => html`<section class="line-card" data-line=${line._key} aria-label=${t('form.line', { n: i + 1 })}>
      ${columns.map((column, c) => html`<div class=${c === 0 ? 'card-main' : 'card-field'} data-column=${column}>${c > 0 && html`<span class="label">${lineMeta.byName[column].label}</span>`}${cell(line, column)}</div>`)}
      ${lineErrors(line).map(e => html`<${FieldError} text=${e} />`)}
      ${!readonly && html`<button type="button" class="card-remove" aria-label=${t('form.removeLine', { n: i + 1 })} onClick=${() => remove(line)}><${Icon} name="trash-2" /></button>`}</section>`))}
      ${!readonly && html`<${Button} icon="plus" kind="wide" onClick=${() => add()}>${t('form.addLine')}<//>`}</div>`;
  }
  const style = { gridTemplateColumns: `22px ${columns.map(c => weight(lineMeta.byName[c], Math.max(isMoney(lineMeta.byName[c]) ? 88 : 0, roomOf(lineMeta.byName[c], lines)))).join(' ')} 28px` };
  return html`<div class="lines" ref=${box}><div class="lines-scroll" tabindex="0" role="region" aria-label=${tab.title || lineMeta.title}><div class="lines-table" role="table" aria-label=${tab.title || lineMeta.title} style=${{ minWidth: columns.length * 84 + 'px' }}>
    <div role="rowgroup"><div class="line head" role="row" style=${style}><span role="columnheader"><span class="sr">${t('form.lineNo')}</span></span>${columns.map(c => html`<span role="columnheader" class=${numeric(lineMeta.byName[c]) ? 'num' : ''} title=${lineMeta.byName[c].label}>${lineMeta.byName[c].label}</span>`)}<span role="columnheader"><span class="sr">${t('action.more')}</span></span></div></div>
    <div role="rowgroup">${lines.map((line, i) => kept(line, i, () => html`<div class="line" role="row" style=${style} data-line=${line._key}><span role="cell" class="line-no">${i + 1}</span>
      ${columns.map(c => html`<span role="cell" data-column=${c} class=${numeric(lineMeta.byName[c]) ? 'num' : ''}>${cell(line, c)}</span>`)}
      <span role="cell">${!readonly && html`<button type="button" class="mini" tabindex="-1" aria-label=${t('form.removeLine', { n: i + 1 })} onClick=${() => remove(line)}><${Icon} name="trash-2" size="14px" /></button>`}</span>
      ${lineErrors(line).length > 0 && html`<span role="cell" class="line-errors">${lineErrors(line).map(e => html`<${FieldError} text=${e} />`)}</span>`}</div>`))}</div>
    ${sums.length > 0 && html`<div role="rowgroup"><div class="line sum" role="row" style=${style}><span role="cell"></span>${columns.map(c => html`<span role="cell" class="num"><b>${sums.includes(c) ? number(lines.reduce((s, l) => s + (Number(l[c]) || 0), 0), 2, 2) : ''}</b></span>`)}<span role="cell"></span></div></div>`}
    </div></div>
    ${!readonly && html`<button type="button" class="link add-line" onClick=${() => add()}><${Icon} name="plus" />${t('form.addLine')}</button>`}
    ${lines.length === 0 && readonly && html`<p class="muted pad">${t('form.noLines')}</p>`}</div>`;
}
