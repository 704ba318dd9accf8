// Signing out on a device that has entries which no server has yet.
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { Button } from '../sdk/components/basic.js';
import { Dialog, openDialog } from '../sdk/components/overlay.js';
import { all, clear } from './log.js';
import { owner, sync } from './sync.js';

/** Asks before anything is dropped; true if the user may go. What was kept for choosing goes with him. */
export async function leave() {
  const waiting = async () => (await all(owner()).catch(() => [])).filter(e => e.state !== 'sent');
  let list = await waiting();
  if (list.length) {
    await sync().catch(() => 0);
    list = await waiting();
  }
  if (list.length) {
    const go = await openDialog(close => html`<${Dialog} title=${t('offline.leave', { n: list.length })} onClose=${() => close(false)} foot=${html`<${Button} data-autofocus onClick=${() => close(false)}>${t('offline.stay')}<//><${Button} kind="danger" onClick=${() => close(true)}>${t('offline.leaveDrop')}<//>`}><div class="dialog-body"><p class="muted">${t('offline.leaveText')}</p><ul>${list.slice(0, 8).map(e => html`<li>${e.label || e.body.subject}</li>`)}</ul></div><//>`);
    if (!go) return false;
  }
  await clear().catch(() => 0);
  return true;
}

/** Forgets all that this device keeps of the log. */
export const forget = () => clear();
