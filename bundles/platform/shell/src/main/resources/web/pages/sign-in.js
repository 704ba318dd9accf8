// Sign-in: password, a second step where the account has one, and other ways that the installation offers.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api, begin, session } from '../sdk/api.js';
import { language, setLanguage, t } from '../sdk/i18n.js';
import { Button, Icon, Labelled } from '../sdk/components/basic.js';
import { go } from '../sdk/router.js';

/** Two buttons for the language, usable before anybody is known. */
function Languages() {
  const now = language.use();
  return html`<span class="segmented" role="group" aria-label="Language / 语言">
    <button type="button" lang="zh" aria-pressed=${String(now === 'zh')} onClick=${() => setLanguage('zh')}>中文</button>
    <button type="button" lang="en" aria-pressed=${String(now === 'en')} onClick=${() => setLanguage('en')}>English</button></span>`;
}

/** A wall of dressed stones: what the product is named after. */
function Stones() {
  const rows = [];
  for (let y = 0; y < 16; y++) {
    let x = y % 2 ? -70 : 0;
    for (let i = 0; x < 900; i++) {
      const w = 90 + ((y * 7 + i * 13) % 5) * 22;
      rows.push(html`<rect x=${x + 3} y=${y * 62 + 3} width=${w - 6} height="56" rx="5" fill="#2f66ff" opacity=${0.05 + ((y * 5 + i * 11) % 7) * 0.028} />`);
      x += w;
    }
  }
  return html`<svg class="stones" viewBox="0 0 800 980" preserveAspectRatio="xMidYMid slice" aria-hidden="true">${rows}</svg>`;
}

/** The frame of pages before sign-in. */
export function Frame({ children, wide }) {
  return html`<div class="sign"><aside class="sign-side"><${Stones} />
      <div class="row"><span class="mark"><${Icon} name="layers" /></span><b style=${{ fontSize: '17px' }}>Ashlar</b></div>
      <div><h2>${t('sign.claim')}</h2><p>${t('sign.claimText')}</p></div></aside>
    <main class="sign-main" id="main" tabindex="-1"><div class="sign-top"><span class="grow"></span><${Languages} /></div>
      <div class=${'sign-box' + (wide ? ' wide' : '')}>${children}</div>
      <footer class="sign-top muted"><span class="grow"></span><a href="/status" target="_self">${t('sign.status')}</a><a href="/docs" target="_self">${t('sign.docs')}</a></footer></main></div>`;
}

/** What is still missing after the password: a code, setting codes up, or a new password. */
function Missing({ step, csrf, password, done, compact }) {
  const [values, setValues] = useState({ code: '', next: '', repeat: '', recovery: false });
  const [enrol, setEnrol] = useState(null);
  const [codes, setCodes] = useState(null);
  const [error, setError] = useState('');
  const [wait, setWait] = useState(false);
  const first = useRef();
  const post = (path, body) => api.post(path, body, { anonymous: true, headers: { 'X-Ashlar-CSRF': csrf } });
  useEffect(() => {
    if (step === 'totpEnrol') post('/session/totp/enrol', { password }).then(setEnrol, e => setError(e.message));
    if (first.current) first.current.focus();
  }, [step]);
  const set = name => e => setValues({ ...values, [name]: e.target.value });
  const submit = async event => {
    event.preventDefault();
    setError('');
    if (step === 'password' && values.next !== values.repeat) return setError(t('setup.different'));
    setWait(true);
    try {
      const code = values.code.replace(/\s/g, '');
      if (step === 'password') done(await post('/session/password', { current: password, password: values.next }));
      else if (step === 'totp') done(await post('/session/totp', values.recovery ? { recovery: code } : { code }));
      else {
        const view = await post('/session/totp/confirm', { code });
        setCodes({ list: view.recoveryCodes, session: view.session });
      }
    } catch (e) {
      setError(e.message);
    }
    setWait(false);
    return undefined;
  };
  if (codes) return html`<p>${t('sign.recovery')}</p><pre class="codes">${codes.list.join('\n')}</pre><${Button} kind="primary wide" onClick=${() => done(codes.session)}>${t('action.next')}<//>`;
  return html`<form onSubmit=${submit} novalidate aria-label=${t('sign.step.' + step)}><p>${t('sign.step.' + step)}</p>${error && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${error}</span></div>`}
    ${step === 'totpEnrol' && enrol && html`<img class="qr" alt=${t('sign.qr')} src=${'data:image/svg+xml,' + encodeURIComponent(enrol.svg)} /><${Labelled} label=${t('sign.secret')}><input class="input" readonly value=${enrol.secret} onFocus=${e => e.target.select()} /><//>`}
    ${step === 'password' ? html`<${Labelled} label=${t('body.password')} hint=${t('setup.passwordHint')}><input ref=${first} class="input" type="password" autocomplete="new-password" value=${values.next} onInput=${set('next')} /><//><${Labelled} label=${t('setup.repeat')}><input class="input" type="password" autocomplete="new-password" value=${values.repeat} onInput=${set('repeat')} /><//>`
      : html`<${Labelled} label=${t(values.recovery ? 'sign.recoveryCode' : 'sign.code')} hint=${values.recovery ? undefined : t('sign.codeHint')}><input ref=${first} class="input" name="code" inputmode=${values.recovery ? 'text' : 'numeric'} autocomplete="one-time-code" value=${values.code} onInput=${set('code')} /><//>`}
    ${step === 'totp' && html`<button type="button" class="link" onClick=${() => setValues({ ...values, recovery: !values.recovery, code: '' })}>${t(values.recovery ? 'sign.useApp' : 'sign.useRecovery')}</button>`}
    <${Button} kind="primary wide" type="submit" disabled=${wait}>${t(compact ? 'action.next' : 'sign.in')}<//></form>`;
}

/** The form itself, also in the dialog of an expired session. */
export function SignInForm({ compact, login }) {
  const [values, setValues] = useState({ login: login || '', password: '' });
  const [missing, setMissing] = useState(() => session.get().step ? { step: session.get().step, csrf: session.get().csrf } : null);
  const [show, setShow] = useState(false);
  const [wait, setWait] = useState(false);
  const [error, setError] = useState('');
  const set = name => e => setValues({ ...values, [name]: e.target.value });
  const done = view => {
    if (view.step) return setMissing({ step: view.step, csrf: view.csrf });
    const previous = session.get().user;
    begin(view);
    if (previous && previous.id !== view.user.id) location.reload();
    return undefined;
  };
  const submit = async event => {
    event.preventDefault();
    if (!values.login || !values.password) return setError(t('sign.incomplete'));
    setWait(true);
    setError('');
    try {
      done(await api.post('/session', { login: values.login.trim(), password: values.password }, { anonymous: true }));
    } catch (e) {
      setError(e.message);
    }
    setWait(false);
    return undefined;
  };
  if (missing) return html`<${Missing} key=${missing.step} ...${missing} password=${values.password} done=${done} compact=${compact} />`;
  return html`<form onSubmit=${submit} novalidate aria-label=${t('sign.in')}>
    ${error && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${error}</span></div>`}
    <${Labelled} label=${t('sign.login')}><input class="input" name="login" autocomplete="username" autocapitalize="none" spellcheck="false" data-autofocus=${login ? undefined : ''} value=${values.login} onInput=${set('login')} /><//>
    <div class="labelled"><label class="label" for="sign-password">${t('sign.password')}</label><span class="password"><input id="sign-password" class="input" name="password" type=${show ? 'text' : 'password'} autocomplete="current-password" data-autofocus=${login ? '' : undefined} value=${values.password} onInput=${set('password')} />
      <button type="button" class="date-button" aria-label=${t(show ? 'sign.hide' : 'sign.show')} aria-pressed=${String(show)} onClick=${() => setShow(!show)}><${Icon} name=${show ? 'eye-off' : 'eye'} /></button></span></div>
    <${Button} kind="primary wide" type="submit" disabled=${wait}>${t('sign.in')}<//>
    ${!compact && html`<${Providers} />`}
  </form>`;
}

function Providers() {
  const [list, setList] = useState([]);
  useEffect(() => {
    fetch('/api/v1/session/ways').then(a => a.ok ? a.json() : { providers: [] }).then(view => setList(view.providers || []), () => 0);
  }, []);
  if (!list.length) return null;
  return html`<div class="or">${t('sign.or')}</div>${list.map(p => html`<a class="button wide" href=${p.start + '?target=' + encodeURIComponent(location.pathname)} target="_self">
    <${Icon} name="key-round" />${t('sign.with', { name: p.title })}</a>`)}`;
}

/** The page. */
export function SignIn() {
  const lang = language.use();
  const [setup, setSetup] = useState(false);
  const problem = new URLSearchParams(location.search).get('signInProblem');
  useEffect(() => {
    document.title = t('sign.in') + ' · Ashlar';
    fetch('/api/v1/setup').then(a => a.json()).then(v => setSetup(v.needed), () => 0);
  }, [lang]);
  return html`<${Frame}><div><h1>${t('sign.welcome')}</h1><p class="muted">${t('sign.lead')}</p></div>
    ${setup && html`<div class="notice info"><${Icon} name="info" /><span>${t('setup.needed')} <button type="button" class="link" onClick=${() => go('/setup')}>${t('setup.open')}</button></span></div>`}
    ${problem && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${t('sign.providerFailed', { code: problem })}</span></div>`}
    <${SignInForm} /><//>`;
}
