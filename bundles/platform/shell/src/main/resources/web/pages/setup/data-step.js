// What the company begins with: nothing, own data from files, or a demo company beside it.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { href } from '../../sdk/router.js';
import { Button, Icon } from '../../sdk/components/basic.js';
import { allModels, boot, loadBoot } from '../../shell/boot.js';
import { useAsk } from '../../sdk/ask.js';
import { Progress, Trouble, useJob } from '../admin/parts.js';

const FIRST = ['masters.party', 'masters.product', 'finance.account', 'masters.priceList'];

/** The step. */
export function DataStep({ next, back }) {
  const [choice, setChoice] = useState('empty');
  const [job, setJob] = useState(null);
  const [error, setError] = useState('');
  const [made, setMade] = useState(() => boot.get().companies.some(c => c.code === 'DEMO'));
  const { data } = useAsk(() => allModels(), []);
  const state = useJob(job, ended => {
    setJob(null);
    if (ended.state !== 'DONE') return setError(ended.problem || t('error.title'));
    setMade(true);
    return loadBoot().catch(() => 0);
  });
  const apply = async () => {
    setError('');
    if (choice !== 'demo' || made) return next();
    try {
      setJob((await api.post('/demo-company')).job);
    } catch (e) {
      setError(e.message);
    }
    return undefined;
  };
  const option = (id, icon) => html`<label class=${'card setup-choice' + (choice === id ? ' chosen' : '')}><input type="radio" name="data" class="check" value=${id} checked=${choice === id} disabled=${Boolean(job)} onChange=${() => setChoice(id)} /><${Icon} name=${icon} size="20px" /><span class="grow"><b>${t('setup.data.' + id)}</b><small class="muted">${t('setup.data.' + id + 'Text')}</small></span></label>`;
  return html`<section><h2>${t('setup.dataTitle')}</h2><p class="muted">${t('setup.dataText')}</p></section>
    <fieldset class="setup-choices"><legend class="sr">${t('setup.dataTitle')}</legend>${option('empty', 'file')}${option('import', 'upload')}${option('demo', 'building-2')}</fieldset>
    <${Trouble} text=${error} />
    ${choice === 'import' && html`<section class="card"><p class="hint">${t('setup.importText')}</p><ul class="adm-list">${FIRST.filter(m => data && data[m]).map(m => html`<li><a href=${href('/import', { model: m })}>${data[m].title}</a></li>`)}</ul></section>`}
    ${job && html`<${Progress} job=${state} label=${t('setup.demoWorking')} />`}
    ${made && choice === 'demo' && html`<div class="notice good" role="status"><${Icon} name="circle-check" /><span>${t('setup.demoMade')}</span></div>`}
    <div class="setup-foot"><${Button} disabled=${Boolean(job)} onClick=${back}>${t('setup.back')}<//><${Button} kind="primary" disabled=${Boolean(job)} onClick=${apply}>${t(choice === 'demo' && !made ? 'setup.makeDemo' : 'action.next')}<//></div>`;
}
