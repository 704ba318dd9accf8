// An approval by a link from a message: works once, without sign-in, for this one decision.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { go, route } from '../sdk/router.js';
import { Button, Icon, Labelled } from '../sdk/components/basic.js';
import { Frame } from './sign-in.js';

/** The page. */
export function ApprovalLink() {
  const secret = route.use(r => r.path).split('/')[3];
  const [request, setRequest] = useState(null);
  const [comment, setComment] = useState('');
  const [said, setSaid] = useState(null);
  const [error, setError] = useState('');
  const [wait, setWait] = useState(false);
  const path = '/platform/approval-links/' + secret;
  useEffect(() => {
    document.title = t('link.title') + ' · Ashlar';
    api.get(path, {}, { anonymous: true }).then(setRequest, e => setError(e.message));
  }, []);
  const decide = async approve => {
    setWait(true);
    setError('');
    try {
      setRequest(await api.post(path, { approve, comment: comment || null }, { anonymous: true }));
      setSaid(approve);
    } catch (e) {
      setError(e.message);
    }
    setWait(false);
  };
  return html`<${Frame} wide><div><h1>${request ? request.title : t('link.title')}</h1>${request && html`<p class="muted">${[request.policy, request.requester].filter(Boolean).join(' · ')}</p>`}</div>
    ${error && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${error}</span></div>`}
    ${error && !request && html`<${Button} kind="primary" onClick=${() => go('/approvals')}>${t('sign.in')}<//>`}
    ${said !== null ? html`<div class="notice good" role="status"><${Icon} name="check" /><span>${t(said ? 'link.approved' : 'link.rejected')}</span></div>` : request && html`
      ${request.reason && html`<p>${request.reason}</p>`}
      <${Labelled} label=${t('link.comment')}><textarea class="input" maxlength="1000" value=${comment} onInput=${e => setComment(e.target.value)}></textarea><//>
      <div class="pair"><${Button} kind="danger" disabled=${wait} onClick=${() => decide(false)}>${t('link.reject')}<//><${Button} kind="primary" disabled=${wait} onClick=${() => decide(true)}>${t('link.approve')}<//></div>`}
  <//>`;
}
