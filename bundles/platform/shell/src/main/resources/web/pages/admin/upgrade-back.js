// The way back from an upgrade: what it costs is said before, and the name is typed to say that it is wanted.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { number, time } from '../../sdk/format.js';
import { Button, Failed, Icon, Labelled, Skeleton } from '../../sdk/components/basic.js';
import { Dialog, openDialog } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { Facts, Progress, Table, Trouble } from './parts.js';

const LOOK = 1000;
const LONGEST = 20 * 60 * LOOK;
const pause = () => new Promise(go => setTimeout(go, LOOK));

/** Waits until it is done, through a restart too: meanwhile nothing answers, and afterwards the job is not known any more. */
async function arrived(job, id) {
  const end = Date.now() + LONGEST;
  while (Date.now() < end) {
    await pause();
    const now = await api.get('/jobs/' + job).catch(() => null);
    if (now && ['FAILED', 'CANCELLED'].includes(now.state)) throw new Error(now.problem || t('error.title'));
    const rows = await api.get('/operations/upgrades').catch(() => null);
    const there = rows && rows.find(u => u.id === id);
    if (there && there.state === 'BACK') return;
  }
  throw new Error(t('upgrades.notBackYet'));
}

function Cost({ back }) {
  const { upgrade } = back;
  if (!back.restart) return html`<div class="notice good" role="status"><${Icon} name="circle-check" /><span>${t('upgrades.costNothing', { version: upgrade.from })}</span></div>`;
  return html`<div class="notice" role="alert"><${Icon} name="triangle-alert" /><span>${t('upgrades.cost', { at: time(upgrade.at) })}</span></div>
    <p><b>${back.records ? t('upgrades.lost', { records: number(back.records, 0), changes: number(back.changes, 0) }) : t('upgrades.lostNothing')}</b></p>
    ${back.lost.length > 0 && html`<${Table} label=${t('upgrades.lostWhat')} keyOf=${l => l.model} rows=${back.lost} columns=${[
      { title: t('upgrades.lostWhat'), cell: l => l.title }, { title: t('upgrades.records'), num: true, cell: l => number(l.records, 0) }, { title: t('upgrades.changes'), num: true, cell: l => number(l.changes, 0) }]} />`}
    <p class="muted">${t('upgrades.costKept')}</p>`;
}

function BackDialog({ upgrade, close }) {
  const asked = useAsk(() => api.get(`/operations/upgrades/${upgrade.id}/back`), []);
  const [typed, setTyped] = useState('');
  const [wait, setWait] = useState(false);
  const [error, setError] = useState('');
  const back = asked.data;
  const start = async () => {
    setWait(true);
    setError('');
    try {
      await arrived((await api.post(`/operations/upgrades/${upgrade.id}/back`, { confirm: typed })).job, upgrade.id);
      close(back);
    } catch (e) {
      setError(e.message);
      setWait(false);
    }
  };
  return html`<${Dialog} title=${t('upgrades.backOf', { name: upgrade.title, version: upgrade.from })} size="large" onClose=${() => !wait && close(null)} foot=${html`<${Button} disabled=${wait} onClick=${() => close(null)}>${t('action.cancel')}<//><${Button} kind="danger" icon="undo-2" disabled=${wait || !back || typed !== upgrade.module} onClick=${start}>${t(back && back.restart ? 'upgrades.backAndRestart' : 'upgrades.back')}<//>`}><div class="dialog-body"><div class="adm-stack"><${Trouble} text=${error} />
    ${wait ? html`<${Progress} job=${null} label=${t(back.restart ? 'upgrades.restarting' : 'upgrades.goingBack')} />` : asked.error ? html`<${Failed} error=${asked.error} retry=${asked.reload} />` : !back ? html`<${Skeleton} lines=${5} />` : html`
      <${Facts} rows=${[[t('admin.version'), `${upgrade.to} → ${upgrade.from}`], [t('upgrades.at'), time(upgrade.at)], back.restart ? [t('upgrades.backup'), upgrade.backup] : null]} />
      <${Cost} back=${back} />
      <${Labelled} label=${t('upgrades.type', { name: upgrade.module })} required><input class="input" autocomplete="off" spellcheck="false" value=${typed} onInput=${e => setTyped(e.target.value)} /><//>`}</div></div><//>`;
}

/** Shows what going back means and does it if that is wanted; answers what was done, or null. */
export const goBack = upgrade => openDialog(close => html`<${BackDialog} upgrade=${upgrade} close=${close} />`);
