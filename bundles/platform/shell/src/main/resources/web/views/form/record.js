// A record being edited: what the server has, what the user changed, what is sent.

let keys = 0;

/** Lines get a key of their own, so that new ones can be told apart. */
export const keyed = lines => (lines || []).map(line => ({ ...line, _key: line._key || 'l' + ++keys }));
export const newLine = () => ({ _key: 'l' + ++keys, _new: true });

const plain = value => value && typeof value === 'object' && !Array.isArray(value) ? value.id : value;

/** Whether two values say the same. */
export function same(a, b) {
  if (Array.isArray(a) || Array.isArray(b)) return JSON.stringify(lineBody(a || [])) === JSON.stringify(lineBody(b || []));
  return (plain(a) ?? null) === (plain(b) ?? null);
}

function lineBody(lines) {
  return lines.map(line => Object.fromEntries(Object.entries(line).filter(([k, v]) => !k.startsWith('_') && k !== 'version' && v !== undefined).map(([k, v]) => [k, plain(v)])));
}

/** The changes between the server's record and the draft. */
export function changes(base, draft) {
  const changed = {};
  for (const [name, value] of Object.entries(draft)) if (!base || !same(base[name], value)) changed[name] = value;
  return changed;
}

/** A line without anything but its place is not sent. */
export const blank = line => !line.id && Object.entries(line).every(([k, v]) => k.startsWith('_') || v === null || v === undefined || v === '');

/** The body of a POST or PATCH. `lineMetas`: metadata of lines by field. */
export function body(values, meta, lineMetas, creating) {
  const out = {};
  for (const [name, value] of Object.entries(values)) {
    const field = meta.byName[name];
    if (!field || field.readonly || field.createOnly && !creating) continue;
    if (field.type !== 'lines') {
      out[name] = plain(value) ?? null;
      continue;
    }
    const lines = lineMetas[name];
    out[name] = value.filter(line => !blank(line)).map(line => {
      const sent = line.id ? { id: line.id } : {};
      for (const [key, v] of Object.entries(line)) {
        const f = lines && lines.byName[key];
        if (!f || f.readonly || f.createOnly || f.type === 'lines' || key === 'id' || key === 'version') continue;
        if (!line.id && (v === null || v === undefined)) continue;
        if (line._base && same(line._base[key], v)) continue;
        sent[key] = plain(v) ?? null;
      }
      return sent;
    });
  }
  return out;
}

/** The record as the server sent it, lines with their base to compare with. */
export function received(record, meta) {
  const made = { ...record };
  for (const field of meta.fields) {
    if (field.type === 'lines' && Array.isArray(record[field.name])) made[field.name] = keyed(record[field.name]).map(line => ({ ...line, _base: { ...line } }));
  }
  return made;
}

/** Errors by path, paths of lines by the keys of the shown lines. */
export function errorsByPath(errors, values) {
  const found = {};
  for (const { field, message } of errors || []) {
    const line = /^(\w+)\[(\d+)\]\.?(.*)$/.exec(field || '');
    if (line && values[line[1]]) {
      const shown = values[line[1]].filter(l => !blank(l))[Number(line[2])];
      found[`${line[1]}.${shown ? shown._key : line[2]}.${line[3]}`] = message;
    } else {
      const key = field || '';
      found[key] = found[key] ? found[key] + ' ' + message : message;
    }
  }
  return found;
}

const LOCKED = new Set(['CONFIRMED', 'POSTED', 'PAID', 'DONE', 'CANCELLED', 'CLOSED', 'COMPLETED', 'REJECTED', 'LOCKED', 'REVERSED']);

/** Whether the document's state closes its fields; actions still change it. */
export function locked(meta, values) {
  if (!meta.state || !values) return false;
  const state = values[meta.state.name];
  const open = meta.views.form.editable;
  return open ? !open.includes(state) : LOCKED.has(state);
}

/** Actions offered in a state. */
export const offered = (meta, values) => meta.actions.filter(a => !a.from.length || meta.state && a.from.includes(values[meta.state.name]));

/** The next step as the view names it: by state, or by conditions on other fields. */
export function nextAction(meta, values) {
  const form = meta.views.form;
  if (!meta.state) return null;
  const special = (form.nextWhen || []).find(rule => Object.entries(rule.if).every(([k, v]) => values[k] === v));
  const name = special ? special.action : (form.next || {})[values[meta.state.name]];
  return offered(meta, values).find(a => a.name === name) || null;
}
