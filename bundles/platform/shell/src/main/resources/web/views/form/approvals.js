// Approvals that wait on this record: who asked, whose turn it is, and what the caller may do about it.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { Button, FieldError, Icon } from '../../sdk/components/basic.js';
import { Dialog, openDialog, toast } from '../../sdk/components/overlay.js';
import { boot } from '../../shell/boot.js';

const PATH = '/platform/approvals';

/** What is offered, in this order. Transfer and further approvers have their place in the request itself. */
const VERBS = { approve: { text: 'approval.approve', icon: 'check', kind: 'primary' }, reject: { text: 'approval.reject', icon: 'x', kind: 'danger', needed: true },
  withdraw: { text: 'approval.withdraw', icon: 'undo-2' }, remind: { text: 'approval.remind', icon: 'bell', plain: true }, retry: { text: 'approval.retry', icon: 'refresh-cw', plain: true } };

function Decide({ request, verb, close }) {
  const { text, kind, needed } = VERBS[verb];
  const [comment, setComment] = useState('');
  const [error, setError] = useState(null);
  const [wait, setWait] = useState(false);
  const submit = async e => {
    e.preventDefault();
    if (needed && !comment.trim()) return setError(t('approval.why'));
    setWait(true);
    try {
      return close(await api.post(`${PATH}/${request.id}/${verb}`, { comment: comment.trim() || null }));
    } catch (x) {
      setError(x.message);
      return setWait(false);
    }
  };
  return html`<${Dialog} title=${t(text)} onClose=${() => close(null)}><form onSubmit=${submit} novalidate><div class="dialog-body"><p class="muted">${request.title} · ${request.policy}</p>
      <label class="labelled"><span class="label">${t('link.comment')}${needed && html`<span class="required" aria-hidden="true"> *</span>`}</span><textarea class="input" data-autofocus maxlength="1000" aria-required=${String(Boolean(needed))} aria-invalid=${error ? 'true' : undefined} value=${comment} onInput=${e => setComment(e.target.value)}></textarea></label><${FieldError} text=${error} /></div>
    <div class="dialog-foot"><${Button} onClick=${() => close(null)}>${t('action.cancel')}<//><${Button} kind=${kind || 'primary'} type="submit" disabled=${wait}>${t(text)}<//></div></form><//>`;
}

/** The requests of a record that are still open; nothing where there are none. `done` after a decision. */
export function Approvals({ meta, id, revision, version, done }) {
  const [open, setOpen] = useState([]);
  const read = async current => {
    if (!boot.get().modules.some(m => m.id === 'approvals')) return;
    const list = await api.maybe(`${PATH}/of/${meta.id}/${id}`).catch(() => null);
    const waiting = ((list && list.rows) || []).filter(r => ['PENDING', 'APPROVED'].includes(r.state));
    const full = await Promise.all(waiting.map(r => api.maybe(`${PATH}/${r.request}`).catch(() => null)));
    if (current()) setOpen(full.filter(Boolean));
  };
  useEffect(() => {
    let here = true;
    read(() => here);
    return () => { here = false; };
  }, [meta.id, id, revision, version]);
  const act = async (request, verb) => {
    try {
      const answer = VERBS[verb].plain ? await api.post(`${PATH}/${request.id}/${verb}`, {}) : await openDialog(close => html`<${Decide} request=${request} verb=${verb} close=${close} />`);
      if (!answer) return;
      toast(t('form.did', { action: t(VERBS[verb].text) }));
    } catch (e) {
      toast(e.message, { bad: true });
    }
    await read(() => true);
    done();
  };
  const turn = request => request.steps.filter(s => s.code === request.currentStep).flatMap(s => s.votes).filter(v => v.state === 'OPEN').map(v => v.user && v.user.label).filter(Boolean).join(', ');
  return open.map(request => html`<section key=${request.id} class="notice warn wrap-row" aria-label=${t('link.title')}><${Icon} name="clipboard-check" /><span class="grow"><b>${request.policy}</b> · ${t('approval.by', { name: (request.requester && request.requester.label) || '' })}${turn(request) && html` · ${t('approval.turn', { names: turn(request) })}`}${request.reason && html`<br />${request.reason}`}${request.problem && html`<br />${request.problem}`}</span>
    <span class="row wrap-row">${Object.keys(VERBS).filter(v => request.actions.includes(v)).map(v => html`<${Button} icon=${VERBS[v].icon} kind=${VERBS[v].kind} onClick=${() => act(request, v)}>${t(VERBS[v].text)}<//>`)}</span></section>`);
}
