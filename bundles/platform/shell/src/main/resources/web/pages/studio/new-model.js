// A kind of record of one's own: its list and its form are there at once.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { Button, Icon, Labelled } from '../../sdk/components/basic.js';
import { Dialog } from '../../sdk/components/overlay.js';
import { codeOf, errorsOf, labels } from './names.js';

/** The dialog; closes with what was made. */
export function NewModel({ close }) {
  const lang = language.use();
  const [v, setV] = useState({ labelZh: '', labelEn: '', code: '', number: '', states: 'none' });
  const [errors, setErrors] = useState({});
  const [wait, setWait] = useState(false);
  const set = name => e => setV({ ...v, [name]: e.target.value });
  const submit = async e => {
    e.preventDefault();
    if (!v.labelZh && !v.labelEn) return setErrors({ label: t('studio.needLabel') });
    setWait(true);
    const states = v.states === 'none' ? {} : {
      states: [{ position: 10, code: 'DRAFT', labelEn: 'Draft', labelZh: '草稿', tone: 'GREY' }, { position: 20, code: 'CONFIRMED', labelEn: 'Confirmed', labelZh: '已确认', tone: 'GREEN', locked: true }, { position: 30, code: 'CANCELLED', labelEn: 'Cancelled', labelZh: '已取消', tone: 'RED', locked: true }],
      transitions: [{ position: 10, code: 'confirm', labelEn: 'Confirm', labelZh: '确认', from: 'DRAFT', to: 'CONFIRMED' }, { position: 20, code: 'cancel', labelEn: 'Cancel', labelZh: '取消', from: 'DRAFT,CONFIRMED', to: 'CANCELLED' }, { position: 30, code: 'reopen', labelEn: 'Reopen', labelZh: '重新打开', from: 'CANCELLED', to: 'DRAFT' }] };
    try {
      close(await api.post('/platform/custom-models', { code: v.code || codeOf(v.labelEn || v.labelZh, 'm'), ...labels(v), numberPattern: v.number || null, ...states }));
    } catch (x) {
      setErrors(errorsOf(x));
      setWait(false);
    }
    return undefined;
  };
  const zh = html`<${Labelled} label=${t('studio.labelZh')} error=${errors.labelZh}><input class="input" maxlength="120" value=${v.labelZh} onInput=${set('labelZh')} /><//>`;
  const en = html`<${Labelled} label=${t('studio.labelEn')} error=${errors.labelEn}><input class="input" maxlength="120" value=${v.labelEn} onInput=${set('labelEn')} /><//>`;
  return html`<${Dialog} title=${t('studio.newModel')} onClose=${() => close(null)}><form onSubmit=${submit} novalidate><div class="dialog-body">${(errors[''] || errors.label) && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${errors[''] || errors.label}</span></div>`}
      <div class="pair">${lang === 'zh' ? [zh, en] : [en, zh]}</div>
      <${Labelled} label=${t('studio.number')} hint=${t('studio.numberHint')} error=${errors.numberPattern}><input class="input" maxlength="60" placeholder="EQ-{yyyy}-{seq:4}" value=${v.number} onInput=${set('number')} /><//>
      <${Labelled} label=${t('studio.states')} error=${errors.states || errors.transitions}><select class="input" value=${v.states} onChange=${set('states')}><option value="none">${t('studio.statesNone')}</option><option value="basic">${t('studio.statesBasic')}</option></select><//>
      <${Labelled} label=${t('studio.code')} hint=${t('studio.codeAuto')} error=${errors.code || errors.collection}><input class="input" maxlength="28" value=${v.code} placeholder=${codeOf(v.labelEn, '') || ''} onInput=${set('code')} /><//></div>
    <div class="dialog-foot"><${Button} onClick=${() => close(null)}>${t('action.cancel')}<//><${Button} kind="primary" type="submit" disabled=${wait}>${t('action.create')}<//></div></form><//>`;
}
