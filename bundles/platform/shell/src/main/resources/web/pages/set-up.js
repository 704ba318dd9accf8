// First set-up: the administrator and the company. The link with its token works once.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { ApiError, api, begin } from '../sdk/api.js';
import { language, t, tag } from '../sdk/i18n.js';
import { Button, Icon, Labelled } from '../sdk/components/basic.js';
import { go } from '../sdk/router.js';
import { Frame } from './sign-in.js';

const COUNTRIES = { CN: ['CNY', 'Asia/Shanghai', 'cn'], HK: ['HKD', 'Asia/Hong_Kong', 'generic'], SG: ['SGD', 'Asia/Singapore', 'generic'],
  DE: ['EUR', 'Europe/Berlin', 'generic'], GB: ['GBP', 'Europe/London', 'generic'], US: ['USD', 'America/New_York', 'generic'], JP: ['JPY', 'Asia/Tokyo', 'generic'] };
const countryName = code => new Intl.DisplayNames([tag()], { type: 'region' }).of(code);

/** The page. */
export function SetUp() {
  language.use();
  const token = useRef(new URLSearchParams(location.search).get('token') || sessionStorage.getItem('ashlar.setup'));
  const [state, setState] = useState(null);
  const [step, setStep] = useState(0);
  const [error, setError] = useState('');
  const [wait, setWait] = useState(false);
  const [v, setV] = useState({ login: 'admin', name: '', password: '', repeat: '', code: '01', companyName: '', country: 'CN', currency: 'CNY', zone: 'Asia/Shanghai', chart: 'cn' });
  const set = name => e => setV({ ...v, [name]: e.target.value });
  useEffect(() => {
    document.title = t('setup.title') + ' · Ashlar';
    if (token.current) {
      // The token must not stay in the address bar or the history.
      sessionStorage.setItem('ashlar.setup', token.current);
      history.replaceState(null, '', '/app/setup');
    }
    api.get('/setup').then(setState, e => setError(e.message));
  }, []);
  const country = e => {
    const [currency, zone, chart] = COUNTRIES[e.target.value];
    setV({ ...v, country: e.target.value, currency, zone, chart });
  };
  const submit = async event => {
    event.preventDefault();
    setError('');
    if (v.password !== v.repeat) return setError(t('setup.different'));
    if (state.company && step === 0) return setStep(1);
    setWait(true);
    try {
      await api.post('/setup', { token: token.current, login: v.login, password: v.password, name: v.name, locale: tag(),
        company: state.company ? { code: v.code, name: v.companyName, currency: v.currency, country: v.country, locale: tag(), zone: v.zone, chart: v.chart } : null }, { anonymous: true });
      sessionStorage.removeItem('ashlar.setup');
      begin(await api.post('/session', { login: v.login, password: v.password }, { anonymous: true }));
      go('/', undefined, { replace: true, force: true });
    } catch (e) {
      setError(e instanceof ApiError && e.errors.length ? e.errors.map(x => x.message).join(' ') : e.message);
    } finally {
      setWait(false);
    }
    return undefined;
  };
  const closed = state && !state.needed;
  const blocked = state && state.needed && !token.current;
  return html`<${Frame} wide><div><h1>${t('setup.title')}</h1><p class="muted">${t(closed ? 'setup.already' : blocked ? 'setup.noToken' : 'setup.lead')}</p></div>
    ${error && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${error}</span></div>`}
    ${(closed || blocked) && html`<${Button} kind="primary" onClick=${() => go('/')}>${t('sign.in')}<//>`}
    ${state && !closed && !blocked && html`<form onSubmit=${submit} novalidate>
      ${state.company && html`<div class="segmented" style=${{ justifySelf: 'start' }} role="group" aria-label=${t('setup.title')}><button type="button" aria-pressed=${String(step === 0)} onClick=${() => setStep(0)}>1 · ${t('setup.admin')}</button><button type="button" aria-pressed=${String(step === 1)} onClick=${() => setStep(1)}>2 · ${t('setup.company')}</button></div>`}
      ${step === 0 ? html`
        <div class="pair"><${Labelled} label=${t('sign.login')} required><input class="input" name="login" autocomplete="username" maxlength="64" value=${v.login} onInput=${set('login')} /><//>
          <${Labelled} label=${t('setup.name')}><input class="input" name="name" autocomplete="name" maxlength="255" value=${v.name} onInput=${set('name')} /><//></div>
        <${Labelled} label=${t('sign.password')} required hint=${t('setup.passwordHint')}><input class="input" name="password" type="password" autocomplete="new-password" value=${v.password} onInput=${set('password')} /><//>
        <${Labelled} label=${t('setup.repeat')} required><input class="input" name="repeat" type="password" autocomplete="new-password" value=${v.repeat} onInput=${set('repeat')} /><//>`
      : html`
        <div class="pair"><${Labelled} label=${t('setup.companyName')} required><input class="input" name="companyName" maxlength="255" value=${v.companyName} onInput=${set('companyName')} /><//>
          <${Labelled} label=${t('setup.code')}><input class="input" name="code" maxlength="16" value=${v.code} onInput=${set('code')} /><//></div>
        <div class="pair"><${Labelled} label=${t('setup.country')}><select class="input" name="country" value=${v.country} onChange=${country}>${Object.keys(COUNTRIES).map(c => html`<option value=${c}>${countryName(c)}</option>`)}</select><//>
          <${Labelled} label=${t('setup.currency')}><input class="input" name="currency" maxlength="3" value=${v.currency} onInput=${set('currency')} /><//></div>
        <div class="pair"><${Labelled} label=${t('setup.zone')}><input class="input" name="zone" maxlength="64" value=${v.zone} onInput=${set('zone')} /><//>
          <${Labelled} label=${t('setup.chart')}><select class="input" name="chart" value=${v.chart} onChange=${set('chart')}><option value="cn">${t('setup.chart.cn')}</option><option value="generic">${t('setup.chart.generic')}</option></select><//></div>`}
      <${Button} kind="primary" type="submit" disabled=${wait}>${t(state.company && step === 0 ? 'action.next' : 'setup.go')}<//></form>`}
  <//>`;
}
