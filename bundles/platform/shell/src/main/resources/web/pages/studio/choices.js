// Lists to choose from that several editors need: models, fields, actions, states, users and roles.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language } from '../../sdk/i18n.js';
import { allModels, boot, meta as load } from '../../shell/boot.js';
import { FieldError } from '../../sdk/components/basic.js';

/** Models as [id, title], those of modules first. */
export function useModels() {
  const lang = language.use();
  const [models, setModels] = useState([]);
  useEffect(() => {
    allModels().then(all => {
      const names = Object.fromEntries((boot.get().modules || []).map(m => [m.id, m.title]));
      const own = m => m.module === 'platform' ? 1 : 0;
      setModels(Object.values(all).sort((a, b) => own(a) - own(b) || a.title.localeCompare(b.title)).map(m => [m.id, m.module === 'platform' ? `${m.title} (${names.platform || m.module})` : m.title]));
    }, () => 0);
  }, [lang]);
  return models;
}

/** The description of a model, null until it is there. */
export function useMeta(model) {
  const lang = language.use();
  const [meta, setMeta] = useState(null);
  useEffect(() => {
    let here = true;
    setMeta(null);
    if (model) load(model).then(m => here && setMeta(m), () => 0);
    return () => { here = false; };
  }, [model, lang]);
  return meta && meta.id === model ? meta : null;
}

const HIDDEN = new Set(['id', 'version', 'companyId', 'createdAt', 'createdBy', 'changedAt', 'changedBy']);

/** Fields of a model as [name, label]. */
export const fieldsOf = (meta, fits = () => true) => meta ? meta.fields.filter(f => !HIDDEN.has(f.name) && fits(f)).map(f => [f.name, f.label]) : [];

/** Rows of a model that the caller may read as [value, text]; empty where he may not. */
export function useRows(path, value, text, sort) {
  const [rows, setRows] = useState([]);
  useEffect(() => {
    if (path) api.maybe(path, { limit: 500, sort }).then(page => setRows(((page && page.rows) || []).map(r => [r[value], text(r)])), () => 0);
  }, [path]);
  return rows;
}

/** Several names in one text, separated by commas, chosen by ticking. */
export function Ticks({ value, options, onChange, label, error }) {
  const list = String(value || '').split(',').map(s => s.trim()).filter(Boolean);
  const all = [...options, ...list.filter(v => !options.some(([o]) => o === v)).map(v => [v, v])];
  const toggle = v => onChange((list.includes(v) ? list.filter(x => x !== v) : [...list, v]).join(',') || null);
  return html`<div class="options scroll" role="group" aria-label=${label} tabindex="0">${all.map(([v, text]) => html`<label key=${v}><input type="checkbox" class="check" checked=${list.includes(v)} onChange=${() => toggle(v)} />${text}</label>`)}</div><${FieldError} text=${error} />`;
}
