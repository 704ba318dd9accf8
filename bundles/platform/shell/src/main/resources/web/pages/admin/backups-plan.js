// When backups are made by themselves, how many are kept, which of them are restored on trial.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { Button, Labelled, Skeleton } from '../../sdk/components/basic.js';
import { toast } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { Box, Trouble, faults } from './parts.js';

const EVERY = [24, 12, 8, 6, 4, 3, 2, 1];
const VERIFY = ['EACH', 'WEEKLY', 'NEVER'];
const whole = text => /^-?\d+$/.test(String(text).trim()) ? Number(text) : null;

function Form({ plan }) {
  const [v, setV] = useState(plan);
  const [bad, setBad] = useState({ fields: {}, text: '' });
  const set = name => e => setV(now => ({ ...now, [name]: e.target.value }));
  const save = async e => {
    e.preventDefault();
    setBad({ fields: {}, text: '' });
    try {
      setV(await api.put('/operations/backup-plan', { hour: whole(v.hour), everyHours: whole(v.everyHours), keep: whole(v.keep), verify: v.verify }));
      toast(t('backups.planSaved'));
    } catch (error) {
      setBad(faults(error));
    }
  };
  const choice = (name, label, options) => html`<${Labelled} label=${label} error=${bad.fields[name]}><select class="input" aria-invalid=${String(Boolean(bad.fields[name]))} value=${String(v[name])} onChange=${set(name)}>${options.map(([value, text]) => html`<option value=${String(value)} selected=${String(value) === String(v[name])}>${text}</option>`)}</select><//>`;
  return html`<form class="bak-plan" onSubmit=${save} novalidate><${Trouble} text=${bad.text} />
    ${choice('everyHours', t('backups.every'), EVERY.map(n => [n, n === 24 ? t('backups.daily') : t('backups.everyHours', { n })]))}
    ${choice('hour', t('backups.hour'), Array.from({ length: 24 }, (_, n) => [n, String(n).padStart(2, '0') + ':00']))}
    <${Labelled} label=${t('backups.keep')} hint=${t('backups.keepHint')} error=${bad.fields.keep}><input class="input" inputmode="numeric" aria-invalid=${String(Boolean(bad.fields.keep))} value=${v.keep} onInput=${set('keep')} /><//>
    ${choice('verify', t('backups.verify'), VERIFY.map(id => [id, t('backups.verify.' + id)]))}
    <div class="bak-foot"><${Button} kind="primary" type="submit">${t('action.save')}<//></div></form>`;
}

/** The plan, to be read and changed. */
export function Plan() {
  language.use();
  const { data } = useAsk(() => api.get('/operations/backup-plan'), []);
  return html`<${Box} title=${t('admin.backupKept')} hint=${t('backups.planHint')}>${data ? html`<${Form} plan=${data} />` : html`<${Skeleton} lines=${3} />`}<//>`;
}
