// Upgrades: those that were done, the way back, and the beginning of a new one.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { time } from '../../sdk/format.js';
import { Badge, Button, Empty } from '../../sdk/components/basic.js';
import { toast } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { AdminPage, Box, Table, Trouble } from './parts.js';
import { JarButton } from './jar-button.js';
import { UpgradePath } from './upgrade-path.js';
import { goBack } from './upgrade-back.js';

const TONES = { DONE: 'green', BEGUN: 'blue', UNDONE: 'grey', BROKEN: 'red', GOING_BACK: 'amber', BACK: 'grey' };
const TRIED = { SAME: 'green', DIFFERS: 'amber', FAILED: 'red', NONE: 'grey' };

function List() {
  const lang = language.use();
  const asked = useAsk(() => api.get('/operations/upgrades'), [lang]);
  const [error, setError] = useState('');
  const back = async upgrade => {
    const done = await goBack(upgrade);
    if (!done) return;
    // The restored suite may have other menus, and other texts.
    if (done.restart) location.reload();
    toast(t('upgrades.isBack', { name: upgrade.title, version: upgrade.from }));
    asked.reload();
  };
  return html`<${AdminPage} title=${t('upgrades.title')} total=${asked.data && asked.data.length} asked=${asked} head=${html`<${JarButton} kind="primary" failed=${setError} installed=${done => toast(t('admin.done.' + done.step, { name: done.title || done.module }))} />`}>
    <div class="adm-stack"><${Trouble} text=${error} /><p class="muted upg-intro">${t('upgrades.intro')}</p>
      ${asked.data && !asked.data.length && html`<${Empty} icon="arrow-up" title=${t('upgrades.none')} text=${t('upgrades.noneText')} />`}
      ${asked.data && asked.data.length > 0 && html`<${Table} label=${t('upgrades.title')} keyOf=${u => u.id} rows=${asked.data} columns=${[
        { title: t('admin.module'), cell: u => html`<b>${u.title}</b> <small class="muted">${u.module}</small>${u.obstacle && u.state === 'DONE' && html`<div class="hint">${u.obstacle}</div>`}${u.work && html`<div class="hint">${t('upgrades.workIn', { name: u.work })}</div>`}` },
        { title: t('admin.version'), cell: u => html`<span class="upg-code">${u.from} → ${u.to}</span>` },
        { title: t('admin.state'), cell: u => html`<${Badge} tone=${TONES[u.state]}>${t('upgrades.state.' + u.state)}<//>` },
        { title: t('upgrades.at'), cell: u => html`${time(u.at)} <small class="muted">${u.by}</small>` },
        { title: t('upgrades.rehearsed'), cell: u => html`<${Badge} tone=${TRIED[u.rehearsed]}>${t('upgrades.rehearsed.' + u.rehearsed)}<//>` },
        { title: t('admin.migrations'), num: true, cell: u => u.migrations.length },
        { cell: u => u.canGoBack ? html`<${Button} icon="undo-2" onClick=${() => back(u)}>${t('upgrades.back')}<//>` : null }]} />`}
      <${Box} title=${t('upgrades.wholeSuite')}><p class="muted">${t('upgrades.wholeSuiteText')}</p><p><code class="adm-code">ashlar:rehearse-upgrade --distribution FILE</code></p><//></div><//>`;
}

/** The list, or with the token of an uploaded jar the path of one upgrade. */
export function Upgrades({ id, query }) {
  language.use();
  return id ? html`<${UpgradePath} key=${id} token=${id} query=${query} />` : html`<${List} />`;
}
