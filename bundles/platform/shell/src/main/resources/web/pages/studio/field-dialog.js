// One field of one's own: what it holds cannot change later, how it is shown can.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { Button, FieldError, Icon, Labelled } from '../../sdk/components/basic.js';
import { Dialog } from '../../sdk/components/overlay.js';
import { useModels } from './choices.js';
import { codeOf, errorsOf, labels } from './names.js';
import { moved } from './editor.js';

const KINDS = ['TEXT', 'LONG_TEXT', 'RICH_TEXT', 'TAGS', 'IMAGE', 'INTEGER', 'DECIMAL', 'MONEY', 'BOOLEAN', 'DATE', 'DATE_TIME', 'CHOICE', 'REFERENCE'];
const TONES = ['GREY', 'BLUE', 'VIOLET', 'GREEN', 'AMBER', 'RED'];
const TEXTS = new Set(['TEXT', 'LONG_TEXT', 'RICH_TEXT', 'TAGS']);
const LONG = new Set(['LONG_TEXT', 'RICH_TEXT', 'IMAGE']);

function Options({ list, set, error }) {
  const change = (i, part) => set(list.map((o, j) => j === i ? { ...o, ...part } : o));
  return html`<div class="labelled"><span class="label">${t('studio.options')}</span>${list.map((o, i) => html`<div class="option-row" key=${i}><span class=${'dot ' + (o.tone || 'GREY').toLowerCase()}></span><input class="input" aria-label=${t('studio.optionZh', { n: i + 1 })} placeholder=${t('studio.labelZh')} maxlength="120" value=${o.labelZh || ''} onInput=${e => change(i, { labelZh: e.target.value })} /><input class="input" aria-label=${t('studio.optionEn', { n: i + 1 })} placeholder=${t('studio.labelEn')} maxlength="120" value=${o.labelEn || ''} onInput=${e => change(i, { labelEn: e.target.value })} />
      <select class="input" aria-label=${t('studio.tone', { n: i + 1 })} value=${o.tone || 'GREY'} onChange=${e => change(i, { tone: e.target.value })}>${TONES.map(x => html`<option value=${x}>${t('studio.tone.' + x)}</option>`)}</select>
      <span class="line-tools"><${Button} kind="ghost" icon="arrow-up" label=${t('studio.up', { name: o.labelZh || o.labelEn || i + 1 })} disabled=${i === 0} onClick=${() => set(moved(list, i, i - 1))} /><${Button} kind="ghost" icon="x" label=${t('studio.remove', { name: o.labelZh || o.labelEn || i + 1 })} onClick=${() => set(list.filter((_, j) => j !== i))} /></span></div>`)}
    <div><${Button} icon="plus" onClick=${() => set([...list, { tone: 'GREY' }])}>${t('studio.addOption')}<//></div><${FieldError} text=${error} /></div>`;
}

/** The dialog; closes with the saved field. */
export function FieldDialog({ meta, field, close }) {
  const lang = language.use();
  const models = useModels();
  const [v, setV] = useState(field ? { ...field } : { labelZh: '', labelEn: '', type: 'TEXT', options: [], inList: true, active: true });
  const [errors, setErrors] = useState({});
  const [wait, setWait] = useState(false);
  const put = part => setV({ ...v, ...part });
  const text = name => ({ value: v[name] ?? '', onInput: e => put({ [name]: e.target.value }) });
  const tick = (name, label, off) => html`<label class="row"><input type="checkbox" class="check" disabled=${off} checked=${Boolean(v[name])} onChange=${e => put({ [name]: e.target.checked })} /><span>${label}</span></label>`;
  const submit = async e => {
    e.preventDefault();
    if (!v.labelZh && !v.labelEn) return setErrors({ '': t('studio.needLabel') });
    setWait(true);
    const options = v.type === 'CHOICE' ? v.options.filter(o => o.labelZh || o.labelEn).map((o, i) => ({ ...(o.id ? { id: o.id } : {}), position: (i + 1) * 10, value: o.value || codeOf(o.labelEn, 'o' + i), ...labels(o), tone: o.tone || 'GREY' })) : [];
    const same = { ...labels(v), helpZh: v.helpZh || null, helpEn: v.helpEn || null, required: Boolean(v.required), unique: Boolean(v.unique), searchable: TEXTS.has(v.type) && Boolean(v.searchable), indexed: !LONG.has(v.type) && Boolean(v.indexed), inList: Boolean(v.inList), defaultValue: v.defaultValue || null, tab: v.tab || null, position: Number(v.position) || 100, active: v.active !== false, options };
    try {
      const saved = field ? await api.patch('/platform/custom-fields/' + field.id, field.version, same)
        : await api.post('/platform/custom-fields', { ...same, model: meta.id, code: v.code || codeOf(v.labelEn, 'f'), type: v.type, ...(v.type === 'TEXT' && v.length ? { length: Number(v.length) } : {}), ...(['DECIMAL', 'MONEY'].includes(v.type) && v.scale !== undefined && v.scale !== '' ? { scale: Number(v.scale) } : {}), ...(v.type === 'REFERENCE' ? { target: v.target } : {}), ...(v.type === 'MONEY' && v.currencyField ? { currencyField: v.currencyField } : {}) });
      close(saved);
    } catch (x) {
      setErrors(errorsOf(x));
      setWait(false);
    }
    return undefined;
  };
  const zh = html`<${Labelled} label=${t('studio.labelZh')} error=${errors.labelZh}><input class="input" maxlength="120" ...${text('labelZh')} /><//>`;
  const en = html`<${Labelled} label=${t('studio.labelEn')} error=${errors.labelEn}><input class="input" maxlength="120" ...${text('labelEn')} /><//>`;
  const currencies = meta.fields.filter(f => f.type === 'text' && (f.widget === 'code' || /currency/i.test(f.name)));
  return html`<${Dialog} title=${field ? t('studio.edit', { name: lang === 'zh' && field.labelZh || field.labelEn }) : t('studio.addField')} size="large" onClose=${() => close(null)}><form class="dialog-form" onSubmit=${submit} novalidate><div class="dialog-body">${errors[''] && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${errors['']}</span></div>`}${errors.model && html`<div class="notice" role="alert">${errors.model}</div>`}
      <div class="pair">${lang === 'zh' ? [zh, en] : [en, zh]}</div>
      <div class="grid-2"><${Labelled} label=${t('studio.kind')} error=${errors.type} hint=${field ? t('studio.kindFixed') : undefined}><select class="input" disabled=${Boolean(field)} value=${v.type} onChange=${e => put({ type: e.target.value, options: e.target.value === 'CHOICE' && !v.options.length ? [{ tone: 'GREY' }, { tone: 'GREEN' }] : v.options })}>${KINDS.map(k => html`<option value=${k}>${t('studio.kind.' + k)}</option>`)}</select><//>
        ${v.type === 'REFERENCE' && html`<${Labelled} label=${t('studio.target')} required error=${errors.target}><select class="input" disabled=${Boolean(field)} value=${v.target || ''} onChange=${e => put({ target: e.target.value })}><option value=""></option>${models.map(([id, l]) => html`<option value=${id}>${l}</option>`)}</select><//>`}
        ${v.type === 'TEXT' && html`<${Labelled} label=${t('studio.length')} error=${errors.length}><input class="input" inputmode="numeric" readonly=${Boolean(field)} placeholder="255" ...${text('length')} /><//>`}
        ${['DECIMAL', 'MONEY'].includes(v.type) && html`<${Labelled} label=${t('studio.scale')} error=${errors.scale}><input class="input" inputmode="numeric" readonly=${Boolean(field)} placeholder="2" ...${text('scale')} /><//>`}
        ${v.type === 'MONEY' && currencies.length > 0 && html`<${Labelled} label=${t('studio.currency')} hint=${t('studio.currencyHint')} error=${errors.currencyField}><select class="input" disabled=${Boolean(field)} value=${v.currencyField || ''} onChange=${e => put({ currencyField: e.target.value })}><option value="">${t('studio.ownCurrency')}</option>${currencies.map(f => html`<option value=${f.name}>${f.label}</option>`)}</select><//>`}
        ${v.type !== 'REFERENCE' && !LONG.has(v.type) && html`<${Labelled} label=${t('studio.default')} error=${errors.defaultValue}><input class="input" maxlength="255" ...${text('defaultValue')} /><//>`}</div>
      ${v.type === 'CHOICE' && html`<${Options} list=${v.options} error=${errors.options} set=${options => put({ options })} />`}
      <div class="ticks">${tick('required', t('studio.required'))}${!LONG.has(v.type) && v.type !== 'BOOLEAN' && v.type !== 'TAGS' && tick('unique', t('studio.unique'))}${TEXTS.has(v.type) && tick('searchable', t('studio.searchable'))}${tick('inList', t('studio.inList'))}${field && tick('active', t('studio.active'))}</div><${FieldError} text=${errors.unique || errors.required || errors.searchable} />
      <details class="more"><summary>${t('policy.more')}</summary><div class="grid-2"><${Labelled} label=${t('studio.tabName')} hint=${t('studio.tabHint')}><input class="input" maxlength="60" ...${text('tab')} /><//><${Labelled} label=${t('studio.order')}><input class="input" inputmode="numeric" placeholder="100" ...${text('position')} /><//>
        <${Labelled} label=${t('studio.helpZh')}><input class="input" maxlength="1000" ...${text('helpZh')} /><//><${Labelled} label=${t('studio.helpEn')}><input class="input" maxlength="1000" ...${text('helpEn')} /><//><${Labelled} label=${t('studio.code')} hint=${t('studio.codeAuto')} error=${errors.code}><input class="input" maxlength="28" readonly=${Boolean(field)} ...${text('code')} /><//></div></details></div>
    <div class="dialog-foot"><${Button} onClick=${() => close(null)}>${t('action.cancel')}<//><${Button} kind="primary" type="submit" disabled=${wait}>${t(field ? 'action.save' : 'studio.addField')}<//></div></form><//>`;
}
