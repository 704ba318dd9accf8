// Whom one met: chosen from what this device knows, so it works without a network.
import { useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { composing, newId } from '../sdk/components/basic.js';
import { Popover } from '../sdk/components/overlay.js';

const MOST = 8;

/** The input. Items {field, id, label, kind}; `onChange` gets one or null. */
export function Who({ items, value, onChange, invalid, id }) {
  const [text, setText] = useState(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const input = useRef();
  const list = useRef(newId('who')).current;
  const asked = (text || '').trim().toLowerCase();
  const found = items.filter(i => !asked || i.label.toLowerCase().includes(asked)).slice(0, MOST);
  const choose = item => {
    setText(null);
    setOpen(false);
    onChange(item);
  };
  const keys = e => {
    if (composing(e)) return;
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      if (open) setAt((at + (e.key === 'ArrowDown' ? 1 : -1) + found.length) % Math.max(1, found.length));
      else setOpen(true);
    } else if (e.key === 'Enter' && open) {
      e.preventDefault();
      if (found[at]) choose(found[at]);
    } else if (e.key === 'Escape' && open) {
      e.preventDefault();
      e.stopPropagation();
      setOpen(false);
      setText(null);
    }
  };
  return html`<span class="who"><input ref=${input} id=${id} class="input" type="text" role="combobox" autocomplete="off" aria-expanded=${String(open)} aria-controls=${open ? list : undefined} aria-autocomplete="list" aria-activedescendant=${open && found.length ? `${list}-${at}` : undefined} aria-invalid=${String(Boolean(invalid))} placeholder=${t('offline.whoPlace')} value=${text === null ? (value ? value.label : '') : text}
      onInput=${e => { setText(e.target.value); setOpen(true); setAt(0); }} onClick=${() => setOpen(true)} onFocus=${e => e.target.select()} onKeyDown=${keys} onBlur=${() => setTimeout(() => { if (document.activeElement === input.current) return; if (text === '' && value) onChange(null); setOpen(false); setText(null); }, 160)} />
    ${open && html`<${Popover} anchor=${input.current} onClose=${() => setOpen(false)} focus=${false} width="anchor"><div role="listbox" id=${list} aria-label=${t('offline.who')}>${found.map((item, i) => html`<div class="menu-item" id=${`${list}-${i}`} role="option" aria-selected=${String(i === at)} data-active=${String(i === at)} onMouseDown=${e => { e.preventDefault(); choose(item); }}><span class="ellipsis">${item.label}</span><span class="hint">${t('offline.kind.' + item.field)}</span></div>`)}
      ${!found.length && html`<div class="menu-title" role="option" aria-disabled="true" aria-selected="false">${t('offline.nobody')}</div>`}</div><//>`}</span>`;
}
