// Own account: look, password, second step, sessions.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api, begin, may, session } from '../sdk/api.js';
import { language, setLanguage, t } from '../sdk/i18n.js';
import { ago } from '../sdk/format.js';
import { Avatar, Badge, Button, Icon, Labelled } from '../sdk/components/basic.js';
import { confirmDialog, Dialog, openDialog, toast } from '../sdk/components/overlay.js';
import { density, setDensity, setTheme, theme } from '../shell/appearance.js';
import { area, Lazy } from '../shell/lazy.js';
import { signOut } from '../shell/sidebar.js';
import { ChatAddresses } from './daily/chat-addresses.js';
import { NoticeChoices } from './daily/notice-choices.js';

/** A browser and its system in two words. */
const device = text => {
  const found = names => (names.find(([pattern]) => pattern.test(text || '')) || [])[1];
  return [found([[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/MicroMessenger/, 'WeChat'], [/Firefox\//, 'Firefox'], [/Chrom/, 'Chrome'], [/Safari\//, 'Safari']]), found([[/Windows/, 'Windows'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Mac OS/, 'macOS'], [/Linux/, 'Linux']])].filter(Boolean).join(' · ') || text;
};

const Choice = ({ label, value, options, set }) => html`<div class="setting"><span>${label}</span><span class="segmented" role="group" aria-label=${label}>${options.map(([v, text]) => html`<button type="button" aria-pressed=${String(v === value)} onClick=${() => set(v)}>${text}</button>`)}</span></div>`;

function Password() {
  const [v, setV] = useState({ current: '', password: '', repeat: '' });
  const [error, setError] = useState('');
  const submit = async e => {
    e.preventDefault();
    if (v.password !== v.repeat) return setError(t('setup.different'));
    try {
      begin(await api.post('/session/password', { current: v.current, password: v.password }));
      setV({ current: '', password: '', repeat: '' });
      setError('');
      toast(t('profile.passwordChanged'));
    } catch (x) {
      setError(x.errors && x.errors.length ? x.errors.map(y => y.message).join(' ') : x.message);
    }
    return undefined;
  };
  const field = (name, label, auto) => html`<${Labelled} label=${label}><input class="input" type="password" autocomplete=${auto} value=${v[name]} onInput=${e => setV({ ...v, [name]: e.target.value })} /><//>`;
  return html`<form class="stack" onSubmit=${submit}>${error && html`<div class="notice" role="alert"><${Icon} name="circle-alert" />${error}</div>`}${field('current', t('profile.current'), 'current-password')}<div class="pair">${field('password', t('body.password'), 'new-password')}${field('repeat', t('setup.repeat'), 'new-password')}</div><div><${Button} type="submit" disabled=${!v.current || !v.password}>${t('profile.changePassword')}<//></div></form>`;
}

function Enrol({ close }) {
  const [password, setPassword] = useState('');
  const [data, setData] = useState(null);
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState(null);
  const [error, setError] = useState('');
  const submit = async e => {
    e.preventDefault();
    setError('');
    try {
      if (codes) return close(true);
      if (data) setCodes((await api.post('/session/totp/confirm', { code: code.replace(/\s/g, '') })).recoveryCodes);
      else setData(await api.post('/session/totp/enrol', { password }));
    } catch (x) {
      setError(x.message);
    }
    return undefined;
  };
  return html`<${Dialog} title=${t('profile.totp')} onClose=${() => close(Boolean(codes))}><form onSubmit=${submit}><div class="dialog-body">${error && html`<div class="notice" role="alert">${error}</div>`}
    ${codes ? html`<p>${t('sign.recovery')}</p><pre class="codes">${codes.join('\n')}</pre>` : data ? html`<p class="muted">${t('sign.step.totpEnrol')}</p><img class="qr" alt=${t('sign.qr')} src=${'data:image/svg+xml,' + encodeURIComponent(data.svg)} /><${Labelled} label=${t('sign.secret')}><input class="input" readonly value=${data.secret} /><//><${Labelled} label=${t('sign.code')}><input class="input" inputmode="numeric" autocomplete="one-time-code" value=${code} onInput=${e => setCode(e.target.value)} /><//>`
    : html`<${Labelled} label=${t('sign.password')}><input class="input" type="password" autocomplete="current-password" value=${password} onInput=${e => setPassword(e.target.value)} /><//>`}</div><div class="dialog-foot"><${Button} kind="primary" type="submit">${t(codes ? 'action.done' : 'action.next')}<//></div></form><//>`;
}

const TOKENS = area('admin', () => import('./admin/tokens.js').then(m => m.Tokens));

/** The page. */
export function Profile() {
  const user = session.use(s => s.user) || {};
  const [totp, setTotp] = useState(null);
  const [mine, setMine] = useState([]);
  const [addressed, setAddressed] = useState(0);
  const read = () => {
    api.maybe('/session/totp').then(setTotp, () => 0);
    api.maybe('/session/mine').then(list => setMine(Array.isArray(list) ? list : []), () => 0);
  };
  useEffect(read, []);
  const remove = async () => {
    const code = await openDialog(close => {
      let value = '';
      return html`<${Dialog} title=${t('profile.totpOff')} onClose=${() => close(null)} foot=${html`<${Button} kind="danger" onClick=${() => close(value)}>${t('profile.totpOff')}<//>`}><div class="dialog-body"><${Labelled} label=${t('sign.code')}><input class="input" inputmode="numeric" onInput=${e => { value = e.target.value; }} /><//></div><//>`;
    });
    if (!code) return;
    await api.post('/session/totp/remove', { code }).then(() => toast(t('profile.totpGone')), e => toast(e.message, { bad: true }));
    read();
  };
  const end = async id => {
    await api.delete('/session/mine' + (id ? '/' + id : '')).catch(e => toast(e.message, { bad: true }));
    read();
  };
  return html`<div class="page"><div class="page-head"><h1>${t('nav.profile')}</h1></div><div class="page-body"><div class="narrow">
    <section class="card"><div class="row"><${Avatar} name=${user.name || user.login} round large /><span class="grow"><b>${user.name}</b><div class="muted">${[user.login, user.email].filter(Boolean).join(' · ')}</div></span><${Button} icon="log-out" onClick=${signOut}>${t('nav.signOut')}<//></div></section>
    <section class="card"><h2>${t('profile.look')}</h2><${Choice} label=${t('look.language')} value=${language.use()} options=${[['zh', '中文'], ['en', 'English']]} set=${setLanguage} /><${Choice} label=${t('look.theme')} value=${theme.use()} options=${['light', 'dark', 'system'].map(v => [v, t('look.theme.' + v)])} set=${setTheme} /><${Choice} label=${t('look.density')} value=${density.use()} options=${['compact', 'normal', 'roomy'].map(v => [v, t('look.density.' + v)])} set=${setDensity} /></section>
    <${ChatAddresses} saved=${() => setAddressed(addressed + 1)} />
    <${NoticeChoices} key=${addressed} />
    <section class="card"><h2>${t('profile.changePassword')}</h2><${Password} /></section>
    ${totp && html`<section class="card"><div class="row"><h2 class="grow">${t('profile.totp')}</h2><${Badge} tone=${totp.enrolled ? 'green' : 'grey'}>${t(totp.enrolled ? 'profile.on' : 'profile.off')}<//></div><p class="muted">${t('profile.totpText')}</p><div>${totp.enrolled ? html`<${Button} kind="danger" onClick=${remove}>${t('profile.totpOff')}<//>` : html`<${Button} icon="shield-check" onClick=${() => openDialog(close => html`<${Enrol} close=${ok => { close(); if (ok) read(); }} />`)}>${t('profile.totpOn')}<//>`}</div></section>`}
    ${user.id && may('platform.user.createToken') && html`<${Lazy} load=${TOKENS} user=${user} />`}
    ${mine.length > 0 && html`<section class="card"><div class="row wrap-row"><h2 class="grow">${t('profile.sessions')}</h2>${mine.length > 1 && html`<${Button} onClick=${async () => (await confirmDialog({ title: t('profile.endOthers') })) && end()}>${t('profile.endOthers')}<//>`}</div><ul class="list-tile">${mine.map(s => html`<li><${Icon} name="monitor" /><span class="grow ellipsis">${device(s.device) || s.address}<small class="muted"> ${s.address} · ${ago(s.seenAt)}</small></span>${s.current ? html`<${Badge} tone="green">${t('profile.this')}<//>` : html`<${Button} kind="ghost" icon="x" label=${t('profile.end')} onClick=${() => end(s.id)} />`}</li>`)}</ul></section>`}
  </div></div></div>`;
}
