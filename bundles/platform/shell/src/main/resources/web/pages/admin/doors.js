// How a user gets in: link, sessions, attempts; tokens are a part of their own.
import { html } from '../../sdk/html.js';
import { api, may } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { ago, time } from '../../sdk/format.js';
import { href } from '../../sdk/router.js';
import { Badge, Button, Icon } from '../../sdk/components/basic.js';
import { useAsk } from '../../sdk/ask.js';
import { meta } from '../../shell/boot.js';
import { option } from '../../views/values.js';
import { Box, Facts, attempted } from './parts.js';
import { Tokens } from './tokens.js';

const OUTCOMES = { OK: 'green', SECOND_STEP: 'blue', WRONG: 'amber', WRONG_CODE: 'amber', LOCKED: 'red', REFUSED: 'red' };

/** Browser and system of a user agent, as one says them; the text itself where it is something else. */
function device(agent) {
  const text = agent || '';
  const browser = (/(Edg|OPR|Firefox|HeadlessChrome|Chrome|Safari)\/(\d+)/.exec(text) || [])[1];
  const system = (/(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(text) || [])[1];
  const name = { Edg: 'Edge', OPR: 'Opera', HeadlessChrome: 'Chrome' }[browser] || browser;
  return name && system ? `${name} · ${system.replace('Mac OS X', 'macOS')}` : text;
}

/** All doors of a user. */
export function Doors({ user, account, reload }) {
  const lang = language.use();
  const asked = useAsk(async () => {
    const of = (path, sort, limit) => api.maybe(path, { filter: `user==${user.id}`, sort, limit }).then(p => p ? p.rows : null);
    const [sessions, attempts, described] = await Promise.all([of('/platform/sessions', '-seenAt', 50), of('/platform/sign-ins', '-id', 8), meta('platform.signIn').catch(() => null)]);
    return { sessions, attempts, described };
  }, [user.id, lang]);
  const data = asked.data || {};
  const end = s => attempted(() => api.delete('/platform/sessions/' + s.id, s.version), t('admin.sessionEnded')).then(asked.reload);
  const labelOf = value => data.described && data.described.byName.outcome ? (option(data.described.byName.outcome, value) || { label: value }).label : value;
  return html`<div class="adm-stack">
    ${account && html`<${Box} title=${t('admin.gettingIn')}><${Facts} rows=${[[t('admin.password'), t(account.password ? 'admin.set' : 'admin.notSet') + (user.passwordChangedAt && account.password ? ' · ' + (user.passwordChangedAt.startsWith('1970') ? t('admin.mustChange') : ago(user.passwordChangedAt)) : '')], [t('admin.secondStep'), t(account.secondStep ? 'admin.on' : 'admin.off')], [t('admin.lockedUntil'), account.lockedUntil && time(account.lockedUntil)], [t('admin.linkOpen'), account.linkExpires && t('admin.until', { at: time(account.linkExpires) })], [t('admin.lastSignIn'), account.lastSignIn ? time(account.lastSignIn) : t('admin.never')]]} />
      ${account.lockedUntil && may('platform.user.unlock') && html`<div><${Button} icon="lock-open" onClick=${() => attempted(() => api.post(`/platform/users/${user.id}/unlock`), t('admin.unlocked')).then(reload)}>${t('admin.unlock')}<//></div>`}<//>`}
    ${data.sessions && html`<${Box} title=${t('admin.sessions')}>${data.sessions.length ? html`<ul class="list-tile">${data.sessions.map(s => html`<li key=${s.id}><${Icon} name="monitor" /><span class="grow adm-break">${device(s.device) || s.address}<small class="muted block"> ${s.address} · ${ago(s.seenAt)}</small></span>${may('platform.session.delete') && html`<${Button} kind="ghost" icon="x" label=${t('admin.endSession', { name: device(s.device) || s.address })} onClick=${() => end(s)} />`}</li>`)}</ul>` : html`<p class="muted">${t('admin.noSessions')}</p>`}<//>`}
    <${Tokens} user=${user} />
    ${data.attempts && html`<${Box} title=${t('admin.signIns')} head=${html`<a class="link" href=${href('/r/platform.signIn', { f: JSON.stringify([['user', 'in', [user.id], [user.name]]]) })}>${t('admin.allOf')}</a>`}>${data.attempts.length ? html`<ul class="list-tile">${data.attempts.map(s => html`<li key=${s.id}><${Badge} tone=${OUTCOMES[s.outcome] || 'grey'}>${labelOf(s.outcome)}<//><span class="grow ellipsis muted">${s.address}</span><small class="muted">${ago(s.createdAt)}</small></li>`)}</ul>` : html`<p class="muted">${t('admin.noSignIns')}</p>`}<//>`}</div>`;
}
