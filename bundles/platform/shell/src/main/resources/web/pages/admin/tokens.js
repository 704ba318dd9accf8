// API tokens of a user: made, shown once, revoked; on the page of a user and in one's own profile.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, may } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { ago, date } from '../../sdk/format.js';
import { Button, Icon, Labelled } from '../../sdk/components/basic.js';
import { Dialog, confirmDialog, openDialog } from '../../sdk/components/overlay.js';
import { DateInput } from '../../sdk/components/dates.js';
import { useAsk } from '../../sdk/ask.js';
import { boot } from '../../shell/boot.js';
import { Box, Trouble, attempted, faults, showSecret } from './parts.js';

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

/** The tokens; nothing where the user may not see them. */
export function Tokens({ user }) {
  const lang = language.use();
  const asked = useAsk(() => api.maybe('/platform/api-tokens', { filter: `user==${user.id}`, sort: '-id', limit: 50 }).then(p => p && p.rows), [user.id, lang]);
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
  const rows = asked.data;
  if (!rows) return null;
  return html`<${Box} title=${t('admin.tokens')} head=${may('platform.user.createToken') && html`<${Button} icon="plus" onClick=${create}>${t('admin.newToken')}<//>`}>${rows.length ? html`<ul class="list-tile">${rows.map(k => html`<li key=${k.id}><${Icon} name="key-round" /><span class="grow adm-break">${k.name}<small class="muted block"> ${[k.expiresAt ? t('admin.until', { at: date(k.expiresAt) }) : t('admin.noEnd'), k.lastUsedAt ? t('admin.used', { at: ago(k.lastUsedAt) }) : t('admin.unused')].join(' · ')}</small></span>${may('platform.apiToken.delete') && html`<${Button} kind="ghost" icon="trash-2" label=${t('admin.revokeOf', { name: k.name })} onClick=${() => revoke(k)} />`}</li>`)}</ul>` : html`<p class="muted">${t('admin.noTokens')}</p>`}<//>`;
}
