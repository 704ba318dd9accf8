// The windowed table: whatever the number of rows, only those on screen are elements, and they are used again.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { number } from '../../sdk/format.js';
import { composing, Icon } from '../../sdk/components/basic.js';
import { toast } from '../../sdk/components/overlay.js';
import { Sum } from '../sums.js';
import { plainText, Value } from '../values.js';
import { side, template } from './columns.js';
import { area } from '../../shell/lazy.js';
import { layout, useRows, useWindow } from './window.js';

const editor = area('inputs', () => import('./edit.js'));

/** One cell. Plain text stands in the cell itself: half of the elements, half of the work of a frame. */
function cell(meta, name, row, first, spot, pin) {
  const field = meta.byName[name];
  const strong = name === meta.label || field.type === 'decimal' && field.aggregate === 'sum';
  const text = plainText(field, row[name], row);
  const className = `td ${side(field)}${first ? ' first' : ''}${spot ? ' spot' : ''}${pin ? ' pin' : ''}`;
  if (text === null) return html`<div class=${className} role="gridcell" key=${name}><${Value} field=${field} value=${row[name]} row=${row} strong=${strong} /></div>`;
  return html`<div class=${className + ' text'} role="gridcell" key=${name} title=${text.length > 24 ? text : undefined}>${strong ? html`<b>${text}</b>` : text}</div>`;
}

function headingRow(heading, i, y, cursor, minWidth, slot) {
  return html`<div class=${'tr group' + (cursor ? ' cursor' : '')} id=${'row-' + i} data-i=${i} role="row" aria-rowindex=${i + 2} aria-expanded=${String(Boolean(heading.open))} key=${slot} style=${{ transform: y, minWidth }}>
    <div class="td group-cell" role="gridcell"><${Icon} name=${heading.open ? 'chevron-down' : 'chevron-right'} /><b class="ellipsis">${heading.title}</b><span class="pill">${number(heading.count, 0)}</span><span class="grow"></span>${heading.sums.map(s => html`<${Sum} ...${s} />`)}</div></div>`;
}

/** A table. `open(row)`; `selection` is a Set of ids; `edit` {on, set}: whether cells can be edited; `tick` gets what draws rows anew. */
export function Table({ meta, columns, groups, rowSource, sort, onSort, selection, onSelect, open, onToggle, footer, revision, edit, tick }) {
  const plan = layout(groups, rowSource);
  const view = useWindow(plan.count, footer ? 36 : 0);
  const [cursor, drawCursor] = useState(-1);
  const [column, setColumn] = useState(0);
  const [editing, setEditing] = useState(null);
  const [, redraw] = useState(0);
  const anchor = useRef(-1);
  // Keys may come faster than rows are drawn: each goes on from where the last one led.
  const place = useRef(-1);
  const setCursor = i => {
    place.current = i;
    drawCursor(i);
  };
  const drawn = useRef(new Map());
  const grid = template(meta, columns);
  // Of a table wider than the window the first column and the amount stay.
  const pinned = (meta.views.list.sums || []).find(n => columns.indexOf(n) > 0);
  tick.current = () => redraw(n => n + 1);
  useRows(plan, view);
  useEffect(() => {
    if (!edit.on) setEditing(null);
  }, [edit.on]);
  const at = index => {
    const part = plan.count > index && index >= 0 ? plan.find(index) : null;
    return part ? part.kind === 'heading' ? { heading: part.group, part } : { row: part.source.row(index - part.at), part } : {};
  };
  const move = to => {
    const next = Math.max(0, Math.min(plan.count - 1, to));
    setCursor(next);
    view.reveal(next);
    return next;
  };
  const range = (a, b) => {
    const ids = [];
    for (let i = Math.min(a, b); i <= Math.max(a, b); i++) {
      const { row } = at(i);
      if (row) ids.push(row.id);
    }
    return ids;
  };
  const select = (index, event) => {
    const { row } = at(index);
    if (!row) return;
    const ids = event && event.shiftKey && anchor.current >= 0 ? range(anchor.current, index) : [row.id];
    anchor.current = index;
    onSelect(ids, !selection.has(row.id));
  };
  const begin = (index, name, typed) => {
    const { row } = at(index);
    if (!row || !meta.update) return;
    editor().then(m => {
      const first = m.editable(meta, columns, row, name);
      if (!first) return toast(t('edit.none'), { bad: true });
      edit.set(true);
      setCursor(index);
      return setEditing({ index, id: row.id, last: row, name: first, typed, Row: m.EditRow });
    }, e => toast(e.message, { bad: true }));
  };
  const leave = by => {
    const from = editing.index;
    setEditing(null);
    view.box.current.focus({ preventScroll: true });
    const next = move(from + by);
    if (by && next !== from && at(next).row) begin(next, editing.name);
  };
  const keys = event => {
    if (event.target !== event.currentTarget || composing(event)) return;
    const page = Math.max(1, view.last - view.first - 2 * view.spare - 1);
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: page, PageUp: -page }[event.key];
    const { row, heading } = at(place.current);
    const plainKey = !event.ctrlKey && !event.metaKey && !event.altKey;
    const aside = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (edit.on && row && aside) setColumn(Math.max(0, Math.min(columns.length - 1, column + aside)));
    else if (edit.on && row && (event.key === 'Enter' || plainKey && event.key.length === 1 && event.key !== ' ')) begin(place.current, columns[column], event.key.length === 1 ? event.key : undefined);
    else if (edit.on && event.key === 'Escape') edit.set(false);
    else if (event.key === 'F2' && row) begin(place.current, edit.on ? columns[column] : undefined);
    else if (step && plainKey) {
      const next = move(place.current < 0 ? (step > 0 ? 0 : plan.count - 1) : place.current + step);
      if (event.shiftKey && event.key.startsWith('Arrow')) onSelect([at(next).row && at(next).row.id].filter(Boolean), true);
    } else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(plan.count - 1);
    else if (event.key === 'Enter' && row) open(row, event.ctrlKey || event.metaKey);
    else if ((event.key === 'Enter' || event.key === ' ' || aside) && heading) onToggle(heading);
    else if (event.key === ' ' || event.key === 'x') select(place.current, event);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onSelect(range(view.first, view.last), true);
    else if (event.key === 'Escape' && selection.size) onSelect(null, false);
    else return;
    event.preventDefault();
  };
  const placeOf = event => {
    const element = event.target.closest('[data-i]');
    return element ? Number(element.dataset.i) : -1;
  };
  const columnOf = event => {
    const td = event.target.closest('.td');
    return td ? [...td.parentNode.children].indexOf(td) - 1 : -1;
  };
  const clicked = event => {
    const i = placeOf(event);
    const { row, heading } = at(i);
    if (i < 0 || event.target.closest('.editing')) return;
    setCursor(i);
    if (heading) onToggle(heading);
    else if (event.target.closest('.check-cell')) {
      if (event.target.matches('input')) select(i, event);
    } else if (row && (event.shiftKey || event.ctrlKey || event.metaKey)) select(i, event);
    else if (row && edit.on) setColumn(Math.max(0, columnOf(event)));
    else if (row) open(row);
  };
  const twice = event => {
    const i = placeOf(event);
    if (edit.on && i >= 0 && !event.target.closest('.editing')) begin(i, columns[Math.max(0, columnOf(event))]);
  };
  const style = { gridTemplateColumns: grid.columns, minWidth: grid.least + 'px' };
  const rowStyle = y => ({ gridTemplateColumns: style.gridTemplateColumns, minWidth: style.minWidth, transform: y });
  const look = [columns.join(), grid.columns, view.row, view.base, plan.count, edit.on, meta.id, t('list.select')].join('|');
  const draw = i => {
    const { row, heading } = at(i);
    const slot = i % view.slots;
    const on = Boolean(row && selection.has(row.id));
    const here = i === cursor;
    const spot = here && edit.on ? column : -1;
    const old = drawn.current.get(slot);
    if (!heading && row && old && old.row === row && old.i === i && old.on === on && old.here === here && old.spot === spot && old.look === look) return old.node;
    const y = `translateY(${(i - view.base) * view.row}px)`;
    if (heading) return headingRow(heading, i, y, here, style.minWidth, slot);
    if (!row) return html`<div class=${'tr waiting' + (here ? ' cursor' : '')} id=${'row-' + i} data-i=${i} role="row" aria-rowindex=${i + 2} key=${slot} style=${rowStyle(y)}><div class="td" role="gridcell"></div></div>`;
    const node = html`<div class=${`tr${on ? ' selected' : ''}${here ? ' cursor' : ''}`} id=${'row-' + i} data-i=${i} role="row" aria-rowindex=${i + 2} aria-selected=${String(on)} key=${slot} style=${rowStyle(y)}>
      <div class="td check-cell" role="gridcell"><input type="checkbox" class="check" tabindex="-1" checked=${on} aria-label=${t('list.select')} /></div>
      ${columns.map((name, c) => cell(meta, name, row, c === 0, c === spot, name === pinned))}</div>`;
    drawn.current.set(slot, { row, i, on, here, spot, look, node });
    return node;
  };
  const shown = view.places;
  const sorted = name => sort.name === name ? (sort.down ? 'descending' : 'ascending') : undefined;
  const picked = shown.map(i => at(i).row).filter(Boolean);
  const every = picked.length > 0 && picked.every(r => selection.has(r.id));
  const wide = grid.least > view.width;
  // The row being edited stays, however far one scrolls meanwhile: what was typed is in it.
  const spotOf = row => row && editing && row.id === editing.id;
  if (editing && !spotOf(at(editing.index).row)) editing.index = shown.find(i => spotOf(at(i).row)) ?? editing.index;
  const edited = editing && (spotOf(at(editing.index).row) ? at(editing.index).row : editing.last);
  if (edited) editing.last = edited;
  return html`<div class=${`table${wide ? ' wide' : ''}${edit.on ? ' cells' : ''}`} role=${groups.some(g => g.heading) ? 'treegrid' : 'grid'} tabindex="0" ref=${view.box} aria-label=${meta.title} aria-rowcount=${plan.count + 1} aria-colcount=${columns.length + 1} aria-multiselectable="true" aria-activedescendant=${cursor >= 0 ? 'row-' + cursor : undefined} onKeyDown=${keys} data-revision=${revision}>
    <div class="thead" role="rowgroup"><div class="tr" role="row" aria-rowindex="1" style=${style}>
      <div class="td check-cell" role="columnheader"><input type="checkbox" class="check" tabindex="-1" aria-label=${t('list.selectShown')} checked=${every} onChange=${() => onSelect(every ? null : picked.map(r => r.id), !every)} /></div>
      ${columns.map((name, i) => {
        const field = meta.byName[name];
        return html`<div class=${`td th ${side(field)} ${i === 0 ? 'first' : ''} ${name === pinned ? 'pin' : ''}`} role="columnheader" aria-sort=${sorted(name)} key=${name}><button type="button" tabindex="-1" class="ellipsis" title=${field.label} onClick=${() => onSort(name)}><span class="ellipsis">${field.label}</span>${sorted(name) && html`<${Icon} name=${sort.down ? 'arrow-down' : 'arrow-up'} size="13px" />`}</button></div>`;
      })}</div></div>
    <div class="tbody" style=${{ height: view.tall + 'px', minWidth: grid.least + 'px' }} onClick=${clicked} onDblClick=${twice} onAuxClick=${e => e.button === 1 && at(placeOf(e)).row && open(at(placeOf(e)).row, true)}>
      <div class="rows" role="rowgroup" style=${{ transform: `translateY(${view.origin}px)` }}>${shown.map(i => editing && i === editing.index && spotOf(at(i).row) ? null : draw(i))}
        ${edited && html`<${editing.Row} key=${'e' + editing.id} meta=${meta} columns=${columns} row=${edited} name=${editing.name} typed=${editing.typed} index=${editing.index} style=${rowStyle(`translateY(${(editing.index - view.base) * view.row}px)`)} leave=${leave} saved=${row => at(editing.index).part && at(editing.index).part.source.put(row)} show=${cell} />`}</div></div>
    ${footer && html`<div class="tfoot" role="rowgroup"><div class="tr" role="row" style=${style}><div class="td" role="gridcell"></div>${columns.map((name, i) => html`<div class=${`td ${side(meta.byName[name])} ${i === 0 ? 'first' : ''} ${name === pinned ? 'pin' : ''}`} role="gridcell">${footer[name] ? html`<${Sum} ...${footer[name]} label="" pick=${c => footer.pick(name, c)} />` : i === 0 ? html`<span class="muted">${footer.label}</span>` : null}</div>`)}</div></div>`}
  </div>`;
}
