// A list whose items are dragged or moved by buttons; items may go to another list of the same page.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { Button, Icon } from '../../sdk/components/basic.js';

let dragged = null;

/** `items`: [{id, label}]; `onDrop(from {list, at}, at)` also from other lists; `tools(item, i)`: more buttons. */
export function Sortable({ list, items, label, onDrop, remove, tools, empty }) {
  const [over, setOver] = useState(null);
  const start = (event, at) => {
    dragged = { list, at };
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', items[at].label);
  };
  const allow = (event, at) => {
    if (!dragged) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(at);
  };
  const drop = (event, at) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(null);
    if (dragged) onDrop(dragged, dragged.list === list && dragged.at < at ? at - 1 : at);
    dragged = null;
  };
  const keys = (event, i) => {
    const by = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || i + by < 0 || i + by >= items.length) return;
    event.preventDefault();
    onDrop({ list, at: i }, i + by);
    const rows = event.currentTarget.parentElement;
    requestAnimationFrame(() => rows.children[i + by] && rows.children[i + by].focus());
  };
  return html`<ul class="sortable" aria-label=${label} onDragOver=${e => allow(e, items.length)} onDragLeave=${() => setOver(null)} onDrop=${e => drop(e, items.length)}>
    ${items.map((item, i) => html`<li key=${item.id} tabindex="0" draggable="true" class=${over === i ? 'over' : ''} aria-label=${`${item.label} (${i + 1}/${items.length})`} onKeyDown=${e => keys(e, i)} onDragStart=${e => start(e, i)} onDragEnd=${() => { dragged = null; setOver(null); }} onDragOver=${e => allow(e, i)} onDrop=${e => drop(e, i)}><${Icon} name="grip-vertical" /><span class="grow ellipsis">${item.label}</span>${item.badge}
      <span class="line-tools">${tools && tools(item, i)}<${Button} kind="ghost" icon="arrow-up" label=${t('studio.up', { name: item.label })} disabled=${i === 0} onClick=${() => onDrop({ list, at: i }, i - 1)} /><${Button} kind="ghost" icon="arrow-down" label=${t('studio.down', { name: item.label })} disabled=${i === items.length - 1} onClick=${() => onDrop({ list, at: i }, i + 1)} />${remove && html`<${Button} kind="ghost" icon="x" label=${t('studio.remove', { name: item.label })} onClick=${() => remove(i)} />`}</span></li>`)}
    ${!items.length && html`<li class=${'hint empty-drop' + (over !== null ? ' over' : '')}>${empty || t('studio.dropHere')}</li>`}</ul>`;
}
