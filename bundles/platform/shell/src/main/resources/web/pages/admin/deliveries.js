// What waits to leave the house or could not: mails and webhooks, to be sent again.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, may } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { ago, number, time } from '../../sdk/format.js';
import { href } from '../../sdk/router.js';
import { Badge, Button, Empty } from '../../sdk/components/basic.js';
import { confirmDialog, toast } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { meta } from '../../shell/boot.js';
import { option } from '../../views/values.js';
import { AdminPage, Box, Table, attempted } from './parts.js';

const TONES = { QUEUED: 'grey', SENDING: 'blue', SENT: 'green', UNCERTAIN: 'amber', FAILED: 'red', BOUNCED: 'red', WAITING: 'blue', DONE: 'green', DEAD: 'red' };

function State({ described, value }) {
  const found = described && described.byName.state ? option(described.byName.state, value) : null;
  return html`<${Badge} tone=${TONES[value] || 'grey'}>${found ? found.label : value}<//>`;
}

/** How many there are of each state. */
function Counts({ groups, described, model }) {
  return html`<div class="adm-counts">${groups.map(g => html`<a href=${href('/r/' + model, { f: JSON.stringify([['state', 'in', [g.state]]]) })}><b>${number(g.count, 0)}</b><${State} described=${described} value=${g.state} /></a>`)}</div>`;
}

const groupsOf = path => api.maybe(path + '/groups', { by: 'state', measures: 'count' }).then(g => g ? g.rows : []);

function Mails() {
  const lang = language.use();
  const asked = useAsk(async () => ({ described: await meta('platform.mail'), groups: await groupsOf('/platform/mails'),
    rows: (await api.get('/platform/mails', { filter: 'state=in=(FAILED,UNCERTAIN,BOUNCED,QUEUED)', sort: '-id', limit: 50 })).rows }), [lang]);
  const { data } = asked;
  if (!data) return null;
  const act = (mail, what) => attempted(() => api.post(`/platform/mails/${mail.id}/${what}`), t(what === 'retry' ? 'admin.mailAgain' : 'admin.mailCancelled')).then(asked.reload);
  return html`<${Box} title=${t('admin.mails')} hint=${t('admin.mailsHint')} head=${html`<a class="link" href=${href('/r/platform.mail')}>${t('admin.allOf')}</a>`}><${Counts} groups=${data.groups} described=${data.described} model="platform.mail" />
    <${Table} label=${t('admin.mails')} keyOf=${m => m.id} rows=${data.rows} empty=${t('admin.noMails')} columns=${[
      { title: t('admin.subject'), cell: m => html`<a href=${href('/r/platform.mail/' + m.id)}><b>${m.subject}</b></a><div class="hint">${m.to}</div>` },
      { title: t('admin.state'), cell: m => html`<${State} described=${data.described} value=${m.state} />` },
      { title: t('admin.problem'), cell: m => m.problem ? html`<span class="adm-bad">${m.problem}</span>` : '' },
      { title: t('admin.next'), cell: m => m.nextAttempt && m.state === 'QUEUED' ? time(m.nextAttempt) : '' },
      { cell: m => html`${may('platform.mail.retry') && m.state !== 'QUEUED' && html`<${Button} icon="send" onClick=${() => act(m, 'retry')}>${t('admin.sendAgain')}<//>`}${may('platform.mail.cancel') && m.state === 'QUEUED' && html`<${Button} onClick=${() => act(m, 'cancel')}>${t('admin.stop')}<//>`}` }]} /><//>`;
}

function Hooks() {
  const lang = language.use();
  const [busy, setBusy] = useState(false);
  const asked = useAsk(async () => ({ described: await meta('platform.webhookDelivery'), groups: await groupsOf('/platform/webhook-deliveries'),
    hooks: (await api.get('/platform/webhooks', { limit: 200 })).rows,
    rows: (await api.get('/platform/webhook-deliveries', { filter: 'state=in=(DEAD,WAITING)', sort: '-id', limit: 50 })).rows }), [lang]);
  const { data } = asked;
  if (!data) return null;
  const replay = d => attempted(() => api.post(`/platform/webhook-deliveries/${d.id}/replay`), t('admin.replayed')).then(asked.reload);
  const replayDead = async hook => {
    if (!(await confirmDialog({ title: t('admin.replayDeadOf', { name: hook.name }), text: t('admin.replayDeadText'), yes: t('admin.replay') }))) return;
    setBusy(true);
    await attempted(async () => {
      await api.post(`/platform/webhooks/${hook.id}/replay`, { deadOnly: true });
      toast(t('admin.replayed'));
    });
    setBusy(false);
    asked.reload();
  };
  const failing = data.hooks.filter(h => h.failures > 0 || !h.active);
  return html`<${Box} title=${t('admin.hooks')} hint=${t('admin.hooksHint')} head=${html`<a class="link" href=${href('/r/platform.webhook')}>${t('admin.allOf')}</a>`}><${Counts} groups=${data.groups} described=${data.described} model="platform.webhookDelivery" />
    ${failing.length > 0 && html`<${Table} label=${t('admin.failingHooks')} keyOf=${h => h.id} rows=${failing} columns=${[
      { title: t('admin.hook'), cell: h => html`<a href=${href('/r/platform.webhook/' + h.id)}><b>${h.name}</b></a>` },
      { title: t('admin.state'), cell: h => html`<${Badge} tone=${h.active ? 'amber' : 'grey'}>${h.active ? t('admin.failingSince', { at: ago(h.failingSince) }) : t('admin.switchedOff')}<//>` },
      { title: t('admin.problem'), cell: h => html`<span class="adm-bad">${h.problem || ''}</span>` },
      { cell: h => may('platform.webhook.replay') && html`<${Button} icon="repeat" disabled=${busy} onClick=${() => replayDead(h)}>${t('admin.replayDead')}<//>` }]} />`}
    <${Table} label=${t('admin.hooks')} keyOf=${d => d.id} rows=${data.rows} empty=${t('admin.noDead')} columns=${[
      { title: t('admin.event'), cell: d => html`<a href=${href('/r/platform.webhookDelivery/' + d.id)}><b>${d.topic}</b></a><div class="hint">${d.webhook && d.webhook.label}</div>` },
      { title: t('admin.state'), cell: d => html`<${State} described=${data.described} value=${d.state} />` },
      { title: t('admin.attempts'), num: true, cell: d => d.attempts }, { title: t('admin.problem'), cell: d => d.problem ? html`<span class="adm-bad">${d.problem}</span>` : '' },
      { cell: d => may('platform.webhookDelivery.replay') && html`<${Button} icon="repeat" onClick=${() => replay(d)}>${t('admin.replay')}<//>` }]} /><//>`;
}

/** The page. */
export function Deliveries() {
  language.use();
  const mails = may('platform.mail.read');
  const hooks = may('platform.webhook.read') && may('platform.webhookDelivery.read');
  return html`<${AdminPage} title=${t('admin.deliveries')}><div class="adm-stack">${mails && html`<${Mails} />`}${hooks && html`<${Hooks} />`}${!mails && !hooks && html`<${Empty} icon="lock" title=${t('error.denied')} />`}</div><//>`;
}
