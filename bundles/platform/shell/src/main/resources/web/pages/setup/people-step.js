// The first people: a name, a role, and a link by which each chooses a password.
import { useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t, tag } from '../../sdk/i18n.js';
import { Avatar, Button, Icon, Labelled } from '../../sdk/components/basic.js';
import { useAsk } from '../../sdk/ask.js';
import { boot } from '../../shell/boot.js';
import { Secret, Trouble, faults } from '../admin/parts.js';

const EMPTY = { name: '', login: '', email: '', role: '' };

/** The step. */
export function PeopleStep({ next, back }) {
  const lang = language.use();
  const asked = useAsk(async () => {
    const [roles, users] = await Promise.all([api.get('/access/roles'), api.get('/platform/users', { limit: 100, sort: 'id', filter: 'kind==INTERNAL' })]);
    return { roles: roles.filter(r => !r.portal), users: users.rows };
  }, [lang]);
  const [v, setV] = useState(EMPTY);
  const [bad, setBad] = useState({ fields: {}, text: '' });
  const [links, setLinks] = useState({});
  const [wait, setWait] = useState(false);
  const first = useRef();
  const set = name => e => {
    setV(now => ({ ...now, [name]: e.target.value }));
    setBad(now => ({ fields: { ...now.fields, [name]: undefined }, text: '' }));
  };
  const link = async id => setLinks({ ...links, [id]: location.origin + (await api.post(`/platform/users/${id}/createSetUpLink`)).result.path });
  const add = async e => {
    e.preventDefault();
    const fields = {};
    if (!v.name.trim()) fields.name = t('setup.missing');
    if (!/^[a-z0-9][a-z0-9._@+-]{0,63}$/.test(v.login.trim().toLowerCase())) fields.login = t('setup.badLogin');
    if (!v.role) fields.role = t('setup.chooseRole');
    setBad({ fields, text: '' });
    if (Object.keys(fields).length) return;
    setWait(true);
    try {
      const company = boot.get().company.id;
      const made = await api.post('/platform/users', { login: v.login.trim().toLowerCase(), name: v.name.trim(), email: v.email.trim() || null, locale: tag(), defaultCompany: company,
        roles: [...new Set(['platform.user', v.role])].map(role => ({ role, company: role === 'platform.admin' ? null : company })) });
      await link(made.id);
      setV(EMPTY);
      asked.reload();
      first.current.focus();
    } catch (error) {
      const found = faults(error);
      setBad({ ...found, fields: { ...found.fields, role: found.fields.roles } });
    }
    setWait(false);
  };
  const users = asked.data ? asked.data.users : [];
  const f = bad.fields;
  return html`<section><h2>${t('setup.peopleTitle')}</h2><p class="muted">${t('setup.peopleText')}</p></section>
    <ul class="setup-people">${users.map(u => html`<li key=${u.id} class="card"><div class="row"><${Avatar} name=${u.name} round large /><span class="grow"><b class="ellipsis">${u.name}</b><small class="muted ellipsis">${[u.login, u.email].filter(Boolean).join(' · ')}</small></span>${!u.passwordChangedAt && !links[u.id] && html`<${Button} icon="link" onClick=${() => link(u.id)}>${t('setup.link')}<//>`}</div>
      ${links[u.id] && html`<p class="hint">${t('setup.linkText')}</p><${Secret} value=${links[u.id]} label=${t('setup.linkOf', { name: u.name })} />`}</li>`)}</ul>
    <form class="card setup-person" onSubmit=${add} novalidate aria-label=${t('setup.addPerson')}><h3>${t('setup.addPerson')}</h3><${Trouble} text=${bad.text} />
      <div class="pair"><${Labelled} label=${t('setup.name')} required error=${f.name}><input ref=${first} class="input" name="name" maxlength="255" autocomplete="off" aria-invalid=${String(Boolean(f.name))} value=${v.name} onInput=${set('name')} /><//>
        <${Labelled} label=${t('sign.login')} required error=${f.login}><input class="input" name="login" maxlength="64" autocomplete="off" autocapitalize="none" spellcheck="false" aria-invalid=${String(Boolean(f.login))} value=${v.login} onInput=${set('login')} /><//></div>
      <div class="pair"><${Labelled} label=${t('setup.email')} error=${f.email}><input class="input" name="email" type="email" maxlength="255" autocomplete="off" aria-invalid=${String(Boolean(f.email))} value=${v.email} onInput=${set('email')} /><//>
        <${Labelled} label=${t('setup.role')} required error=${f.role}><select class="input" name="role" aria-invalid=${String(Boolean(f.role))} value=${v.role} onChange=${set('role')}><option value=""></option>${asked.data && asked.data.roles.map(r => html`<option value=${r.code}>${r.title}</option>`)}</select><//></div>
      <div><${Button} type="submit" icon="user-plus" disabled=${wait}>${t('setup.add')}<//></div></form>
    <div class="setup-foot"><${Button} onClick=${back}>${t('setup.back')}<//><${Button} kind="primary" onClick=${next}>${t('action.next')}<//></div>`;
}
