// Conditions that are stored as RSQL, read back into what the filter builder edits.

/** Parts of a text between marks that stand in no quotes and no brackets. */
export function split(text, mark = ';') {
  const parts = [];
  let depth = 0;
  let quote = '';
  let part = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quote) {
      if (c === '\\') part += text[i++];
      else if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '(') depth++;
    else if (c === ')') depth--;
    if (!quote && depth === 0 && c === mark) {
      parts.push(part);
      part = '';
    } else part += text[i];
  }
  parts.push(part);
  return parts.map(p => p.trim()).filter(Boolean);
}

const plain = text => /^(["']).*\1$/s.test(text) ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;

const NUMBERS = new Set(['decimal', 'integer']);

function one(text, meta) {
  const found = /^([\w.]+)(==|!=|=[a-z]+=)(.*)$/s.exec(text);
  const field = found && meta.byName[found[1]];
  if (!field) return { raw: text };
  const [, name, sign, rest] = found;
  const values = rest.startsWith('(') ? split(rest.slice(1, -1), ',').map(plain) : [plain(rest)];
  const value = values[0];
  const made = (op, v) => ({ field: name, op, value: v });
  const listed = field.type === 'enum' || field.type === 'ref';
  const typed = v => field.type === 'ref' ? Number(v) : v;
  if (sign === '=null=') return ['enum', 'ref', 'text', 'date'].includes(field.type) ? made(value === 'true' ? 'empty' : 'filled') : { raw: text };
  if (sign === '=in=' && listed || sign === '==' && listed) return made('in', values.map(typed));
  if (sign === '=out=' && listed || sign === '!=' && listed) return made('out', values.map(typed));
  if (sign === '==' && field.type === 'boolean') return made('is', value);
  if (sign === '==' && field.type === 'text') return /^\*.*\*$/s.test(value) ? made('like', value.slice(1, -1)) : made('is', value);
  if (sign === '!=' && field.type === 'text') return made('not', value);
  if (NUMBERS.has(field.type) && ['==', '=ge=', '=le='].includes(sign)) return made({ '==': 'is', '=ge=': 'ge', '=le=': 'le' }[sign], Number(value));
  if (field.type === 'date' && (sign === '=ge=' || sign === '=le=')) return made(sign === '=ge=' ? 'from' : 'to', value);
  return { raw: text };
}

/** Conditions of a stored text; what the builder does not know stays as it is. */
export const conditionsOf = (text, meta) => text && text.trim() ? split(text).map(part => one(part, meta)) : [];

/** Whether a number fulfils the conditions about one field; null where another field is asked. */
export function fits(text, field, amount) {
  let answer = true;
  for (const part of split(text || '')) {
    const found = /^([\w.]+)(==|!=|=ge=|=gt=|=le=|=lt=|>=?|<=?)(-?\d+(?:\.\d+)?)$/.exec(part);
    if (!found || found[1] !== field) {
      if (answer) answer = null;
      continue;
    }
    const limit = Number(found[3]);
    const good = { '==': amount === limit, '!=': amount !== limit, '=ge=': amount >= limit, '>=': amount >= limit, '=gt=': amount > limit, '>': amount > limit,
      '=le=': amount <= limit, '<=': amount <= limit, '=lt=': amount < limit, '<': amount < limit }[found[2]];
    if (!good) return false;
  }
  return answer;
}
