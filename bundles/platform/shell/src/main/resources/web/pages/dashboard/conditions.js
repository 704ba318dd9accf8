// A filter as it is stored, taken apart into conditions that can be changed one by one.
import { api } from '../../sdk/api.js';
import { meta as load } from '../../shell/boot.js';
import { OPERATORS } from '../../views/filters.js';

/** Parts between semicolons that stand outside brackets and quotes. */
function parts(text) {
  const found = [];
  let depth = 0;
  let quote = null;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quote) {
      if (c === '\\') i++;
      else if (c === quote) quote = null;
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (c === ';' && depth === 0) {
      found.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...found, text.slice(from)].map(p => p.trim()).filter(Boolean);
}

const plain = text => /^(["']).*\1$/s.test(text) ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;

/** Values of a list in brackets; null if one of them holds what would be cut. */
function listed(text) {
  const inner = /^\((.*)\)$/s.exec(text);
  return inner && !/["'(]/.test(inner[1]) ? inner[1].split(',').map(v => v.trim()) : null;
}

/** What one comparison says in the words of the filter builder, else null. */
function read(part, meta) {
  const found = /^(\w+)(==|!=|=in=|=out=|=ge=|=le=|=null=)(.*)$/s.exec(part);
  const field = found && meta.byName[found[1]];
  if (!field || !OPERATORS[field.type]) return null;
  const [, name, sign, raw] = found;
  const chosen = ['enum', 'ref'].includes(field.type);
  const value = plain(raw);
  const made = (op, v) => OPERATORS[field.type].includes(op) && !(typeof v === 'string' && field.type !== 'text' && /[{*]/.test(v)) ? { field: name, op, value: v } : null;
  const ids = list => list && (field.type === 'ref' ? list.every(v => /^\d+$/.test(v)) ? list.map(Number) : null : list);
  switch (sign) {
    case '=null=': return made(raw === 'true' ? 'empty' : 'filled', undefined);
    case '=in=': return ids(listed(raw)) && chosen ? made('in', ids(listed(raw))) : null;
    case '=out=': return ids(listed(raw)) && chosen ? made('out', ids(listed(raw))) : null;
    case '=ge=': case '=le=': {
      const low = sign === '=ge=';
      if (['date', 'instant'].includes(field.type)) return /^\d{4}-\d\d-\d\d/.test(value) ? made(low ? 'from' : 'to', value.slice(0, 10)) : null;
      return Number.isFinite(Number(value)) ? made(low ? 'ge' : 'le', Number(value)) : null;
    }
    default: {
      const not = sign === '!=';
      if (chosen) return ids([value]) ? made(not ? 'out' : 'in', ids([value])) : null;
      const inside = /^\*(.+)\*$/s.exec(value);
      if (field.type === 'text' && inside && !not && !inside[1].includes('*')) return made('like', inside[1]);
      if (value.includes('*')) return null;
      if (field.type === 'boolean') return made('is', not ? String(value !== 'true') : value);
      return field.type === 'text' || !not ? made(not ? 'not' : 'is', ['decimal', 'integer'].includes(field.type) ? Number(value) : value) : null;
    }
  }
}

/** From and to of the same field that follow each other are one span. */
function joined(list, meta) {
  const out = [];
  for (const c of list) {
    const last = out[out.length - 1];
    const ends = last && last.field === c.field && (last.op === 'from' && c.op === 'to' || last.op === 'ge' && c.op === 'le');
    if (ends && OPERATORS[meta.byName[c.field].type].includes('between')) out[out.length - 1] = { field: c.field, op: 'between', value: [last.value, c.value] };
    else out.push(c);
  }
  return out;
}

/** Names of the records that conditions refer to, for their chips. */
async function named(c, meta) {
  const field = !c.raw && meta.byName[c.field];
  if (!field || field.type !== 'ref' || !Array.isArray(c.value)) return c;
  const target = await load(field.target).catch(() => null);
  const page = target && await api.get(target.path, { filter: `id=in=(${c.value.join(',')})`, fields: 'id,' + target.label, limit: 100 }).catch(() => null);
  const names = new Map((page ? page.rows : []).map(r => [r.id, r[target.label] && r[target.label].label || r[target.label]]));
  return { ...c, labels: c.value.map(v => String(names.get(v) || '#' + v)) };
}

/** Conditions of a filter; what the builder cannot say stays as it is, under its own text. */
export async function conditionsOf(filter, meta) {
  if (!filter) return [];
  return Promise.all(joined(parts(filter).map(p => read(p, meta) || { raw: p, title: p }), meta).map(c => named(c, meta)));
}
