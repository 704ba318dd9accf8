// The dialog of a decision: a comment, and for some the step to go back to, or whom it goes to.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { Avatar, Button, FieldError, Icon } from '../../sdk/components/basic.js';
import { Dialog } from '../../sdk/components/overlay.js';

/** What can be done; `first`: as a button of its own, `plain`: without asking more. */
export const VERBS = { reject: { text: 'approval.reject', icon: 'x', kind: 'danger', needed: true, first: true }, approve: { text: 'approval.approve', icon: 'check', kind: 'primary', first: true },
  transfer: { text: 'inbox.transfer', icon: 'arrow-right', person: true }, add: { text: 'inbox.add', icon: 'user-plus', person: true }, withdraw: { text: 'approval.withdraw', icon: 'undo-2', first: true },
  remind: { text: 'approval.remind', icon: 'bell', plain: true }, retry: { text: 'approval.retry', icon: 'refresh-cw', plain: true, first: true } };

/** Colours of the states of requests. */
export const TONES = { PENDING: 'amber', APPROVED: 'blue', DONE: 'green', REJECTED: 'red', WITHDRAWN: 'grey', OUTDATED: 'grey' };

function Colleague({ request, value, set }) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState(null);
  useEffect(() => {
    const timer = setTimeout(() => api.get(`/platform/approvals/${request.id}/candidates`, { q: words }).then(setFound, () => setFound([])), words ? 200 : 0);
    return () => clearTimeout(timer);
  }, [words]);
  return html`<div class="labelled"><label class="label" for="decide-who">${t('inbox.who')}<span class="required" aria-hidden="true"> *</span></label><input id="decide-who" class="input" type="search" data-autofocus autocomplete="off" placeholder=${t('inbox.search')} value=${words} onInput=${e => setWords(e.target.value)} />
    <div class="people" role="radiogroup" aria-label=${t('inbox.who')}>${(found || []).map(p => html`<label key=${p.id} class="person"><input type="radio" name="who" class="check" checked=${value === p.id} onChange=${() => set(p.id)} /><${Avatar} name=${p.label} round /><span class="ellipsis">${p.label}</span></label>`)}${found && !found.length && html`<p class="hint">${t('inbox.nobody')}</p>`}</div></div>`;
}

/** The dialog; closes with the request as it is then, or null. */
export function Decide({ request, verb, close }) {
  const { text, kind, needed, person } = VERBS[verb];
  const [v, setV] = useState({ comment: '', step: '', place: 'BEFORE', user: null });
  const [error, setError] = useState({});
  const [wait, setWait] = useState(false);
  const submit = async e => {
    e.preventDefault();
    if (needed && !v.comment.trim()) return setError({ comment: t('approval.why') });
    if (person && !v.user) return setError({ user: t('inbox.chooseWho') });
    setWait(true);
    try {
      return close(await api.post(`/platform/approvals/${request.id}/${verb}`, { comment: v.comment.trim() || null, ...(verb === 'reject' && v.step ? { step: v.step } : {}), ...(person ? { user: String(v.user) } : {}), ...(verb === 'add' ? { place: v.place } : {}) }));
    } catch (x) {
      setError({ '': x.message, ...Object.fromEntries((x.errors || []).map(y => [y.field, y.message])) });
      return setWait(false);
    }
  };
  const back = verb === 'reject' && request.backTo.length > 0;
  return html`<${Dialog} title=${t(text)} onClose=${() => close(null)}><form onSubmit=${submit} novalidate><div class="dialog-body"><p class="muted">${request.title} · ${request.policy}</p>
      ${error[''] && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${error['']}</span></div>`}
      ${person && html`<${Colleague} request=${request} value=${v.user} set=${user => setV({ ...v, user })} /><${FieldError} text=${error.user} />`}
      ${verb === 'add' && html`<div class="segmented wrap" role="group" aria-label=${t('inbox.place')}>${['BEFORE', 'WITH', 'AFTER'].map(p => html`<button type="button" aria-pressed=${String(v.place === p)} onClick=${() => setV({ ...v, place: p })}>${t('inbox.place.' + p)}</button>`)}</div>`}
      ${back && html`<label class="labelled"><span class="label">${t('inbox.backTo')}</span><select class="input" value=${v.step} onChange=${e => setV({ ...v, step: e.target.value })}><option value="">${t('inbox.backRequester')}</option>${request.backTo.map(code => html`<option value=${code}>${(request.steps.find(s => s.code === code) || {}).title || code}</option>`)}</select></label>`}
      <label class="labelled"><span class="label">${t('link.comment')}${needed && html`<span class="required" aria-hidden="true"> *</span>`}</span><textarea class="input" data-autofocus=${person ? undefined : ''} maxlength="1000" aria-required=${String(Boolean(needed))} aria-invalid=${error.comment ? 'true' : undefined} value=${v.comment} onInput=${e => setV({ ...v, comment: e.target.value })}></textarea></label><${FieldError} text=${error.comment} /></div>
    <div class="dialog-foot"><${Button} onClick=${() => close(null)}>${t('action.cancel')}<//><${Button} kind=${kind || 'primary'} type="submit" disabled=${wait}>${t(text)}<//></div></form><//>`;
}
