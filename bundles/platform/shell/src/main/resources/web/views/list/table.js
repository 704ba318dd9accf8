// The windowed table: whatever the number of rows, only those on screen are elements.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { number } from '../../sdk/format.js';
import { composing, Icon } from '../../sdk/components/basic.js';
import { Value } from '../values.js';
import { side, template } from './columns.js';

const TALLEST = 12e6;
const SPARE = 3;

/** Places of rows and group headings in one numbered sequence. */
export function layout(groups, rowSource) {
  const parts = [];
  let at = 0;
  for (const group of groups) {
    if (group.heading) parts.push({ at: at++, kind: 'heading', group });
    const source = rowSource(group);
    const count = !group.heading || group.open ? source ? source.total ?? group.count ?? 12 : 0 : 0;
    if (count) parts.push({ at, kind: 'rows', source, count, group });
    at += count;
  }
  return { parts, count: at, find(index) {
    let low = 0;
    let high = parts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (parts[mid].at <= index) low = mid; else high = mid - 1;
    }
    return parts[low];
  } };
}

const rowHeight = () => parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row')) || 40;

/** Scroll position with as many rows as there may be: beyond what browsers can scroll, positions are scaled. */
export function useWindow(count, footer = 0) {
  const box = useRef();
  const [state, setState] = useState({ top: 0, height: 800, row: 40 });
  useLayoutEffect(() => {
    const element = box.current;
    const measure = () => setState(s => ({ ...s, top: element.scrollTop, height: element.clientHeight, row: rowHeight() }));
    measure();
    let frame = 0;
    const scrolled = () => {
      if (!frame) frame = requestAnimationFrame(() => {
        frame = 0;
        measure();
      });
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    addEventListener('ashlar:look', measure);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', scrolled);
      removeEventListener('ashlar:look', measure);
      observer.disconnect();
    };
  }, []);
  const full = count * state.row;
  const tall = Math.min(full, TALLEST);
  const room = Math.max(1, tall - state.height + footer);
  const scale = full > TALLEST ? Math.max(1, (full - state.height) / room) : 1;
  const offset = state.top * scale;
  const first = Math.max(0, Math.floor(offset / state.row) - SPARE);
  const last = Math.min(count - 1, Math.ceil((offset + state.height) / state.row) + SPARE);
  return { box, tall, row: state.row, first, last, shift: state.top - offset,
    reveal(index, head = 40) {
      const element = box.current;
      const y = index * state.row;
      if (y < offset) element.scrollTop = y / scale;
      else if (y + state.row > offset + state.height - head - footer) element.scrollTop = (y + state.row - state.height + head + footer) / scale;
    } };
}

/** A table. `open(row)`; `selection` is a Set of ids, or 'all' with exceptions. */
export function Table({ meta, columns, groups, rowSource, sort, onSort, selection, onSelect, open, onToggle, footer, revision }) {
  const plan = layout(groups, rowSource);
  const view = useWindow(plan.count, footer ? 36 : 0);
  const [cursor, setCursor] = useState(-1);
  const anchor = useRef(-1);
  const grid = template(meta, columns);
  useEffect(() => {
    for (const part of plan.parts) {
      if (part.kind !== 'rows') continue;
      const from = Math.max(view.first, part.at);
      const to = Math.min(view.last, part.at + part.count - 1);
      if (from <= to) part.source.want(from - part.at, to - part.at);
    }
  });
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
  const keys = event => {
    if (event.target !== event.currentTarget || composing(event)) return;
    const page = Math.max(1, view.last - view.first - 2 * SPARE - 1);
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: page, PageUp: -page }[event.key];
    const { row, heading } = at(cursor);
    if (step && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const next = move(cursor < 0 ? (step > 0 ? 0 : plan.count - 1) : cursor + step);
      if (event.shiftKey && event.key.startsWith('Arrow')) onSelect([at(next).row && at(next).row.id].filter(Boolean), true);
    } else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(plan.count - 1);
    else if (event.key === 'Enter' && row) open(row, event.ctrlKey || event.metaKey);
    else if ((event.key === 'Enter' || event.key === ' ' || event.key === 'ArrowRight' || event.key === 'ArrowLeft') && heading) onToggle(heading);
    else if (event.key === ' ' || event.key === 'x') select(cursor, event);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onSelect(range(view.first, view.last), true);
    else if (event.key === 'Escape' && selection.size) onSelect(null, false);
    else return;
    event.preventDefault();
  };
  const shown = [];
  for (let i = view.first; i <= view.last; i++) shown.push(i);
  const style = { gridTemplateColumns: grid.columns, minWidth: grid.least + 'px' };
  const sorted = name => sort.name === name ? (sort.down ? 'descending' : 'ascending') : undefined;
  const picked = shown.map(i => at(i).row).filter(Boolean);
  const every = picked.length > 0 && picked.every(r => selection.has(r.id));
  return html`<div class="table" role=${groups.some(g => g.heading) ? 'treegrid' : 'grid'} tabindex="0" ref=${view.box} aria-label=${meta.title} aria-rowcount=${plan.count + 1} aria-colcount=${columns.length + 1} aria-multiselectable="true" aria-activedescendant=${cursor >= 0 ? 'row-' + cursor : undefined} onKeyDown=${keys} data-revision=${revision}>
    <div class="thead" role="rowgroup"><div class="tr" role="row" aria-rowindex="1" style=${style}>
      <div class="td check-cell" role="columnheader"><input type="checkbox" class="check" tabindex="-1" aria-label=${t('list.selectShown')} checked=${every} onChange=${() => onSelect(every ? null : picked.map(r => r.id), !every)} /></div>
      ${columns.map((name, i) => {
        const field = meta.byName[name];
        return html`<div class=${`td th ${side(field)} ${i === 0 ? 'first' : ''}`} role="columnheader" aria-sort=${sorted(name)} key=${name}><button type="button" tabindex="-1" class="ellipsis" title=${field.label} onClick=${() => onSort(name)}>${field.label}${sorted(name) && html`<${Icon} name=${sort.down ? 'arrow-down' : 'arrow-up'} size="13px" />`}</button></div>`;
      })}</div></div>
    <div class="tbody" role="rowgroup" style=${{ height: view.tall + 'px', minWidth: grid.least + 'px' }}>
      ${shown.map(i => {
        const { row, heading } = at(i);
        const place = { ...style, transform: `translateY(${i * view.row + view.shift}px)` };
        if (heading) {
          return html`<div class=${'tr group' + (i === cursor ? ' cursor' : '')} id=${'row-' + i} role="row" aria-rowindex=${i + 2} aria-expanded=${String(Boolean(heading.open))} key=${'g' + heading.key} style=${{ transform: place.transform, minWidth: style.minWidth }} onClick=${() => { setCursor(i); onToggle(heading); }}>
            <div class="td group-cell" role="gridcell"><${Icon} name=${heading.open ? 'chevron-down' : 'chevron-right'} /><b class="ellipsis">${heading.title}</b><span class="pill">${number(heading.count, 0)}</span><span class="grow"></span>${heading.sums.map(s => html`<b class="num" title=${s.label}>${s.text}</b>`)}</div></div>`;
        }
        if (!row) return html`<div class="tr waiting" id=${'row-' + i} role="row" aria-rowindex=${i + 2} key=${'w' + i} style=${place}><div class="td" role="gridcell"></div>${columns.map(n => html`<div class="td" role="gridcell"><div class="skeleton" style=${{ width: 40 + (i * 7 + n.length * 11) % 45 + '%' }}></div></div>`)}</div>`;
        const on = selection.has(row.id);
        return html`<div class=${`tr${on ? ' selected' : ''}${i === cursor ? ' cursor' : ''}`} id=${'row-' + i} role="row" aria-rowindex=${i + 2} aria-selected=${String(on)} key=${row.id} style=${place}
            onClick=${e => { setCursor(i); if (e.shiftKey || e.ctrlKey || e.metaKey) select(i, e); else open(row); }} onAuxClick=${e => e.button === 1 && open(row, true)}>
          <div class="td check-cell" role="gridcell" onClick=${e => { e.stopPropagation(); setCursor(i); }}><input type="checkbox" class="check" tabindex="-1" checked=${on} aria-label=${t('list.select')} onClick=${e => select(i, e)} /></div>
          ${columns.map((name, c) => {
            const field = meta.byName[name];
            return html`<div class=${`td ${side(field)} ${c === 0 ? 'first' : ''}`} role="gridcell" key=${name}><${Value} field=${field} value=${row[name]} row=${row} strong=${name === meta.label || field.type === 'decimal' && field.aggregate === 'sum'} /></div>`;
          })}</div>`;
      })}</div>
    ${footer && html`<div class="tfoot" role="rowgroup"><div class="tr" role="row" style=${style}><div class="td" role="gridcell"></div>${columns.map((name, i) => html`<div class=${`td ${side(meta.byName[name])} ${i === 0 ? 'first' : ''}`} role="gridcell">${footer[name] ? html`<b class="ellipsis" title=${footer[name].title}>${footer[name].text}</b>` : i === 0 ? html`<span class="muted">${footer.label}</span>` : null}</div>`)}</div></div>`}
  </div>`;
}
