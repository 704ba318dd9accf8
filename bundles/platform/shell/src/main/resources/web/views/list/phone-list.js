// The list on a phone: two lines per record.
import { html } from '../../sdk/html.js';
import { number } from '../../sdk/format.js';
import { Icon } from '../../sdk/components/basic.js';
import { Sum } from '../sums.js';
import { textOf, Value } from '../values.js';
import { layout, useRows, useWindow } from './window.js';
import { href } from '../../sdk/router.js';

/** Fields that the phone list shows. */
export function phoneFields(meta) {
  const phone = meta.views.list.phone || {};
  return [phone.title, ...(phone.subtitle || []), phone.value, phone.badge].filter(n => n && meta.byName[n]);
}

/** The list. */
export function PhoneList({ meta, groups, rowSource, selection, onSelect, onToggle, revision }) {
  const plan = layout(groups, rowSource);
  const view = useWindow(plan.count);
  const phone = meta.views.list.phone || { title: meta.label, subtitle: [] };
  useRows(plan, view);
  const field = name => meta.byName[name];
  return html`<div class="phone-list" ref=${view.box} data-revision=${revision} tabindex="0" role="region" aria-label=${meta.title}><div style=${{ height: view.tall + 'px', position: 'relative' }}><div class="rows" role="list" style=${{ transform: `translateY(${view.origin}px)` }}>
    ${view.places.map(i => {
      const slot = i % view.slots;
      const part = plan.find(i);
      const style = { transform: `translateY(${(i - view.base) * view.row}px)` };
      if (part.kind === 'heading') {
        return html`<div role="listitem" class="phone-row" style=${style} key=${slot}><button type="button" class="group-cell" aria-expanded=${String(Boolean(part.group.open))} onClick=${() => onToggle(part.group)}><${Icon} name=${part.group.open ? 'chevron-down' : 'chevron-right'} /><b class="ellipsis">${part.group.title}</b><span class="pill">${number(part.group.count, 0)}</span><span class="grow"></span>${part.group.sums.slice(0, 1).map(s => html`<${Sum} ...${s} />`)}</button></div>`;
      }
      const row = part.source.row(i - part.at);
      if (!row) return html`<div role="listitem" class="phone-row" style=${style} key=${slot}><div class="phone-link"><div class="skeleton" style=${{ width: '55%' }}></div><div class="skeleton" style=${{ width: '35%' }}></div></div></div>`;
      const title = field(phone.title) ? textOf(field(phone.title), row[phone.title], row) : '';
      const label = field(meta.label) ? textOf(field(meta.label), row[meta.label], row) : '';
      return html`<div role="listitem" class=${'phone-row' + (selection.has(row.id) ? ' selected' : '')} style=${style} key=${slot} onContextMenu=${e => { e.preventDefault(); onSelect([row.id], !selection.has(row.id)); }}>
        <a class="phone-link" href=${href(`/r/${meta.id}/${row.id}`)} onClick=${e => { if (selection.size) { e.preventDefault(); onSelect([row.id], !selection.has(row.id)); } }}>
          <b class="ellipsis a">${title || label || '#' + row.id}</b>
          <b class="b num">${phone.value && field(phone.value) ? textOf(field(phone.value), row[phone.value], row) : ''}</b>
          <span class="muted ellipsis c">${(phone.subtitle || []).filter(field).map(n => textOf(field(n), row[n], row)).filter(s => s && (title || s !== label)).join(' · ')}</span>
          <span class="d">${phone.badge && field(phone.badge) && html`<${Value} field=${field(phone.badge)} value=${row[phone.badge]} row=${row} />`}</span></a></div>`;
    })}</div></div></div>`;
}
