// How a user gets in: link, sessions, tokens, attempts.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, may } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { ago, date, time } from '../../sdk/format.js';
import { href } from '../../sdk/router.js';
import { Badge, Button, Icon, Labelled } from '../../sdk/components/basic.js';
import { Dialog, confirmDialog, openDialog } from '../../sdk/components/overlay.js';
import { DateInput } from '../../sdk/components/dates.js';
import { useAsk } from '../../sdk/ask.js';
import { boot, meta } from '../../shell/boot.js';
import { option } from '../../views/values.js';
import { Box, Facts, Trouble, attempted, faults, showSecret } from './parts.js';

const OUTCOMES = { OK: 'green', SECOND_STEP: 'blue', WRONG: 'amber', WRONG_CODE: 'amber', LOCKED: 'red', REFUSED: 'red' };

/** Browser and system of a user agent, as one says them; the text itself where it is something else. */
function device(agent) {
  const text = agent || '';
  const browser = (/(Edg|OPR|Firefox|HeadlessChrome|Chrome|Safari)\/(\d+)/.exec(text) || [])[1];
  const system = (/(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(text) || [])[1];
  const name = { Edg: 'Edge', OPR: 'Opera', HeadlessChrome: 'Chrome' }[browser] || browser;
  return name && system ? `${name} · ${system.replace('Mac OS X', 'macOS')}` : text;
}

function TokenForm({ user, close }) {
  const [v, setV] = useState({ name: '', company: boot.get().company.id, expires: null, scopes: '' });
  const [bad, setBad] = useState({ fields: {}, text: '' });
  const submit = async e => {
    e.preventDefault();
    try {
      close(await api.post(`/platform/users/${user.id}/createToken`, { name: v.name, company: v.company, expires: v.expires, scopes: v.scopes.trim() || null }));
    } catch (error) {
      setBad(faults(error));
    }
  };
  return html`<${Dialog} title=${t('admin.newToken')} onClose=${() => close()}><form onSubmit=${submit} novalidate><div class="dialog-body"><${Trouble} text=${bad.text} />
    <${Labelled} label=${t('admin.tokenName')} required error=${bad.fields.name}><input class="input" data-autofocus maxlength="255" aria-invalid=${String(Boolean(bad.fields.name))} value=${v.name} onInput=${e => setV(now => ({ ...now, name: e.target.value }))} /><//>
    <${Labelled} label=${t('nav.company')} error=${bad.fields.company}><select class="input" value=${v.company} onChange=${e => setV(now => ({ ...now, company: Number(e.target.value) }))}>${boot.get().companies.map(c => html`<option value=${c.id}>${c.name}</option>`)}</select><//>
    <div class="labelled"><label class="label" for="token-expires">${t('admin.expires')}</label><${DateInput} id="token-expires" value=${v.expires} invalid=${Boolean(bad.fields.expires)} onChange=${expires => setV(now => ({ ...now, expires }))} />${bad.fields.expires && html`<span class="field-error" role="alert">${bad.fields.expires}</span>`}</div>
    <${Labelled} label=${t('admin.scopes')} hint=${t('admin.scopesHint')} error=${bad.fields.scopes}><input class="input" maxlength="4000" value=${v.scopes} onInput=${e => setV(now => ({ ...now, scopes: e.target.value }))} /><//></div>
    <div class="dialog-foot"><${Button} onClick=${() => close()}>${t('action.cancel')}<//><${Button} kind="primary" type="submit">${t('action.create')}<//></div></form><//>`;
}

/** All doors of a user. */
export function Doors({ user, account, reload }) {
  const lang = language.use();
  const asked = useAsk(async () => {
    const of = (path, sort, limit) => api.maybe(path, { filter: `user==${user.id}`, sort, limit }).then(p => p ? p.rows : null);
    const [sessions, tokens, attempts, described] = await Promise.all([of('/platform/sessions', '-seenAt', 50), of('/platform/api-tokens', '-id', 50), of('/platform/sign-ins', '-id', 8), meta('platform.signIn').catch(() => null)]);
    return { sessions, tokens, attempts, described };
  }, [user.id, lang]);
  const data = asked.data || {};
  const end = s => attempted(() => api.delete('/platform/sessions/' + s.id, s.version), t('admin.sessionEnded')).then(asked.reload);
  const revoke = async token => {
    if (!(await confirmDialog({ title: t('admin.revokeOf', { name: token.name }), text: t('admin.revokeText'), yes: t('admin.revoke'), danger: true }))) return;
    await attempted(() => api.delete('/platform/api-tokens/' + token.id, token.version), t('admin.revoked'));
    asked.reload();
  };
  const create = async () => {
    const made = await openDialog(close => html`<${TokenForm} user=${user} close=${close} />`);
    if (!made) return;
    await showSecret(t('admin.newToken'), t('admin.tokenText'), made.result.token);
    asked.reload();
  };
  const labelOf = value => data.described && data.described.byName.outcome ? (option(data.described.byName.outcome, value) || { label: value }).label : value;
  return html`<div class="adm-stack">
    ${account && html`<${Box} title=${t('admin.gettingIn')}><${Facts} rows=${[[t('admin.password'), t(account.password ? 'admin.set' : 'admin.notSet') + (user.passwordChangedAt && account.password ? ' · ' + ago(user.passwordChangedAt) : '')], [t('admin.secondStep'), t(account.secondStep ? 'admin.on' : 'admin.off')], [t('admin.lockedUntil'), account.lockedUntil && time(account.lockedUntil)], [t('admin.linkOpen'), account.linkExpires && t('admin.until', { at: time(account.linkExpires) })], [t('admin.lastSignIn'), account.lastSignIn ? time(account.lastSignIn) : t('admin.never')]]} />
      ${account.lockedUntil && may('platform.user.unlock') && html`<div><${Button} icon="lock-open" onClick=${() => attempted(() => api.post(`/platform/users/${user.id}/unlock`), t('admin.unlocked')).then(reload)}>${t('admin.unlock')}<//></div>`}<//>`}
    ${data.sessions && html`<${Box} title=${t('admin.sessions')}>${data.sessions.length ? html`<ul class="list-tile">${data.sessions.map(s => html`<li key=${s.id}><${Icon} name="monitor" /><span class="grow adm-break">${device(s.device) || s.address}<small class="muted block"> ${s.address} · ${ago(s.seenAt)}</small></span>${may('platform.session.delete') && html`<${Button} kind="ghost" icon="x" label=${t('admin.endSession', { name: device(s.device) || s.address })} onClick=${() => end(s)} />`}</li>`)}</ul>` : html`<p class="muted">${t('admin.noSessions')}</p>`}<//>`}
    ${data.tokens && html`<${Box} title=${t('admin.tokens')} head=${may('platform.user.createToken') && html`<${Button} icon="plus" onClick=${create}>${t('admin.newToken')}<//>`}>${data.tokens.length ? html`<ul class="list-tile">${data.tokens.map(k => html`<li key=${k.id}><${Icon} name="key-round" /><span class="grow adm-break">${k.name}<small class="muted block"> ${[k.expiresAt ? t('admin.until', { at: date(k.expiresAt) }) : t('admin.noEnd'), k.lastUsedAt ? t('admin.used', { at: ago(k.lastUsedAt) }) : t('admin.unused')].join(' · ')}</small></span>${may('platform.apiToken.delete') && html`<${Button} kind="ghost" icon="trash-2" label=${t('admin.revokeOf', { name: k.name })} onClick=${() => revoke(k)} />`}</li>`)}</ul>` : html`<p class="muted">${t('admin.noTokens')}</p>`}<//>`}
    ${data.attempts && html`<${Box} title=${t('admin.signIns')} head=${html`<a class="link" href=${href('/r/platform.signIn', { f: JSON.stringify([['user', 'in', [user.id], [user.name]]]) })}>${t('admin.allOf')}</a>`}>${data.attempts.length ? html`<ul class="list-tile">${data.attempts.map(s => html`<li key=${s.id}><${Badge} tone=${OUTCOMES[s.outcome] || 'grey'}>${labelOf(s.outcome)}<//><span class="grow ellipsis muted">${s.address}</span><small class="muted">${ago(s.createdAt)}</small></li>`)}</ul>` : html`<p class="muted">${t('admin.noSignIns')}</p>`}<//>`}</div>`;
}
