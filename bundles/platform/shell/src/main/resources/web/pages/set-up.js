// First set-up: the administrator and the company. The link with its token works once; what follows is done signed in.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api, begin } from '../sdk/api.js';
import { language, t, tag } from '../sdk/i18n.js';
import { Button, Icon, Labelled } from '../sdk/components/basic.js';
import { go } from '../sdk/router.js';
import { countries, currencies, startOf, zones } from './setup/places.js';
import { Frame } from './sign-in.js';

const LOGIN = /^[a-z0-9][a-z0-9._@+-]{0,63}$/;
const ADMIN = ['login', 'name', 'password', 'repeat'];

/** What can be seen to be wrong without asking. */
function mistakes(v, step) {
  const bad = {};
  if (step === 0) {
    if (!LOGIN.test(v.login.trim().toLowerCase())) bad.login = t('setup.badLogin');
    if (v.password.length < 10) bad.password = t('setup.passwordHint');
    if (v.password !== v.repeat) bad.repeat = t('setup.different');
  } else {
    if (!v.companyName.trim()) bad.companyName = t('setup.missing');
    if (!/^[A-Za-z0-9._-]{1,16}$/.test(v.code.trim())) bad.code = t('setup.badCode');
  }
  return bad;
}

const FIELDS = { 'company.code': 'code', 'company.name': 'companyName', 'company.currency': 'currency', 'company.zone': 'zone', 'company.country': 'country', 'company.chart': 'chart', code: 'code', currency: 'currency', country: 'country', zone: 'zone' };

function Field({ label, name, v, set, bad, hint, required, ...rest }) {
  return html`<${Labelled} label=${label} required=${required} hint=${bad[name] ? undefined : hint} error=${bad[name]}><input class="input" name=${name} aria-invalid=${String(Boolean(bad[name]))} value=${v[name]} onInput=${e => set({ [name]: e.target.value })} ...${rest} /><//>`;
}

function Choice({ label, name, v, set, bad, options }) {
  return html`<${Labelled} label=${label} error=${bad[name]}><select class="input" name=${name} aria-invalid=${String(Boolean(bad[name]))} value=${v[name]} onChange=${e => set({ [name]: e.target.value })}>${options.map(([value, title]) => html`<option value=${value}>${title}</option>`)}</select><//>`;
}

/** The page. */
export function SetUp() {
  const lang = language.use();
  const token = useRef(new URLSearchParams(location.search).get('token') || sessionStorage.getItem('ashlar.setup'));
  const [state, setState] = useState(null);
  const [step, setStep] = useState(0);
  const [bad, setBad] = useState({});
  const [error, setError] = useState('');
  const [wait, setWait] = useState(false);
  const [v, setV] = useState(() => ({ login: 'admin', name: '', password: '', repeat: '', code: '01', companyName: '', country: 'CN', ...startOf('CN') }));
  const form = useRef();
  const set = part => {
    setV(now => ({ ...now, ...part, ...(part.country ? startOf(part.country) : {}) }));
    setBad(now => Object.fromEntries(Object.entries(now).filter(([k]) => !(k in part))));
  };
  const lists = useMemo(() => ({ countries: countries(), currencies: currencies(), zones: zones() }), [lang]);
  useEffect(() => {
    document.title = t('setup.title') + ' · Ashlar';
    if (token.current) {
      // The token must not stay in the address bar or the history.
      sessionStorage.setItem('ashlar.setup', token.current);
      history.replaceState(null, '', '/app/setup');
    }
    api.get('/setup').then(setState, e => setError(e.message));
  }, []);
  useEffect(() => {
    const wrong = form.current && form.current.querySelector('[aria-invalid="true"]');
    if (wrong) wrong.focus();
  }, [bad]);
  const refused = e => {
    const fields = {};
    for (const x of e.errors || []) if (x.field) fields[FIELDS[x.field] || x.field] = x.message;
    setBad(fields);
    setError(Object.keys(fields).length ? '' : e.message);
    if (Object.keys(fields).some(f => ADMIN.includes(f))) setStep(0);
  };
  const submit = async event => {
    event.preventDefault();
    setError('');
    const wrong = mistakes(v, step);
    setBad(wrong);
    if (Object.keys(wrong).length) return undefined;
    if (state.company && step === 0) return setStep(1);
    setWait(true);
    const login = v.login.trim().toLowerCase();
    try {
      await api.post('/setup', { token: token.current, login, password: v.password, name: v.name.trim(), locale: tag(),
        company: state.company ? { code: v.code.trim(), name: v.companyName.trim(), currency: v.currency, country: v.country, locale: tag(), zone: v.zone, chart: v.chart } : null }, { anonymous: true });
      sessionStorage.removeItem('ashlar.setup');
      const view = await api.post('/session', { login, password: v.password }, { anonymous: true });
      await go('/setup', { step: 'apps' }, { replace: true, force: true });
      begin(view);
    } catch (e) {
      refused(e);
      api.get('/setup').then(setState, () => 0);
      setWait(false);
    }
    return undefined;
  };
  const closed = state && !state.needed;
  const blocked = state && state.needed && !token.current;
  const common = { v, set, bad };
  return html`<${Frame} wide><div><h1>${t('setup.title')}</h1><p class="muted">${t(closed ? 'setup.already' : blocked ? 'setup.noToken' : 'setup.lead')}</p></div>
    ${error && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${error}</span></div>`}
    ${(closed || blocked) && html`<${Button} kind="primary" onClick=${() => go('/')}>${t('sign.in')}<//>`}
    ${state && !closed && !blocked && html`<ol class="steps-line">${[['setup.admin', 0], ...(state.company ? [['setup.company', 1]] : []), ['setup.rest', 2]].map(([key, at], i) => html`<li class=${at === step ? 'now' : ''} aria-current=${at === step ? 'step' : undefined}><i>${i + 1}</i>${t(key)}</li>`)}</ol>
      <form ref=${form} onSubmit=${submit} novalidate>
      ${step === 0 ? html`
        <div class="pair"><${Field} ...${common} label=${t('sign.login')} name="login" required autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" /><${Field} ...${common} label=${t('setup.name')} name="name" autocomplete="name" maxlength="255" /></div>
        <${Field} ...${common} label=${t('sign.password')} name="password" type="password" required hint=${t('setup.passwordHint')} autocomplete="new-password" />
        <${Field} ...${common} label=${t('setup.repeat')} name="repeat" type="password" required autocomplete="new-password" />`
      : html`
        <div class="pair"><${Field} ...${common} label=${t('setup.companyName')} name="companyName" required maxlength="255" /><${Field} ...${common} label=${t('setup.code')} name="code" required hint=${t('setup.codeHint')} maxlength="16" /></div>
        <div class="pair"><${Choice} ...${common} label=${t('setup.country')} name="country" options=${lists.countries} /><${Choice} ...${common} label=${t('setup.currency')} name="currency" options=${lists.currencies} /></div>
        <div class="pair"><${Choice} ...${common} label=${t('setup.zone')} name="zone" options=${lists.zones} /><${Choice} ...${common} label=${t('setup.chart')} name="chart" options=${[['cn', t('setup.chart.cn')], ['generic', t('setup.chart.generic')]]} /></div>`}
      <div class="setup-foot">${step === 1 && html`<${Button} onClick=${() => setStep(0)}>${t('setup.back')}<//>`}<${Button} kind="primary" type="submit" disabled=${wait}>${t(wait ? 'setup.working' : state.company && step === 0 ? 'action.next' : 'setup.go')}<//></div></form>`}
  <//>`;
}
