// A condition as chips with the filter builder of lists, or as text for those who write RSQL.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { Button, FieldError, Icon } from '../../sdk/components/basic.js';
import { Popover } from '../../sdk/components/overlay.js';
import { allModels, meta as load } from '../../shell/boot.js';
import { period, rsql, words } from '../../views/filters.js';
import { FilterForm } from '../../views/list/filter-form.js';
import { refLabel } from '../../views/values.js';
import { conditionsOf } from './conditions.js';

/** Days of a period are fixed here: a rule must not change with the day on which it was written. */
const fixed = c => c.op === 'period' ? { ...c, op: 'between', value: period(c.value).map(d => d || '1900-01-01') } : c;

const textOf = (list, meta) => list.map(c => c.raw || rsql(c, meta)).filter(Boolean).map(p => /[^\\],/.test(p) && !/^[\w.]+(=(in|out)=\(|[=!]=")/.test(p) && !p.startsWith('(') ? `(${p})` : p).join(';');

async function named(list, meta) {
  const models = await allModels();
  return Promise.all(list.map(async c => {
    const field = c.field && meta.byName[c.field];
    if (!field || field.type !== 'ref' || c.labels || !Array.isArray(c.value) || !models[field.target]) return c;
    const target = await load(field.target);
    const page = await api.get(target.path, { filter: `id=in=(${c.value.join(',')})`, fields: ['id', target.label].join(','), limit: 50 }).catch(() => ({ rows: [] }));
    return { ...c, labels: c.value.map(id => refLabel({ id, label: (page.rows.find(r => r.id === id) || {})[target.label] })) };
  }));
}

/** The input. `model`: whose fields are asked. `onChange` gets RSQL or null. */
export function ConditionEditor({ model, value, onChange, label, error, empty }) {
  const [meta, setMeta] = useState(null);
  const [list, setList] = useState([]);
  const [mine, setMine] = useState(null);
  const [open, setOpen] = useState(null);
  const [plain, setPlain] = useState(false);
  useEffect(() => {
    setMeta(null);
    if (model) load(model).then(setMeta, () => 0);
  }, [model]);
  useEffect(() => {
    if (!meta || mine !== null && mine === (value || '')) return;
    const read = conditionsOf(value, meta);
    setList(read);
    setMine(value || '');
    named(read, meta).then(setList, () => 0);
  }, [meta, value]);
  if (!meta) return html`<p class="hint">${t('studio.chooseModel')}</p>`;
  const put = next => {
    const text = textOf(next, meta);
    setList(next);
    setMine(text);
    onChange(text || null);
  };
  const done = c => {
    const next = [...list];
    next[open.at] = fixed(c);
    setOpen(null);
    put(next);
  };
  return html`<div class="condition" role="group" aria-label=${label}>
    ${plain ? html`<textarea class="input code" aria-label=${label} rows="2" spellcheck="false" maxlength="4000" value=${value || ''} onInput=${e => onChange(e.target.value || null)}></textarea>`
      : html`<div class="chips">${list.length === 0 && html`<span class="muted">${empty || t('studio.always')}</span>`}
        ${list.map((c, i) => html`${i > 0 && html`<span class="hint">${t('studio.and')}</span>`}<span class="chip" key=${i}>${c.raw ? html`<code class="ellipsis">${c.raw}</code>` : html`<button type="button" class="what" onClick=${x => setOpen({ at: i, anchor: x.currentTarget, c })}>${words(c, meta)}</button>`}<button type="button" aria-label=${t('filter.remove', { name: words(c, meta) })} onClick=${() => put(list.filter((_, j) => j !== i))}><${Icon} name="x" size="12px" /></button></span>`)}
        <${Button} kind="ghost" icon="plus" onClick=${x => setOpen({ at: list.length, anchor: x.currentTarget })}>${t('studio.addCondition')}<//></div>`}
    <div class="row"><button type="button" class="link small" aria-pressed=${String(plain)} onClick=${() => setPlain(!plain)}>${t(plain ? 'studio.asChips' : 'studio.asText')}</button></div><${FieldError} text=${error} />
    ${open && html`<${Popover} anchor=${open.anchor} onClose=${() => setOpen(null)} role="dialog" label=${t('filter.label')}><${FilterForm} meta=${meta} condition=${open.c} onDone=${done} /><//>`}</div>`;
}
