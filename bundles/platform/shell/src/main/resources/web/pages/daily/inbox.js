// Approvals: what waits for the user, what he decided, what he asked for; one request beside its list.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { ago, time } from '../../sdk/format.js';
import { go, href } from '../../sdk/router.js';
import { Avatar, Badge, Empty, Failed, Skeleton } from '../../sdk/components/basic.js';
import { usePhone } from '../../sdk/phone.js';
import { useAsk } from '../../sdk/ask.js';
import { onEvent } from '../../shell/events.js';
import { TONES } from './decide.js';
import { RequestView } from './request.js';

const PATHS = { pending: ['/platform/approvals/inbox', { state: 'pending' }], decided: ['/platform/approvals/inbox', { state: 'decided' }], mine: ['/platform/approvals/mine', {}] };

function Row({ item, tab, current }) {
  return html`<li><a class="inbox-row" href=${href('/approvals/' + item.request, tab === 'pending' ? undefined : { tab })} aria-current=${current ? 'true' : undefined}>
    <span class="row"><b class="grow ellipsis">${item.title || '#' + item.record}</b>${tab === 'pending' ? item.overdue && html`<${Badge} tone="red">${t('inbox.overdue')}<//>` : html`<${Badge} tone=${TONES[item.state]}>${t('inbox.state.' + item.state)}<//>`}</span>
    <span class="ellipsis">${item.policy}${item.step && item.state === 'PENDING' && html` · ${item.step}`}</span>
    <span class="row muted"><${Avatar} name=${item.requester && item.requester.label} round /><span class="grow ellipsis">${item.requester && item.requester.label}${item.onBehalfOf && html` · ${t('inbox.for', { name: item.onBehalfOf.label })}`}</span><time datetime=${item.dueAt || item.submittedAt} class=${item.overdue ? 'down' : ''}>${item.dueAt && tab === 'pending' ? t('inbox.until', { time: time(item.dueAt) }) : ago(item.submittedAt)}</time></span>
    ${item.reason && html`<span class="hint ellipsis">${item.reason}</span>`}</a></li>`;
}

/** The page. */
export function Inbox({ id, query }) {
  const lang = language.use();
  const phone = usePhone();
  const tab = PATHS[query.tab] ? query.tab : 'pending';
  const [counts, setCounts] = useState(null);
  const asked = useAsk(signal => api.get(PATHS[tab][0], { ...PATHS[tab][1], limit: 200 }, { signal }), [tab, lang]);
  const refresh = () => {
    asked.reload();
    api.get('/platform/approvals/counts').then(setCounts, () => 0);
  };
  useEffect(() => { api.get('/platform/approvals/counts').then(setCounts, () => 0); }, []);
  useEffect(() => onEvent(e => (e.name === 'reset' || e.name === 'notice' || e.name === 'record' && e.data && e.data.model === 'platform.approvalRequest') && refresh()), [tab]);
  const rows = asked.data ? asked.data.rows : null;
  const shown = id ? Number(id) : !phone && rows && rows.length ? rows[0].request : null;
  const list = html`<div class="inbox-list">${asked.error ? html`<${Failed} error=${asked.error} retry=${asked.reload} />` : !rows ? html`<div class="pad"><${Skeleton} lines=${7} /></div>`
    : !rows.length ? html`<${Empty} icon="circle-check" title=${t('inbox.empty.' + tab)} text=${tab === 'pending' ? t('inbox.emptyText') : undefined} />` : html`<ul>${rows.map(r => html`<${Row} key=${r.request} item=${r} tab=${tab} current=${r.request === shown} />`)}</ul>`}</div>`;
  const done = () => {
    refresh();
    if (phone) go('/approvals', tab === 'pending' ? undefined : { tab });
  };
  const detail = shown && html`<div class="inbox-detail" tabindex="0" role="region" aria-label=${t('inbox.request')}><${RequestView} key=${shown} id=${shown} done=${done} changed=${refresh} back=${phone ? href('/approvals', tab === 'pending' ? undefined : { tab }) : null} /></div>`;
  if (phone && shown) return html`<div class="page">${detail}</div>`;
  return html`<div class="page"><div class="page-head"><h1>${t('inbox.title')}</h1><span class="grow"></span></div>
    <div class="quick" role="group" aria-label=${t('inbox.title')}>${['pending', 'mine', 'decided'].map(k => html`<button type="button" aria-pressed=${String(k === tab)} onClick=${() => go('/approvals', k === 'pending' ? undefined : { tab: k })}>${t('inbox.tab.' + k)}${counts && k === 'pending' && counts.pending > 0 && html` <b>${counts.pending}</b>`}${counts && k === 'mine' && counts.mine > 0 && html` <b>${counts.mine}</b>`}</button>`)}</div>
    <div class=${'inbox' + (detail ? ' two' : '')}>${list}${detail}</div></div>`;
}
