// Which rows stand on the screen, whatever their number.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const TALLEST = 12e6;
const SPARE = 3;
/** Rows between two origins: within them a row's place never changes, so scrolling touches only rows that come. */
const ORIGIN = 512;
const LEAP = 60;
const PAUSE = 70;
const AHEAD = 40;
const REST = 150;

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

/**
 * Rows in the order of their elements. A row that comes takes the element (the slot) of one that went, and elements are not moved
 * while someone scrolls: moved, each would be styled and laid out again in every frame. At rest they stand as they are read.
 */
function places(order, first, last, slots, resting) {
  const shown = new Map();
  for (let i = first; i <= last; i++) shown.set(i % slots, i);
  const kept = resting ? [] : order.current.filter(slot => shown.has(slot));
  const there = new Set(kept);
  order.current = kept.concat([...shown.keys()].filter(slot => !there.has(slot)));
  return order.current.map(slot => shown.get(slot));
}

/** Scroll position with as many rows as there may be: beyond what browsers can scroll, positions are scaled. */
export function useWindow(count, footer = 0) {
  const box = useRef();
  const order = useRef([]);
  const [state, setState] = useState({ top: 0, height: 800, width: 0, row: 40, resting: true });
  useLayoutEffect(() => {
    const element = box.current;
    const measure = () => setState({ top: element.scrollTop, height: element.clientHeight, width: element.clientWidth, row: rowHeight(), resting: true });
    measure();
    let frame = 0;
    let rest = 0;
    const rested = () => setState(s => ({ ...s, resting: true }));
    const scrolled = () => {
      clearTimeout(rest);
      rest = setTimeout(rested, REST);
      if (!frame) frame = requestAnimationFrame(() => {
        frame = 0;
        const top = element.scrollTop;
        setState(s => s.top === top ? s : { ...s, top, resting: false });
      });
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    addEventListener('ashlar:look', measure);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
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
  const slots = Math.ceil(state.height / state.row) + 2 * SPARE + 1;
  const last = Math.min(count - 1, first + slots - 1);
  const base = Math.floor(first / ORIGIN) * ORIGIN;
  return { box, tall, row: state.row, width: state.width, first, last, base, slots, spare: SPARE,
    places: places(order, first, last, slots, state.resting),
    origin: state.top - (offset - base * state.row),
    reveal(index, head = 40) {
      const element = box.current;
      const y = index * state.row;
      if (y < offset) element.scrollTop = y / scale;
      else if (y + state.row > offset + state.height - head - footer) element.scrollTop = (y + state.row - state.height + head + footer) / scale;
    } };
}

/** Asks for the rows on screen and some ahead; while someone leaps through the list, only where he comes to rest. */
export function useRows(plan, view) {
  const seen = useRef({ first: 0, timer: null });
  const latest = useRef();
  latest.current = () => {
    const down = view.first >= seen.current.first;
    seen.current.first = view.first;
    const from = view.first - (down ? 0 : AHEAD);
    const to = view.last + (down ? AHEAD : 0);
    for (const part of plan.parts) {
      if (part.kind !== 'rows') continue;
      const a = Math.max(from, part.at);
      const b = Math.min(to, part.at + part.count - 1);
      if (a <= b) part.source.want(a - part.at, b - part.at);
    }
  };
  useLayoutEffect(() => {
    clearTimeout(seen.current.timer);
    const leap = Math.abs(view.first - seen.current.first) > LEAP;
    if (leap) seen.current.timer = setTimeout(() => latest.current(), PAUSE);
    else latest.current();
  });
  useLayoutEffect(() => () => clearTimeout(seen.current.timer), []);
}
