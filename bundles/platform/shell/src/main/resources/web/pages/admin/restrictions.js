// Which records and fields a role is narrowed to.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, may } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { Badge, Button, Labelled } from '../../sdk/components/basic.js';
import { Dialog, Popover, openDialog } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { allModels, meta } from '../../shell/boot.js';
import { FilterForm } from '../../views/list/filter-form.js';
import { rsql, words } from '../../views/filters.js';
import { Table, Trouble, attempted, faults } from './parts.js';

const TONES = { NONE: 'red', MASKED: 'amber', READ: 'blue', WRITE: 'green' };
const byTitle = models => Object.values(models).sort((a, b) => a.title.localeCompare(b.title));

function Condition({ model, value, set, error }) {
  const [open, setOpen] = useState(null);
  const [described, setDescribed] = useState(null);
  const begin = async e => {
    const button = e.currentTarget;
    setDescribed(await meta(model));
    setOpen(button);
  };
  const add = condition => {
    const text = rsql(condition, described);
    setOpen(null);
    if (text) set(value.trim() ? value.trim() + ';' + text : text, words(condition, described));
  };
  return html`<${Labelled} label=${t('admin.condition')} required hint=${t('admin.conditionHint')} error=${error}><textarea class="input adm-code-input" rows="2" maxlength="4000" aria-invalid=${String(Boolean(error))} value=${value} onInput=${e => set(e.target.value)}></textarea><//>
    <div><${Button} icon="plus" disabled=${!model} onClick=${begin}>${t('admin.addCondition')}<//></div>
    ${open && described && html`<${Popover} anchor=${open} onClose=${() => setOpen(null)} label=${t('admin.addCondition')} role="dialog" width=${430}><${FilterForm} meta=${described} onDone=${add} /><//>`}`;
}

function RuleForm({ role, rule, models, close }) {
  const [v, setV] = useState(rule || { code: '', title: '', model: '', filter: '', read: true, write: true, active: true });
  const [bad, setBad] = useState({ fields: {}, text: '' });
  const submit = async e => {
    e.preventDefault();
    const body = { title: v.title, model: v.model, filter: v.filter, read: v.read, write: v.write, active: v.active };
    try {
      if (rule) await api.patch('/platform/record-rules/' + rule.id, rule.version, body);
      else await api.post('/platform/record-rules', { ...body, role, code: v.code.trim() || `${role}.${v.model}.${Date.now().toString(36)}`.slice(-64) });
      close(true);
    } catch (error) {
      setBad(faults(error));
    }
  };
  const flag = name => html`<label class="switch"><input type="checkbox" class="check" checked=${v[name]} onChange=${e => setV(now => ({ ...now, [name]: e.target.checked }))} />${t('admin.rule.' + name)}</label>`;
  return html`<${Dialog} title=${t(rule ? 'admin.editRule' : 'admin.newRule')} size="firm" onClose=${() => close(false)}><form onSubmit=${submit} novalidate><div class="dialog-body"><${Trouble} text=${bad.text} />
    <${Labelled} label=${t('admin.title')} required error=${bad.fields.title}><input class="input" data-autofocus maxlength="255" aria-invalid=${String(Boolean(bad.fields.title))} value=${v.title} onInput=${e => setV(now => ({ ...now, title: e.target.value }))} /><//>
    <${Labelled} label=${t('admin.model')} required error=${bad.fields.model}><select class="input" aria-invalid=${String(Boolean(bad.fields.model))} value=${v.model} onChange=${e => setV(now => ({ ...now, model: e.target.value, filter: '' }))}><option value=""></option>${byTitle(models).map(m => html`<option value=${m.id}>${m.title}</option>`)}</select><//>
    <${Condition} model=${v.model} value=${v.filter} error=${bad.fields.filter} set=${(filter, said) => setV(now => ({ ...now, filter, title: now.title || said || '' }))} />
    <div class="row wrap-row">${flag('read')}${flag('write')}${flag('active')}</div></div>
    <div class="dialog-foot"><${Button} onClick=${() => close(false)}>${t('action.cancel')}<//><${Button} kind="primary" type="submit">${t('action.save')}<//></div></form><//>`;
}

/** Record rules of a role. */
export function RecordRules({ role }) {
  const lang = language.use();
  const asked = useAsk(async () => ({ models: await allModels(), rows: (await api.get('/platform/record-rules', { filter: `role=in=(${role},"*")`, limit: 500 })).rows }), [role, lang]);
  if (!asked.data) return null;
  const { models, rows } = asked.data;
  const edit = async rule => (await openDialog(close => html`<${RuleForm} role=${role} rule=${rule} models=${models} close=${close} />`)) && asked.reload();
  const remove = rule => attempted(() => api.delete('/platform/record-rules/' + rule.id, rule.version), t('admin.removed')).then(asked.reload);
  return html`<p class="hint">${t('admin.recordRulesHint')}</p><${Table} label=${t('admin.recordRules')} keyOf=${r => r.id} rows=${rows} empty=${t('admin.noRules2')} columns=${[
    { title: t('admin.rule'), cell: r => html`<b>${r.title}</b>${r.role === '*' ? html` <${Badge}>${t('admin.everybody')}<//>` : null}${!r.active ? html` <${Badge}>${t('admin.off')}<//>` : null}` },
    { title: t('admin.model'), cell: r => models[r.model] ? models[r.model].title : r.model }, { title: t('admin.only'), cell: r => html`<code class="adm-code">${r.filter}</code>` },
    { title: t('admin.holdsFor'), cell: r => [r.read && t('verb.read'), r.write && t('admin.writing')].filter(Boolean).join(', ') },
    { cell: r => html`${may('platform.recordRule.update') && html`<${Button} kind="ghost" icon="pencil" label=${t('admin.editOf', { name: r.title })} onClick=${() => edit(r)} />`}${may('platform.recordRule.delete') && html`<${Button} kind="ghost" icon="trash-2" label=${t('admin.removeOf', { name: r.title })} onClick=${() => remove(r)} />`}` }]} />
    ${may('platform.recordRule.create') && html`<div><${Button} icon="plus" onClick=${() => edit(null)}>${t('admin.newRule')}<//></div>`}`;
}

function FieldForm({ role, models, close }) {
  const [v, setV] = useState({ model: '', field: '', right: 'READ' });
  const [fields, setFields] = useState([]);
  const [bad, setBad] = useState({ fields: {}, text: '' });
  const model = async id => {
    setV(now => ({ ...now, model: id, field: '' }));
    setFields(id ? (await meta(id)).fields.filter(f => !['id', 'version'].includes(f.name)) : []);
  };
  const submit = async e => {
    e.preventDefault();
    try {
      await api.post('/platform/field-rights', { ...v, role });
      close(true);
    } catch (error) {
      setBad(faults(error));
    }
  };
  return html`<${Dialog} title=${t('admin.newField')} onClose=${() => close(false)}><form onSubmit=${submit} novalidate><div class="dialog-body"><${Trouble} text=${bad.text} />
    <${Labelled} label=${t('admin.model')} required error=${bad.fields.model}><select class="input" data-autofocus value=${v.model} onChange=${e => model(e.target.value)}><option value=""></option>${byTitle(models).map(m => html`<option value=${m.id}>${m.title}</option>`)}</select><//>
    <${Labelled} label=${t('admin.field')} required error=${bad.fields.field}><select class="input" value=${v.field} disabled=${!fields.length} onChange=${e => setV(now => ({ ...now, field: e.target.value }))}><option value=""></option>${fields.map(f => html`<option value=${f.name}>${f.label}</option>`)}</select><//>
    <${Labelled} label=${t('admin.right')} error=${bad.fields.right}><select class="input" value=${v.right} onChange=${e => setV(now => ({ ...now, right: e.target.value }))}>${['NONE', 'MASKED', 'READ', 'WRITE'].map(r => html`<option value=${r}>${t('fieldRight.' + r)}</option>`)}</select><//></div>
    <div class="dialog-foot"><${Button} onClick=${() => close(false)}>${t('action.cancel')}<//><${Button} kind="primary" type="submit">${t('action.save')}<//></div></form><//>`;
}

/** Field rights of a role. */
export function FieldRights({ role }) {
  const lang = language.use();
  const asked = useAsk(async () => {
    const models = await allModels();
    const rows = (await api.get('/platform/field-rights', { filter: `role=in=(${role},"*")`, limit: 500 })).rows;
    const metas = Object.fromEntries(await Promise.all([...new Set(rows.map(r => r.model))].filter(m => models[m]).map(async m => [m, await meta(m)])));
    return { models, rows, metas };
  }, [role, lang]);
  if (!asked.data) return null;
  const { models, rows, metas } = asked.data;
  const nameOf = r => metas[r.model] && metas[r.model].byName[r.field] ? metas[r.model].byName[r.field].label : r.field;
  const add = async () => (await openDialog(close => html`<${FieldForm} role=${role} models=${models} close=${close} />`)) && asked.reload();
  const change = (r, right) => attempted(() => api.patch('/platform/field-rights/' + r.id, r.version, { right }), t('admin.saved')).then(asked.reload);
  return html`<p class="hint">${t('admin.fieldRightsHint')}</p><${Table} label=${t('admin.fieldRights')} keyOf=${r => r.id} rows=${rows} empty=${t('admin.noFields')} columns=${[
    { title: t('admin.model'), cell: r => models[r.model] ? models[r.model].title : r.model }, { title: t('admin.field'), cell: r => html`<b>${nameOf(r)}</b>${r.role === '*' ? html` <${Badge}>${t('admin.everybody')}<//>` : null}` },
    { title: t('admin.right'), cell: r => may('platform.fieldRight.update') ? html`<select class="input adm-short" aria-label=${t('admin.rightOf', { name: nameOf(r) })} value=${r.right} onChange=${e => change(r, e.target.value)}>${['NONE', 'MASKED', 'READ', 'WRITE'].map(x => html`<option value=${x}>${t('fieldRight.' + x)}</option>`)}</select>` : html`<${Badge} tone=${TONES[r.right]}>${t('fieldRight.' + r.right)}<//>` },
    { cell: r => may('platform.fieldRight.delete') && html`<${Button} kind="ghost" icon="trash-2" label=${t('admin.removeOf', { name: nameOf(r) })} onClick=${() => attempted(() => api.delete('/platform/field-rights/' + r.id, r.version), t('admin.removed')).then(asked.reload)} />` }]} />
    ${may('platform.fieldRight.create') && html`<div><${Button} icon="plus" onClick=${add}>${t('admin.newField')}<//></div>`}`;
}
