// Where a set-up link leads: its owner chooses a password and is signed in.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api, begin } from '../sdk/api.js';
import { language, t } from '../sdk/i18n.js';
import { Button, Icon, Labelled } from '../sdk/components/basic.js';
import { go } from '../sdk/router.js';
import { Frame } from './sign-in.js';

/** The page. */
export function Welcome() {
  const lang = language.use();
  // The token stands behind the #, which browsers send to nobody, and leaves the address at once.
  const token = useRef(location.hash.slice(1) || sessionStorage.getItem('ashlar.welcome'));
  const [guest, setGuest] = useState(null);
  const [v, setV] = useState({ password: '', repeat: '' });
  const [bad, setBad] = useState({});
  const [error, setError] = useState('');
  const [wait, setWait] = useState(false);
  useEffect(() => {
    document.title = t('welcome.title') + ' · Ashlar';
    if (token.current) sessionStorage.setItem('ashlar.welcome', token.current);
    history.replaceState(history.state, '', '/app/welcome');
    api.post('/session/welcome/check', { token: token.current }, { anonymous: true }).then(setGuest, e => setError(e.message));
  }, [lang]);
  const submit = async e => {
    e.preventDefault();
    setError('');
    if (v.password.length < 10) return setBad({ password: t('setup.passwordHint') });
    if (v.password !== v.repeat) return setBad({ repeat: t('setup.different') });
    setWait(true);
    try {
      const who = await api.post('/session/welcome', { token: token.current, password: v.password }, { anonymous: true });
      sessionStorage.removeItem('ashlar.welcome');
      const view = await api.post('/session', { login: who.login, password: v.password }, { anonymous: true });
      if (view.step) return location.assign('/app/');
      await go('/', undefined, { replace: true, force: true });
      begin(view);
    } catch (x) {
      const field = (x.errors || []).find(y => y.field === 'password');
      setBad(field ? { password: field.message } : {});
      setError(field ? '' : x.message);
    }
    setWait(false);
    return undefined;
  };
  const field = (name, label, hint) => html`<${Labelled} label=${label} required hint=${hint} error=${bad[name]}><input class="input" name=${name} type="password" autocomplete="new-password" aria-invalid=${String(Boolean(bad[name]))} value=${v[name]} onInput=${e => { setV(now => ({ ...now, [name]: e.target.value })); setBad({}); }} /><//>`;
  return html`<${Frame}><div><h1>${guest ? t('welcome.hello', { name: guest.name }) : t('welcome.title')}</h1>${guest && html`<p class="muted">${t('welcome.lead', { login: guest.login })}</p>`}</div>
    ${error && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${error}</span></div>`}
    ${guest ? html`<form onSubmit=${submit} novalidate><input class="sr" type="text" name="username" autocomplete="username" tabindex="-1" aria-hidden="true" readonly value=${guest.login} />${field('password', t('sign.password'), bad.password ? undefined : t('setup.passwordHint'))}${field('repeat', t('setup.repeat'))}<${Button} kind="primary wide" type="submit" disabled=${wait}>${t('welcome.go')}<//></form>`
      : error && html`<${Button} onClick=${() => go('/')}>${t('sign.in')}<//>`}<//>`;
}
