// One request for approval: what it is about, its steps and votes, its history, and what the user may do.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { ago, time } from '../../sdk/format.js';
import { href } from '../../sdk/router.js';
import { Avatar, Badge, Button, Failed, Icon, Skeleton } from '../../sdk/components/basic.js';
import { Menu, openDialog, toast } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { allModels, meta as load } from '../../shell/boot.js';
import { Value } from '../../views/values.js';
import { Decide, TONES, VERBS } from './decide.js';

const VOTES = { OPEN: ['clock', 'amber'], APPROVED: ['check', 'green'], REJECTED: ['x', 'red'], TRANSFERRED: ['arrow-right', 'grey'], ESCALATED: ['alarm-clock', 'grey'], DROPPED: ['circle', 'grey'] };

/** The figures that the record's list shows: enough to decide most of the time. */
function Facts({ request }) {
  const [shown, setShown] = useState(null);
  useEffect(() => {
    let here = true;
    (async () => {
      const models = await allModels();
      if (!models[request.model]) return;
      const meta = await load(request.model);
      const record = await api.maybe(`${meta.path}/${request.record}`);
      if (here && record) setShown({ meta, record });
    })().catch(() => 0);
    return () => { here = false; };
  }, [request.model, request.record]);
  if (!shown) return null;
  const { meta, record } = shown;
  const names = [...new Set([...(meta.views.list.columns || []), ...(meta.views.form.groups || []).flatMap(g => g.fields || [])])].filter(n => meta.byName[n] && meta.byName[n].type !== 'lines' && n !== meta.label).slice(0, 10);
  const lines = (meta.views.form.tabs || []).find(tab => tab.lines && Array.isArray(record[tab.lines]) && record[tab.lines].length);
  return html`<section class="card facts"><div class="row"><h2 class="grow">${meta.title}</h2><a class="button" href=${href(`/r/${meta.id}/${record.id}`)}><${Icon} name="external-link" />${t('inbox.open')}</a></div>
    <dl>${names.filter(n => record[n] !== null && record[n] !== undefined && record[n] !== '').map(n => html`<div key=${n}><dt>${meta.byName[n].label}</dt><dd><${Value} field=${meta.byName[n]} value=${record[n]} row=${record} /></dd></div>`)}</dl>
    ${lines && html`<p class="hint">${t('list.lines', { n: record[lines.lines].length })}</p>`}</section>`;
}

function Stages({ request }) {
  return html`<section class="card"><h2>${t('inbox.steps')}</h2><ol class="stages">${request.steps.map((s, i) => html`<li key=${s.code} class=${'stage ' + s.state.toLowerCase()} aria-current=${s.code === request.currentStep && request.state === 'PENDING' ? 'step' : undefined}><span class="step-no" aria-hidden="true">${s.state === 'APPROVED' ? html`<${Icon} name="check" size="13px" />` : s.state === 'REJECTED' ? html`<${Icon} name="x" size="13px" />` : i + 1}</span>
    <div><div class="row wrap-row"><b>${s.title}</b><span class="hint">${t('inbox.mode.' + s.mode)}${s.mode === 'COUNT' && s.needed ? ` (${s.needed})` : ''}</span>${s.state === 'SKIPPED' && html`<${Badge}>${t('inbox.skipped')}<//>`}${s.dueAt && s.code === request.currentStep && html`<span class="hint">${t('inbox.until', { time: time(s.dueAt) })}</span>`}</div>
      ${s.votes.length > 0 && html`<ul class="votes">${s.votes.map(v => html`<li><${Avatar} name=${v.user && v.user.label} round /><span class="ellipsis">${v.user && v.user.label}${v.decidedBy && v.user && v.decidedBy.id !== v.user.id ? html` <span class="muted">(${t('inbox.by', { name: v.decidedBy.label })})</span>` : ''}</span><${Badge} tone=${(VOTES[v.state] || [])[1]}>${t('inbox.vote.' + v.state)}<//></li>`)}</ul>`}</div></li>`)}</ol></section>`;
}

function History({ request }) {
  return html`<section class="card"><h2>${t('inbox.history')}</h2><ul class="history">${request.history.map((e, i) => html`<li key=${i}><${Avatar} name=${e.actor ? e.actor.label : t('panel.system')} round /><div><b>${e.actor ? e.actor.label : t('panel.system')}</b>${e.onBehalfOf && html` <span class="muted">${t('inbox.for', { name: e.onBehalfOf.label })}</span>`} ${t('inbox.did.' + e.kind, { name: e.target ? e.target.label : '' })}${e.via && html` <span class="muted">${e.via}</span>`} <time class="hint" datetime=${e.at} title=${time(e.at)}>${ago(e.at)}</time>${e.comment && html`<div class="bubble">${e.comment}</div>`}</div></li>`)}</ul></section>`;
}

/** The view. `done` after a decision, `changed` after anything else; `back`: address of the list on phones. */
export function RequestView({ id, done, changed, back }) {
  const lang = language.use();
  const asked = useAsk(signal => api.get('/platform/approvals/' + id, {}, { signal }), [id, lang]);
  if (asked.error) return html`<${Failed} error=${asked.error} retry=${asked.reload} />`;
  const request = asked.data;
  if (!request) return html`<div class="pad"><${Skeleton} lines=${8} /></div>`;
  const act = async verb => {
    try {
      const answer = VERBS[verb].plain ? await api.post(`/platform/approvals/${id}/${verb}`, {}) : await openDialog(close => html`<${Decide} request=${request} verb=${verb} close=${close} />`);
      if (!answer) return;
      toast(t('form.did', { action: t(VERBS[verb].text) }));
      asked.reload();
      if (['approve', 'reject', 'transfer'].includes(verb)) done();
      else changed();
    } catch (e) {
      toast(e.message, { bad: true });
      asked.reload();
    }
  };
  const can = Object.keys(VERBS).filter(v => request.actions.includes(v));
  const first = can.filter(v => VERBS[v].first);
  const rest = can.filter(v => !VERBS[v].first);
  return html`<article class="request"><header class="request-head">${back && html`<a class="button ghost square" href=${back} aria-label=${t('form.back', { name: t('inbox.title') })}><${Icon} name="chevron-left" /></a>`}
      <div class="grow"><${back ? 'h1' : 'h2'} class="request-title">${request.title}<//><div class="row wrap-row muted"><span>${request.policy}</span><${Badge} tone=${TONES[request.state]}>${t('inbox.state.' + request.state)}<//></div></div></header>
    <div class="request-body"><p class="row wrap-row"><${Avatar} name=${request.requester && request.requester.label} round large /><span><b>${request.requester && request.requester.label}</b> <span class="muted">${time(request.submittedAt)}</span>${request.reason && html`<span class="block">${request.reason}</span>`}</span></p>
      ${request.problem && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${request.problem}</span></div>`}<${Facts} request=${request} /><${Stages} request=${request} /><${History} request=${request} /></div>
    ${can.length > 0 && html`<footer class="request-foot">${rest.length > 0 && html`<${Menu} label=${t('action.more')} button=${p => html`<${Button} icon="ellipsis" label=${t('action.more')} ...${p} />`} items=${rest.map(v => ({ label: t(VERBS[v].text), icon: VERBS[v].icon, run: () => act(v) }))} />`}<span class="grow"></span>${first.map(v => html`<${Button} kind=${VERBS[v].kind} icon=${VERBS[v].icon} onClick=${() => act(v)}>${t(VERBS[v].text)}<//>`)}</footer>`}</article>`;
}
