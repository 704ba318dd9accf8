// What graphs, analyses and dashboards share: what can be grouped by and measured, groups in words, the records behind one.
import { useMemo } from 'preact/hooks';
import { t } from '../sdk/i18n.js';
import { date, homeCurrency, money, month, number, plusDays, shortMoney, short } from '../sdk/format.js';
import { setQuery } from '../sdk/router.js';
import { allRsql, fromText, quoted, toText } from './filters.js';
import { inWhat, isMoney, option, refLabel } from './values.js';

const BUCKETS = ['day', 'week', 'month', 'quarter', 'year'];
const HIDDEN = ['historic', 'historicState', 'companyId', 'createdBy', 'changedBy', 'id', 'version'];

/** Groups that a model allows: [{key, label, time}]. */
export function dimensions(meta) {
  const plain = meta.fields.filter(f => ['ref', 'enum', 'boolean'].includes(f.type) || f.type === 'text' && f.length > 0 && f.length <= 8).filter(f => !HIDDEN.includes(f.name));
  const days = meta.fields.filter(f => (f.type === 'date' || f.type === 'instant' && f.name !== 'changedAt') && !HIDDEN.includes(f.name));
  return [...plain.map(f => ({ key: f.name, label: f.label })), ...days.flatMap(f => BUCKETS.map(b => ({ key: `${f.name}:${b}`, label: `${f.label} (${t('bucket.' + b)})`, time: true })))];
}

/** What can be measured: [{key, label}]. */
export function measures(meta) {
  const own = meta.fields.filter(f => f.type === 'decimal' && !HIDDEN.includes(f.name) || f.type === 'integer' && !f.target && !HIDDEN.includes(f.name) && !/No$|position/.test(f.name));
  return [{ key: 'count', label: t('pivot.count') }, ...own.filter(f => f.aggregate).map(f => ({ key: `${f.aggregate}(${f.name})`, label: f.label })),
    ...own.flatMap(f => ['sum', 'avg', 'min', 'max'].filter(a => a !== f.aggregate).map(a => ({ key: `${a}(${f.name})`, label: t('measure.' + a, { name: f.label }), more: true })))];
}

/** The field of a measure, undefined for a count. */
export const measured = (meta, measure) => meta.byName[(/\((\w+)\)/.exec(measure) || [])[1]];

/** Whether the key is one of time. */
export const timely = key => /:/.test(key || '');

/** One text for a group's value, to tell groups apart. */
export const keyOf = v => v === null || v === undefined ? '' : typeof v === 'object' ? String(v.id) : String(v);

/** A bucket of time in words. */
export function timeLabel(bucket, value) {
  if (bucket === 'month') return month(value);
  if (bucket === 'day') return date(value);
  if (bucket === 'week') return t('week.of', { year: value.slice(0, 4), week: Number(value.slice(6)) });
  return bucket === 'quarter' ? t('quarter.of', { year: value.slice(0, 4), quarter: value.slice(6) }) : value;
}

/** A group's value in words. */
export function groupLabel(meta, key, value) {
  const [name, bucket] = key.split(':');
  const field = meta.byName[name];
  if (value === null || value === undefined || value === '') return t('list.none');
  if (bucket) return timeLabel(bucket, String(value));
  if (!field) return String(value);
  if (field.type === 'ref') return refLabel(value);
  if (field.type === 'boolean') return `${field.label}: ${t(value ? 'value.yes' : 'value.no')}`;
  return (option(field, value) || { label: String(value) }).label;
}

/** A measured value as text; `brief` for axes and tiles, `currency` or unit of amounts whose records name one. */
export function measureText(meta, measure, value, brief, currency) {
  if (value === null || value === undefined) return '';
  const field = measured(meta, measure);
  if (!field) return number(value, 0);
  const unit = inWhat(field) && currency || undefined;
  if (isMoney(field)) return brief ? shortMoney(value, unit) : money(value, unit);
  return (brief ? short(value) : number(value, field.type === 'integer' && !/^avg/.test(measure) ? 0 : 2)) + (unit ? ' ' + unit : '');
}

const iso = (year, m, day = 1) => new Date(Date.UTC(year, m - 1, day)).toISOString().slice(0, 10);

function weekStart(value) {
  const [year, week] = [Number(value.slice(0, 4)), Number(value.slice(6))];
  const fourth = iso(year, 1, 4);
  const monday = plusDays(fourth, -((new Date(fourth + 'T00:00:00Z').getUTCDay() + 6) % 7));
  return plusDays(monday, (week - 1) * 7);
}

function bounds(bucket, value) {
  const year = Number(value.slice(0, 4));
  switch (bucket) {
    case 'year': return [iso(year, 1), iso(year + 1, 1)];
    case 'quarter': return [iso(year, Number(value.slice(6)) * 3 - 2), iso(year, Number(value.slice(6)) * 3 + 1)];
    case 'month': return [iso(year, Number(value.slice(5))), iso(year, Number(value.slice(5)) + 1)];
    case 'week': return [weekStart(value), plusDays(weekStart(value), 7)];
    default: return [value.slice(0, 10), plusDays(value.slice(0, 10), 1)];
  }
}

/** The condition that leads to the records of a group. */
export function drillRsql(meta, key, value) {
  const [name, bucket] = key.split(':');
  if (value === null || value === undefined || value === '') return `${name}=null=true`;
  if (typeof value === 'object') return `${name}==${value.id}`;
  if (!bucket) return `${name}==${quoted(value)}`;
  const [from, to] = bounds(bucket, String(value));
  const end = (meta.byName[name] || {}).type === 'instant' ? 'T00:00:00Z' : '';
  return `${name}=ge=${from}${end};${name}=lt=${to}${end}`;
}

/** What a view of many records asks for by the page's address, and how it changes it. */
export function useFilter(meta, query, view) {
  const conditions = useMemo(() => fromText(query.f), [query.f]);
  const preset = (meta.views.list.filters || []).find(p => p.id === query.preset);
  const filter = allRsql(conditions, meta, preset && preset.filter, query.filter);
  const update = part => setQuery({ ...query, view, ...part });
  return { conditions, filter, update, toolbar: { meta, query, conditions, update, setConditions: list => update({ f: toText(list) }), columns: [], setColumns: () => 0, group: null, phone: true, bare: true } };
}

/** Rows of groups in one currency or unit, because amounts in several are never added: the `wanted`, else the company's own, else the commonest: {rows, shown, all}. */
export function ownCurrency(rows, currency, wanted) {
  if (!currency) return { rows, shown: null, all: [] };
  const often = new Map();
  rows.forEach(r => r[currency] && often.set(r[currency], (often.get(r[currency]) || 0) + 1));
  const all = [...often.keys()].sort((a, b) => (b === homeCurrency()) - (a === homeCurrency()) || often.get(b) - often.get(a) || a.localeCompare(b));
  const shown = all.includes(wanted) ? wanted : all[0] || homeCurrency();
  return { rows: rows.filter(r => r[currency] === shown), shown, all };
}
