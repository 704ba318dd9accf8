// Conditions of a list: chips for people, RSQL for the server, text for the address.
import { t } from '../sdk/i18n.js';
import { plusDays, today } from '../sdk/format.js';
import { option, textOf } from './values.js';

/** Comparisons by type of field, the first is the usual one. */
export const OPERATORS = {
  text: ['like', 'is', 'not', 'empty', 'filled'],
  enum: ['in', 'out', 'empty'],
  ref: ['in', 'out', 'empty', 'filled'],
  boolean: ['is'],
  date: ['period', 'from', 'to', 'between', 'empty', 'filled'],
  instant: ['period', 'from', 'to'],
  decimal: ['ge', 'le', 'is', 'between'],
  integer: ['ge', 'le', 'is', 'between'],
};

/** Periods by name, relative to the company's day. */
export const PERIODS = ['today', 'yesterday', 'week', 'lastWeek', 'month', 'lastMonth', 'quarter', 'year', 'lastYear', 'last30', 'next30', 'past'];

/** First and last day of a period. */
export function period(name) {
  const now = today();
  const [y, m] = now.split('-').map(Number);
  const first = (year, month) => new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
  const monthOf = (year, month) => [first(year, month), plusDays(first(year, month + 1), -1)];
  const monday = plusDays(now, -((new Date(now + 'T00:00:00Z').getUTCDay() + 6) % 7));
  switch (name) {
    case 'today': return [now, now];
    case 'yesterday': return [plusDays(now, -1), plusDays(now, -1)];
    case 'week': return [monday, plusDays(monday, 6)];
    case 'lastWeek': return [plusDays(monday, -7), plusDays(monday, -1)];
    case 'month': return monthOf(y, m);
    case 'lastMonth': return monthOf(y, m - 1);
    case 'quarter': { const q = Math.floor((m - 1) / 3) * 3 + 1; return [first(y, q), plusDays(first(y, q + 3), -1)]; }
    case 'year': return [`${y}-01-01`, `${y}-12-31`];
    case 'lastYear': return [`${y - 1}-01-01`, `${y - 1}-12-31`];
    case 'last30': return [plusDays(now, -30), now];
    case 'next30': return [now, plusDays(now, 30)];
    default: return [null, plusDays(now, -1)];
  }
}

/** A value as RSQL reads it. */
export const quoted = value => /^[\w.:-]+$/.test(String(value)) ? String(value) : '"' + String(value).replace(/["\\]/g, '\\$&') + '"';

const day = (field, value, end) => field.type === 'instant' ? `${value}T${end ? '23:59:59.999' : '00:00:00'}Z` : value;

function range(name, field, from, to) {
  return [from && `${name}=ge=${day(field, from)}`, to && `${name}=le=${day(field, to, true)}`].filter(Boolean).join(';');
}

/** RSQL of one condition {field, op, value}; empty if it says nothing. */
export function rsql(condition, meta) {
  if (condition.raw) return condition.raw;
  const field = meta.byName[condition.field];
  const { op, value } = condition;
  const name = condition.field;
  if (!field) return '';
  const list = Array.isArray(value) ? value : [value];
  switch (op) {
    case 'like': return value ? `${name}==${quoted('*' + value + '*')}` : '';
    case 'is': return value === '' || value === undefined || value === null ? '' : `${name}==${quoted(value)}`;
    case 'not': return `${name}!=${quoted(value)}`;
    case 'in': return list.length && list[0] !== undefined && list[0] !== '' ? (list.length === 1 ? `${name}==${quoted(list[0])}` : `${name}=in=(${list.map(quoted).join(',')})`) : '';
    case 'out': return list.length && list[0] !== '' ? `${name}=out=(${list.map(quoted).join(',')})` : '';
    case 'empty': return `${name}=null=true`;
    case 'filled': return `${name}=null=false`;
    case 'ge': return value === '' ? '' : `${name}=ge=${value}`;
    case 'le': return value === '' ? '' : `${name}=le=${value}`;
    case 'from': return value ? range(name, field, value, null) : '';
    case 'to': return value ? range(name, field, null, value) : '';
    case 'period': { const [from, to] = period(value); return range(name, field, from, to); }
    case 'between': {
      const [a, b] = list;
      return field.type === 'date' || field.type === 'instant' ? range(name, field, a, b) : [a !== '' && a !== undefined && `${name}=ge=${a}`, b !== '' && b !== undefined && `${name}=le=${b}`].filter(Boolean).join(';');
    }
    default: return '';
  }
}

/** RSQL of all conditions, and of more given as text. */
export function allRsql(conditions, meta, ...more) {
  const parts = [...conditions.map(c => rsql(c, meta)), ...more].filter(Boolean);
  return parts.map(p => parts.length > 1 && p.includes(',') && !/^\w[\w.]*=(in|out)=\([^()]*\)$/.test(p) ? `(${p})` : p).join(';');
}

/** A condition in words. */
export function words(condition, meta) {
  if (condition.raw) return condition.title || condition.raw;
  const field = meta.byName[condition.field];
  if (!field) return condition.field;
  const { op, value } = condition;
  const list = Array.isArray(value) ? value : [value];
  const one = (v, i) => condition.labels && condition.labels[i] || (field.type === 'enum' ? (option(field, v) || { label: v }).label
    : field.type === 'boolean' ? t(String(v) === 'true' ? 'value.yes' : 'value.no') : field.type === 'date' || field.type === 'decimal' ? textOf(field, v) || '…' : String(v));
  if (op === 'empty' || op === 'filled') return `${field.label} ${t('op.' + op)}`;
  if (op === 'period') return `${field.label}: ${t('period.' + value)}`;
  if (op === 'between') return `${field.label}: ${one(list[0], 0)} – ${one(list[1], 1)}`;
  if (op === 'in' && field.type === 'enum' && list.length === 1) return one(list[0], 0);
  const sign = { ge: '≥ ', le: '≤ ', from: '≥ ', to: '≤ ', not: '≠ ', out: '≠ ' }[op] || '';
  return `${field.label}: ${sign}${list.map(one).join(', ')}`;
}

/** Conditions as text for the address, and back. */
export const toText = conditions => conditions.length ? JSON.stringify(conditions.map(c => c.raw ? { raw: c.raw, title: c.title } : [c.field, c.op, c.value, c.labels].filter(x => x !== undefined))) : undefined;

export function fromText(text) {
  try {
    return text ? JSON.parse(text).map(c => Array.isArray(c) ? { field: c[0], op: c[1], value: c[2], labels: c[3] } : c) : [];
  } catch (e) {
    return [];
  }
}

/** The condition that a group's value stands for. */
export function groupRsql(key, value) {
  const [name, bucket] = key.split(':');
  if (value === null || value === undefined || value === '') return `${name}=null=true`;
  if (typeof value === 'object') return `${name}==${value.id}`;
  if (!bucket || bucket === 'day') return `${name}==${quoted(value)}`;
  const [y, part] = String(value).split('-');
  const first = (year, month) => new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
  if (bucket === 'year') return `${name}=ge=${y}-01-01;${name}=le=${y}-12-31`;
  const month = bucket === 'quarter' ? (Number(part.replace(/\D/g, '')) - 1) * 3 + 1 : Number(part);
  const months = bucket === 'quarter' ? 3 : 1;
  return `${name}=ge=${first(Number(y), month)};${name}=le=${plusDays(first(Number(y), month + months), -1)}`;
}
