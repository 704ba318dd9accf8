// Numbers as people type them: separators, full-width digits, 万, sums such as 12*3.
import { useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { number, readNumber } from '../sdk/format.js';
import { composing } from '../sdk/components/basic.js';

/** Reads a number or a small calculation of + - * / and brackets. */
function readCalculation(text) {
  const plain = readNumber(text);
  if (!Number.isNaN(plain)) return plain;
  const tokens = String(text).normalize('NFKC').replace(/[×x]/g, '*').replace(/÷/g, '/').match(/\d+\.?\d*|\.\d+|[-+*/()]/g);
  if (!tokens || tokens.join('') !== String(text).normalize('NFKC').replace(/[×x]/g, '*').replace(/÷/g, '/').replace(/[\s,]/g, '')) return NaN;
  let at = 0;
  const factor = () => {
    const token = tokens[at++];
    if (token === '-') return -factor();
    if (token === '(') {
      const inner = sum();
      return tokens[at++] === ')' ? inner : NaN;
    }
    return Number(token);
  };
  const product = () => {
    let value = factor();
    while (tokens[at] === '*' || tokens[at] === '/') value = tokens[at++] === '*' ? value * factor() : value / factor();
    return value;
  };
  const sum = () => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-') value = tokens[at++] === '+' ? value + product() : value - product();
    return value;
  };
  const value = sum();
  return at === tokens.length ? Math.round(value * 1e6) / 1e6 : NaN;
}

/** An input for a number; `onChange` gets a number or null. */
export function NumberInput({ value, onChange, digits = 6, least = 0, className = '', label, id, invalid, readonly, required, onKeyDown, ...rest }) {
  const [text, setText] = useState(null);
  const [bad, setBad] = useState(false);
  const commit = () => {
    if (text === null) return;
    const read = readCalculation(text);
    setBad(Number.isNaN(read));
    if (Number.isNaN(read)) return;
    setText(null);
    if (read !== (value ?? null)) onChange(read);
  };
  const keys = e => {
    if (!composing(e) && (e.key === 'Enter' || (e.ctrlKey || e.metaKey) && e.key === 's')) commit();
    if (onKeyDown) onKeyDown(e);
  };
  return html`<input id=${id} class=${className} type="text" inputmode="decimal" autocomplete="off" aria-label=${label} aria-invalid=${String(Boolean(invalid || bad))} aria-required=${required ? 'true' : undefined} readonly=${readonly}
    value=${text === null ? number(value, digits, least) : text} onFocus=${e => { const el = e.target; if (!readonly) requestAnimationFrame(() => document.activeElement === el && el.select()); }} onInput=${e => setText(e.target.value)} onBlur=${commit} onKeyDown=${keys} ...${rest} />`;
}
