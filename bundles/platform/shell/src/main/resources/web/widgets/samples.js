// Every input in its states, for the gallery: usual, wrong, shut.
import { useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { today, plusDays } from '../sdk/format.js';
import { Badge, FieldError } from '../sdk/components/basic.js';
import { DateRange } from '../sdk/components/date-range.js';
import { FieldInput } from './field.js';
import { FileDrop, ImageInput } from './files.js';
import { RichText } from './rich-text.js';
import { BarcodeInput, ScanInput } from './scan.js';
import { TagsInput } from './tags.js';

const META = { id: 'gallery.sample' };
const MONEY = { name: 'amount', type: 'decimal', currencyField: 'currency', label: 'Money', scale: 2 };
const QUANTITY = { name: 'quantity', type: 'decimal', unitField: 'unit', label: 'Quantity', scale: 3 };

/** A part once as usual, once wrong, once shut. */
function States({ render, label }) {
  return html`<div class="stack">${['usual', 'wrong', 'shut'].map(state => html`<div class="labelled" key=${state}><span class="label">${label} · ${t('gallery.' + state)}</span>${render(state)}${state === 'wrong' && html`<${FieldError} text=${t('sign.incomplete')} />`}</div>`)}</div>`;
}

/** The parts. `part(title, content)` makes a card. */
export function Samples({ part }) {
  const [span, setSpan] = useState([plusDays(today(), -6), today()]);
  const [rich, setRich] = useState('<p>Hello <b>world</b>, <i>你好</i></p><ul><li>1</li><li>2</li></ul>');
  const [tags, setTags] = useState('VIP, 老客户, DIN 933');
  const [code, setCode] = useState('4006381333931');
  const [row, setRow] = useState({ amount: 1234.5, currency: 'EUR', quantity: 12.5, unit: 'KGM' });
  const [picture, setPicture] = useState(null);
  const [files, setFiles] = useState([]);
  const [scans, setScans] = useState([]);
  const given = state => ({ invalid: state === 'wrong', readonly: state === 'shut' });
  return html`${part('DateRange', html`<div class="stack"><${DateRange} label=${t('body.date')} value=${span} onChange=${setSpan} /><span class="hint">${span.join(' … ')}</span></div>`)}
    ${part('money, quantity', html`<div class="pair">${[MONEY, QUANTITY].map(field => html`<${States} key=${field.name} label=${field.name} render=${state => html`<${FieldInput} meta=${META} field=${field} id=${`sample-${field.name}-${state}`} label=${field.name} value=${row[field.name]} row=${row} error=${state === 'wrong' ? ' ' : null} readonly=${state === 'shut'} onChange=${v => setRow({ ...row, [field.name]: v })} />`} />`)}</div>`)}
    ${part('richtext', html`<${States} label="RichText" render=${state => html`<${RichText} id=${'sample-rich-' + state} label=${'RichText ' + state} value=${rich} onChange=${setRich} ...${given(state)} />`} />`)}
    ${part('tags, barcode', html`<div class="pair"><${States} label="TagsInput" render=${state => html`<${TagsInput} id=${'sample-tags-' + state} label=${'TagsInput ' + state} value=${tags} onChange=${setTags} ...${given(state)} />`} /><${States} label="BarcodeInput" render=${state => html`<${BarcodeInput} id=${'sample-code-' + state} label=${'BarcodeInput ' + state} value=${code} onChange=${setCode} ...${given(state)} />`} /></div>`)}
    ${part('ScanInput', html`<div class="stack"><${ScanInput} wedge=${false} onScan=${(text, read) => setScans([read, ...scans].slice(0, 3))} />${scans.map(s => html`<div class="row wrap-row"><b>${s.code}</b>${Object.entries({ gtin: s.gtin, lot: s.lot, serial: s.serial, expiry: s.expiry, count: s.count }).filter(([, v]) => v).map(([k, v]) => html`<${Badge}>${k} ${v}<//>`)}</div>`)}</div>`)}
    ${part('FileDrop, ImageInput', html`<div class="pair"><div class="stack"><${FileDrop} onFiles=${list => setFiles(list.map(f => f.name))} /><span class="hint">${files.join(', ')}</span><${FileDrop} disabled onFiles=${() => 0} /></div><div class="stack"><${ImageInput} value=${picture} onChange=${setPicture} /><${ImageInput} readonly value=${new URL('../mark.svg', import.meta.url).href} /></div></div>`)}`;
}
