// Time of a Gantt chart: how wide a day is, what the head says, which days are drawn. Pure.
import { date, month, plusDays } from '../sdk/format.js';

/** By zoom: pixels of a day, the fewest days drawn. */
export const ZOOMS = { day: { px: 34, least: 8 }, week: { px: 13, least: 20 }, month: { px: 4, least: 60 } };

/** How many days fill a width. */
export const daysIn = (zoom, width) => Math.max(ZOOMS[zoom].least, Math.ceil(width / ZOOMS[zoom].px));

const at = day => Date.parse(day.slice(0, 10) + 'T00:00:00Z');

/** Whole days from one day to another. */
export const daysBetween = (from, to) => Math.round((at(to) - at(from)) / 86400000);

/** The Monday of a day's week. */
export const monday = day => plusDays(day, -((new Date(at(day)).getUTCDay() + 6) % 7));

/** The first drawn day when a day is to be seen: a third of the page lies before it. */
export function firstDay(zoom, day, days) {
  const before = plusDays(day, -Math.floor(days / 3));
  return zoom === 'month' ? before.slice(0, 8) + '01' : monday(before);
}

function spans(first, days, keyOf, labelOf) {
  const list = [];
  for (let i = 0; i < days; i++) {
    const key = keyOf(plusDays(first, i));
    const last = list[list.length - 1];
    if (last && last.key === key) last.days++;
    else list.push({ key, from: i, days: 1, label: labelOf(key) });
  }
  return list;
}

/** Both lines of the head: [{key, from, days, label}]. */
export function heads(zoom, first, days) {
  const months = spans(first, days, d => d.slice(0, 7), month);
  if (zoom === 'month') return [spans(first, days, d => d.slice(0, 4), y => y), spans(first, days, d => d.slice(0, 7), m => String(Number(m.slice(5))))];
  return [months, zoom === 'day' ? spans(first, days, d => d, d => String(Number(d.slice(8)))) : spans(first, days, monday, d => date(d).replace(/[,/年]?\s?\d{4}[/年]?/, ''))];
}

/** Saturdays, as days after the first. */
export const weekends = (zoom, first, days) => zoom === 'month' ? [] : Array.from({ length: days }, (_, i) => i).filter(i => new Date(at(plusDays(first, i))).getUTCDay() === 6);
