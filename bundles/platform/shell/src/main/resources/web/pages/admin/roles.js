// All roles, those of the modules and those made here.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, may } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { go, href } from '../../sdk/router.js';
import { Badge, Button, Labelled } from '../../sdk/components/basic.js';
import { Dialog, openDialog } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { boot } from '../../shell/boot.js';
import { AdminPage, Table, Trouble, faults } from './parts.js';
import { granted } from './grants.js';
import { RolePage } from './role.js';

function NewRole({ roles, close }) {
  const [v, setV] = useState({ title: '', code: '', like: '' });
  const [bad, setBad] = useState({ fields: {}, text: '' });
  const set = name => e => setV(now => ({ ...now, [name]: e.target.value }));
  const submit = async e => {
    e.preventDefault();
    const like = roles.find(r => r.code === v.like);
    try {
      await api.post('/platform/roles', { code: v.code.trim(), title: v.title.trim(), grants: like ? like.grants.join(' ') : 'platform.company.read', includes: like ? like.includes.join(' ') || null : null });
      close(v.code.trim());
    } catch (error) {
      setBad(faults(error));
    }
  };
  return html`<${Dialog} title=${t('admin.newRole')} onClose=${() => close()}><form onSubmit=${submit} novalidate><div class="dialog-body"><${Trouble} text=${bad.text} />
    <${Labelled} label=${t('admin.title')} required error=${bad.fields.title}><input class="input" data-autofocus maxlength="255" aria-invalid=${String(Boolean(bad.fields.title))} value=${v.title} onInput=${set('title')} /><//>
    <${Labelled} label=${t('admin.code')} required hint=${t('admin.codeHint')} error=${bad.fields.code}><input class="input" maxlength="64" aria-invalid=${String(Boolean(bad.fields.code))} value=${v.code} onInput=${set('code')} /><//>
    <${Labelled} label=${t('admin.copyOf')}><select class="input" value=${v.like} onChange=${set('like')}><option value="">${t('admin.emptyRole')}</option>${roles.map(r => html`<option value=${r.code}>${r.title}</option>`)}</select><//></div>
    <div class="dialog-foot"><${Button} onClick=${() => close()}>${t('action.cancel')}<//><${Button} kind="primary" type="submit">${t('action.create')}<//></div></form><//>`;
}

/** What a role may do in words: each app with how many of its permissions, or all: [{module, count, all}]. */
function givenOf(grants, known) {
  const modules = new Map();
  for (const { permission } of known) {
    const id = permission.split('.')[0];
    const m = modules.get(id) || { module: id, count: 0, of: 0 };
    m.of++;
    if (granted(grants, permission)) m.count++;
    modules.set(id, m);
  }
  return [...modules.values()].filter(m => m.count > 0);
}

function List() {
  const lang = language.use();
  const asked = useAsk(async () => {
    const [roles, own, known] = await Promise.all([api.get('/access/roles'), api.get('/platform/roles', { limit: 500, fields: 'id,code' }), api.get('/access/permissions')]);
    return roles.map(r => ({ ...r, own: own.rows.some(o => o.code === r.code), given: givenOf(r.grants, known) }));
  }, [lang]);
  const titles = Object.fromEntries(boot.get().modules.map(m => [m.id, m.title]));
  const make = async () => {
    const code = await openDialog(close => html`<${NewRole} roles=${asked.data} close=${close} />`);
    if (code) go('/admin/roles/' + code);
  };
  return html`<${AdminPage} title=${t('admin.roles')} total=${asked.data && asked.data.length} asked=${asked} head=${may('platform.role.create') && asked.data && html`<${Button} kind="primary" icon="plus" onClick=${make}><span class="text">${t('action.new')}</span><//>`}>
    ${asked.data && html`<${Table} label=${t('admin.roles')} keyOf=${r => r.code} rows=${asked.data} columns=${[
      { title: t('admin.role'), cell: r => html`<a href=${href('/admin/roles/' + r.code)}><b>${r.title}</b></a>${r.title !== r.code ? html` <small class="muted">${r.code}</small>` : null}` },
      { title: t('admin.origin'), cell: r => html`<span class="row adm-origin">${r.own ? html`<${Badge} tone="blue">${t('admin.madeHere')}<//>` : titles[r.code.split('.')[0]] || r.code.split('.')[0]}${r.portal ? html`<${Badge} tone="violet">${t('admin.portal')}<//>` : null}</span>` },
      { title: t('admin.includes'), cell: r => r.includes.map(c => (asked.data.find(x => x.code === c) || { title: c }).title).join(', ') },
      { title: t('admin.grants'), cell: r => html`<span class="adm-break" title=${r.grants.join(' ')}>${r.grants.includes('*') ? t('admin.allGiven') : r.given.map(g => t(g.count === g.of ? 'admin.givenAll' : 'admin.givenSome', { name: titles[g.module] || g.module, n: g.count })).join(t('admin.listed'))}</span>` }]} />`}<//>`;
}

/** The list, or one role. */
export const Roles = ({ id }) => id ? html`<${RolePage} code=${id} />` : html`<${List} />`;
