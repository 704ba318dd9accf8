// Parts of the import: how the file is written, its columns, totals to tie out, problems beside their rows.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { number } from '../../sdk/format.js';
import { href } from '../../sdk/router.js';
import { Badge, Icon } from '../../sdk/components/basic.js';
import { NumberInput } from '../../widgets/number.js';

const ENCODINGS = ['UTF-8', 'GB18030', 'UTF-16LE', 'Windows-1252', 'Big5', 'Shift_JIS'];
const DELIMITERS = [[',', 'comma'], [';', 'semicolon'], ['\t', 'tab'], ['|', 'bar']];
const FORMATS = ['yyyy-MM-dd', 'yyyy/M/d', 'dd.MM.yyyy', 'M/d/yyyy', 'd/M/yyyy', 'yyyyMMdd', 'yyyy年M月d日', 'yyyy-MM-dd HH:mm:ss', 'yyyy/M/d H:mm'];

/** Fields that a file may fill. */
const fillable = meta => meta.fields.filter(f => !f.readonly && f.type !== 'lines' && f.name !== 'id');

/** What was recognised, to be corrected. */
export function Shape({ seen, again }) {
  if (seen.format === 'xlsx') return html`<p class="row"><${Badge} tone="green">Excel<//><span class="muted">${t('import.rows', { n: number(seen.rows, 0) })}</span></p>`;
  return html`<div class="grid-2 shape"><label class="labelled"><span class="label">${t('import.encoding')}</span><select class="input" value=${seen.encoding} onChange=${e => again({ encoding: e.target.value, delimiter: seen.delimiter })}>${[...new Set([seen.encoding, ...ENCODINGS])].map(x => html`<option value=${x}>${x}</option>`)}</select></label>
    <label class="labelled"><span class="label">${t('import.delimiter')}</span><select class="input" value=${seen.delimiter} onChange=${e => again({ encoding: seen.encoding, delimiter: e.target.value })}>${DELIMITERS.map(([v, k]) => html`<option value=${v}>${t('import.delimiter.' + k)}</option>`)}</select></label>
    <div class="labelled"><span class="label">${t('tally.rows')}</span><span class="figure-line">${seen.estimated ? '≈ ' : ''}${number(seen.rows, 0)}</span></div></div>`;
}

/** Columns of the file onto fields, with samples and how they are read. */
export function Columns({ meta, seen, map, set }) {
  const fields = fillable(meta);
  const change = (name, part) => set({ ...map, [name]: { ...map[name], ...part } });
  const used = Object.values(map).map(r => r.field).filter(Boolean);
  const missing = fields.filter(f => f.required && !used.includes(f.name));
  return html`<div class="map-table"><table class="plain-table"><thead><tr><th scope="col">${t('import.column')}</th><th scope="col">${t('import.samples')}</th><th scope="col">${t('import.field')}</th><th scope="col">${t('import.read')}</th></tr></thead><tbody>${seen.columns.map(c => {
    const rule = map[c.name] || {};
    const field = meta.byName[rule.field];
    return html`<tr key=${c.name} class=${rule.field ? '' : 'left-out'}><td><b>${c.name}</b><div class="hint">${t('import.type.' + c.type)}</div></td><td class="samples muted">${(c.samples || []).slice(0, 3).map(s => html`<div class="ellipsis">${s}</div>`)}</td>
      <td><select class="input" aria-label=${t('import.fieldFor', { name: c.name })} value=${rule.field || ''} onChange=${e => change(c.name, { field: e.target.value })}><option value="">${t('import.skip')}</option>${fields.map(f => html`<option value=${f.name} disabled=${used.includes(f.name) && f.name !== rule.field}>${f.label}${f.required ? ' *' : ''}</option>`)}</select></td>
      <td>${field && (field.type === 'date' || field.type === 'instant') ? html`<select class="input" aria-label=${t('import.formatFor', { name: c.name })} value=${rule.format || ''} onChange=${e => change(c.name, { format: e.target.value })}><option value="">ISO</option>${[...new Set([c.format, ...FORMATS].filter(Boolean))].map(f => html`<option value=${f}>${f}</option>`)}</select>`
        : field && field.type === 'decimal' ? html`<select class="input" aria-label=${t('import.decimalFor', { name: c.name })} value=${rule.decimal || '.'} onChange=${e => change(c.name, { decimal: e.target.value === '.' ? '' : e.target.value })}><option value=".">1234.50</option><option value=",">1234,50</option></select>`
        : field && field.type === 'ref' ? html`<select class="input" aria-label=${t('import.lookupFor', { name: c.name })} value=${rule.lookup || 'key'} onChange=${e => change(c.name, { lookup: e.target.value })}><option value="key">${t('import.lookup.key')}</option><option value="id">${t('import.lookup.id')}</option></select>` : ''}</td></tr>`;
  })}</tbody></table></div>${missing.length > 0 && html`<p class="notice warn"><${Icon} name="triangle-alert" /><span>${t('import.missing', { names: missing.map(f => f.label).join(', ') })}</span></p>`}`;
}

/** Totals of the sender that must fit before a row goes in. */
export function Control({ seen, control, set }) {
  const numeric = seen.columns.filter(c => c.type === 'decimal' || c.type === 'integer');
  const column = control.column || '';
  return html`<details class="more" open=${Boolean(control.rows || column) || undefined}><summary>${t('import.control')}</summary><p class="hint">${t('import.controlHint')}</p><div class="grid-2">
    <div class="labelled"><span class="label">${t('import.controlRows')}</span><${NumberInput} className="input" label=${t('import.controlRows')} value=${control.rows} digits=${0} onChange=${rows => set({ ...control, rows })} /></div>
    <label class="labelled"><span class="label">${t('import.controlColumn')}</span><select class="input" value=${column} onChange=${e => set({ ...control, column: e.target.value })}><option value=""></option>${numeric.map(c => html`<option value=${c.name}>${c.name}</option>`)}</select></label>
    ${column && html`<div class="labelled"><span class="label">${t('import.controlSum')}</span><${NumberInput} className="input" label=${t('import.controlSum')} value=${control.sum} onChange=${sum => set({ ...control, sum })} /></div>`}</div></details>`;
}

/** Cells of a line of CSV text. */
function cells(text) {
  const rows = [];
  let row = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') cell += text[++i];
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      row.push(cell);
      cell = '';
    } else if (c === '\n') {
      row.push(cell.replace(/\r$/, ''));
      rows.push(row);
      row = [];
      cell = '';
    } else cell += c;
  }
  if (cell || row.length) rows.push([...row, cell]);
  return rows.slice(1);
}

const SHOWN = 100;

/** The refused rows or those that exist already, the first hundred of them. */
export function Rows({ id, what, model, meta }) {
  const [rows, setRows] = useState(null);
  useEffect(() => {
    api.get(`/imports/${id}/${what}.csv`).then(text => setRows(cells(text || '')), () => setRows([]));
  }, [id, what]);
  if (!rows || !rows.length) return null;
  const reject = what === 'rejects';
  return html`<div class="map-table" tabindex="0" role="region" aria-label=${t('import.' + what)}><table class="plain-table"><thead><tr><th scope="col" class="num">${t('import.line')}</th><th scope="col">${t(reject ? 'import.problem' : 'import.key')}</th><th scope="col">${t(reject ? 'import.content' : 'import.record')}</th></tr></thead><tbody>${rows.slice(0, SHOWN).map((r, i) => html`<tr key=${i}><td class="num">${r[0]}</td>${reject ? html`<td>${r[1] && html`<b>${meta && meta.byName[r[1]] ? meta.byName[r[1]].label : r[1]}</b> `}<span class="down">${r[2]}</span></td><td class="muted samples"><div class="ellipsis">${r[3]}</div></td>` : html`<td>${r[1]}</td><td><a href=${href(`/r/${model}/${r[2]}`)}>#${r[2]}</a></td>`}</tr>`)}</tbody></table></div>${rows.length > SHOWN && html`<p class="hint">${t('import.firstOf', { n: SHOWN, all: number(rows.length, 0) })}</p>`}`;
}
