// Notes of visits and calls, written with or without a network, sent once.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api, attempt, online, session } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { ago } from '../sdk/format.js';
import { remember, remembered } from '../sdk/store.js';
import { Badge, Button, Empty, FieldError, Icon, Labelled, Skeleton } from '../sdk/components/basic.js';
import { DateInput } from '../sdk/components/dates.js';
import { confirmDialog, toast } from '../sdk/components/overlay.js';
import { href } from '../sdk/router.js';
import { boot } from '../shell/boot.js';
import { Removed } from '../shell/pages.js';
import { all, drop, entries, follow, keepKnown, known, put, refresh } from './log.js';
import { owner as current, sync } from './sync.js';
import { unregister } from './register.js';
import { Who } from './who.js';

const KINDS = ['VISIT', 'CALL', 'MESSAGE', 'MEETING'];
const TONES = { waiting: 'amber', failed: 'red', sent: 'green' };
const blank = () => ({ kind: 'VISIT', who: null, subject: '', note: '', nextDate: null, nextStep: '' });

/** Leads, deals and customers that this user may read, for choosing later without a network. */
async function learn(owner) {
  const part = (path, field, label, filter, sort) => api.get(path, { filter, fields: `id,${label}`, sort, limit: 300 }).then(page => page.rows.map(r => ({ field, id: r.id, label: String(r[label]) })), () => []);
  const [leads, deals, parties] = await Promise.all([part('/crm/leads', 'lead', 'name', 'state=in=(NEW,CONTACTED,QUALIFIED)', '-changedAt'), part('/crm/opportunities', 'opportunity', 'title', 'state==OPEN', '-changedAt'), part('/masters/parties', 'party', 'name', 'active==true', '-changedAt')]);
  const list = [...leads, ...deals, ...parties];
  if (list.length) await keepKnown(owner, list);
}

function Entry({ entry, edit }) {
  const remove = async () => (await confirmDialog({ title: t('offline.dropAsk'), text: entry.label, yes: t('action.delete'), danger: true })) && drop(entry);
  return html`<li class="offline-entry" data-state=${entry.state}><span class="grow"><b class="ellipsis">${entry.label}</b><span class="muted ellipsis">${t('offline.kind.' + entry.body.kind)} · ${ago(entry.body.happenedAt)}</span>${entry.body.note && html`<span class="note">${entry.body.note}</span>`}</span>
    <${Badge} tone=${TONES[entry.state]}>${t('offline.state.' + entry.state)}<//>
    ${entry.state === 'failed' && html`<p class="field-error" role="alert"><${Icon} name="circle-alert" />${entry.error}</p>`}
    ${entry.state !== 'sent' ? html`<span class="row end">${entry.state === 'failed' && html`<${Button} icon="rotate-cw" onClick=${() => put({ ...entry, state: 'waiting', error: null }).then(sync)}>${t('action.retry')}<//>`}<${Button} kind="ghost" icon="pencil" label=${t('offline.change', { name: entry.label })} onClick=${() => edit(entry)} /><${Button} kind="ghost" icon="trash-2" label=${t('offline.remove', { name: entry.label })} onClick=${remove} /></span>`
    : entry.id && html`<span class="row end"><a href=${href('/r/crm.visit/' + entry.id)}>${t('offline.open')}</a></span>`}</li>`;
}

/** The page. `alone`: without the rest of the shell, because no server answers. */
export function OfflineLog({ alone }) {
  const me = remembered('offline.owner', null);
  const owner = current() || alone && me && me.owner;
  const [people, setPeople] = useState([]);
  const [draft, setDraft] = useState(() => remembered('offline.draft', null) || blank());
  const [errors, setErrors] = useState({});
  const list = entries.use();
  const connected = online.use() && !alone;
  useEffect(() => {
    if (!alone && boot.get() && !boot.get().modules.some(m => m.id === 'crm')) return html`<${Removed} />`;
  if (!owner) return undefined;
    if (!alone) remember('offline.owner', { owner, name: session.get().user.name || session.get().user.login });
    refresh(owner).catch(() => entries.set([]));
    const read = () => known(owner).then(setPeople, () => 0);
    read();
    if (!alone) {
      learn(owner).then(read, () => 0);
      sync().catch(() => 0);
    }
    return follow(owner);
  }, [owner]);
  useEffect(() => {
    if (connected) sync().catch(() => 0);
  }, [connected]);
  const set = part => {
    const next = { ...draft, ...part };
    setDraft(next);
    setErrors({});
    remember('offline.draft', next);
  };
  const submit = async e => {
    e.preventDefault();
    const bad = {};
    if (!draft.who) bad.who = t('offline.whoNeeded');
    if (!draft.note.trim() && !draft.subject.trim()) bad.note = t('offline.noteNeeded');
    setErrors(bad);
    if (Object.keys(bad).length) return;
    const key = draft.key || attempt();
    const body = { kind: draft.kind, happenedAt: draft.happenedAt || new Date().toISOString(), [draft.who.field]: draft.who.id, subject: draft.subject.trim() || draft.note.trim().split('\n')[0].slice(0, 120), note: draft.note.trim() || undefined, nextDate: draft.nextDate || undefined, nextStep: draft.nextStep.trim() || undefined };
    try {
      await put({ key, owner, state: 'waiting', written: new Date().toISOString(), label: draft.who.label, who: draft.who, body });
    } catch (x) {
      setErrors({ '': t('offline.full') });
      return;
    }
    remember('offline.draft', undefined);
    setDraft(blank());
    toast(t(connected ? 'offline.sending' : 'offline.kept'));
    if (connected) sync().catch(() => 0);
  };
  const edit = entry => set({ kind: entry.body.kind, who: entry.who, subject: entry.body.subject || '', note: entry.body.note || '', nextDate: entry.body.nextDate || null, nextStep: entry.body.nextStep || '', key: entry.key, happenedAt: entry.body.happenedAt });
  const forget = async () => {
    const waiting = (await all(owner)).filter(x => x.state !== 'sent').length;
    if (!(await confirmDialog({ title: t('offline.forgetAsk'), text: waiting ? t('offline.forgetText', { n: waiting }) : t('offline.forgetNone'), yes: t('offline.forget'), danger: true }))) return;
    await import('./leave.js').then(m => m.forget());
    await unregister();
    toast(t('offline.forgotten'));
  };
  if (!alone && boot.get() && !boot.get().modules.some(m => m.id === 'crm')) return html`<${Removed} />`;
  if (!owner) return html`<div class="page-body"><${Empty} icon="wifi-off" title=${t('offline.nobodyKnown')} text=${t('offline.nobodyKnownText')} /></div>`;
  const waiting = (list || []).filter(x => x.state === 'waiting').length;
  return html`<div class=${alone ? '' : 'page'}><div class="page-head"><h1>${t('offline.title')}</h1><${Badge} tone=${connected ? 'green' : 'amber'}>${t(connected ? 'offline.online' : 'offline.offline')}<//></div>
    <div class="page-body"><div class="offline-page"><form class="card offline-form" onSubmit=${submit} novalidate>
      ${errors[''] && html`<div class="notice" role="alert"><${Icon} name="circle-alert" />${errors['']}</div>`}
      <div class="segmented words" role="group" aria-label=${t('offline.what')}>${KINDS.map(k => html`<button type="button" aria-pressed=${String(draft.kind === k)} onClick=${() => set({ kind: k })}>${t('offline.kind.' + k)}</button>`)}</div>
      <div class="labelled"><label class="label" for="offline-who">${t('offline.who')}<span class="required" aria-hidden="true"> *</span></label><${Who} id="offline-who" items=${people} value=${draft.who} invalid=${errors.who} onChange=${who => set({ who })} /><${FieldError} text=${errors.who} /></div>
      <${Labelled} label=${t('offline.note')} id="offline-note" error=${errors.note}><textarea id="offline-note" class="input" rows="4" maxlength="4000" aria-invalid=${String(Boolean(errors.note))} value=${draft.note} onInput=${e => set({ note: e.target.value })}></textarea><//>
      <div class="pair"><div class="labelled"><label class="label" for="offline-next">${t('offline.nextDate')}</label><${DateInput} id="offline-next" value=${draft.nextDate} onChange=${nextDate => set({ nextDate })} /></div><${Labelled} label=${t('offline.nextStep')} id="offline-step"><input id="offline-step" class="input" maxlength="255" value=${draft.nextStep} onInput=${e => set({ nextStep: e.target.value })} /><//></div>
      <div class="row end"><${Button} kind="primary" icon="save" type="submit">${t(draft.key ? 'offline.saveChange' : 'offline.save')}<//></div></form>
      <section aria-label=${t('offline.list')}><h2>${t('offline.list')}${waiting > 0 && html` <${Badge} tone="amber">${t('offline.waiting', { n: waiting })}<//>`}</h2>
      ${!list ? html`<${Skeleton} lines=${4} />` : !list.length ? html`<p class="muted">${t('offline.nothing')}</p>` : html`<ul class="offline-list">${list.map(x => html`<${Entry} key=${x.key} entry=${x} edit=${edit} />`)}</ul>`}</section>
      ${!alone && html`<p class="hint">${t('offline.device')} <button type="button" class="link" onClick=${forget}>${t('offline.forget')}</button></p>`}</div></div></div>`;
}
