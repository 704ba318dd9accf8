// What a user may do in a company, and which role gives it.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { has, language, t } from '../../sdk/i18n.js';
import { href } from '../../sdk/router.js';
import { Badge, Failed, Icon, Labelled, Skeleton } from '../../sdk/components/basic.js';
import { useAsk } from '../../sdk/ask.js';
import { allModels, boot } from '../../shell/boot.js';
import { catalogue } from './grants.js';
import { Box, Table } from './parts.js';

/** Where a role comes from, in words. */
function source(from, titles) {
  const [kind, ...rest] = from.split(' ');
  const name = rest.join(' ');
  return kind === 'user' ? t('admin.fromUser') : kind === 'group' ? t('admin.fromGroup', { name }) : t('admin.fromRole', { name: titles[name] || name });
}

function Permissions({ known, held, titles }) {
  const [text, setText] = useState('');
  const by = Object.fromEntries(held.map(p => [p.permission, p.roles]));
  const wanted = text.trim().toLowerCase();
  const modules = Object.fromEntries(boot.get().modules.map(m => [m.id, m.title]));
  const rows = catalogue(known.filter(k => by[k.permission])).flatMap(m => m.models.map(x => ({ ...x, module: modules[m.id] || m.id })))
    .filter(x => !wanted || `${x.module} ${x.title || ''} ${x.permissions.map(p => p.label).join(' ')}`.toLowerCase().includes(wanted));
  return html`<input class="input adm-find" type="search" aria-label=${t('admin.findModel')} placeholder=${t('admin.findModel')} value=${text} onInput=${e => setText(e.target.value)} />
    <${Table} label=${t('admin.permissions')} keyOf=${r => r.id} rows=${rows.slice(0, 200)} empty=${t('admin.mayNothing')} columns=${[
      { title: t('admin.model'), cell: r => html`<b>${r.title || t('nav.reports')}</b>` }, { title: t('admin.module'), cell: r => r.module },
      { title: t('admin.may'), cell: r => html`<span class="adm-chips">${r.permissions.map(p => html`<span class="adm-chip" title=${by[p.permission].map(c => titles[c] || c).join(', ')}>${p.label}</span>`)}</span>` },
      { title: t('admin.from'), cell: r => [...new Set(r.permissions.flatMap(p => by[p.permission]))].map(c => titles[c] || c).join(', ') }]} />`;
}

/** All of it. */
export function Rights({ user }) {
  const lang = language.use();
  const companies = boot.get().companies;
  const [company, setCompany] = useState(boot.get().company.id);
  const asked = useAsk(async () => {
    const [view, known, roles, models] = await Promise.all([api.get('/access/users/' + user, { company }), api.get('/access/permissions'), api.get('/access/roles'), allModels()]);
    return { view, known, models, titles: Object.fromEntries(roles.map(r => [r.code, r.title])) };
  }, [user, company, lang]);
  if (asked.error) return html`<${Failed} error=${asked.error} retry=${asked.reload} />`;
  if (!asked.data) return html`<${Skeleton} lines=${7} />`;
  const { view, known, models, titles } = asked.data;
  const modelOf = id => models[id] ? models[id].title : id;
  const roleOf = code => code === '*' ? t('admin.everybody') : titles[code] || code;
  return html`<div class="adm-stack">
    ${companies.length > 1 && html`<div class="adm-inline"><${Labelled} label=${t('nav.company')}><select class="input" value=${company} onChange=${e => setCompany(Number(e.target.value))}>${companies.map(c => html`<option value=${c.id}>${c.name}</option>`)}</select><//></div>`}
    ${view.conflicts.length > 0 && html`<div class="notice warn" role="status"><${Icon} name="triangle-alert" /><span><b>${t('admin.conflicts')}</b> ${view.conflicts.join(' · ')}</span></div>`}
    <${Box} title=${t('admin.roles')}><${Table} label=${t('admin.roles')} rows=${view.roles} empty=${t('admin.noRoles')} columns=${[
      { title: t('admin.role'), cell: r => html`<a href=${href('/admin/roles/' + r.role)}><b>${roleOf(r.role)}</b></a>` }, { title: t('admin.from'), cell: r => r.from.map(f => source(f, titles)).join(', ') }]} /><//>
    <${Box} title=${t('admin.permissions')} hint=${t('admin.permissionsHint')}><${Permissions} known=${known} held=${view.permissions} titles=${titles} /><//>
    <${Box} title=${t('admin.recordRules')}><${Table} label=${t('admin.recordRules')} rows=${view.rules} empty=${t('admin.noRules2')} columns=${[
      { title: t('admin.model'), cell: r => html`<b>${modelOf(r.model)}</b>` }, { title: t('admin.only'), cell: r => html`<code class="adm-code">${r.filter}</code>` },
      { title: t('admin.holdsFor'), cell: r => [r.read && t('verb.read'), r.write && t('admin.writing')].filter(Boolean).join(', ') }, { title: t('admin.from'), cell: r => roleOf(r.role) }]} /><//>
    <${Box} title=${t('admin.fieldRights')}><${Table} label=${t('admin.fieldRights')} rows=${view.fields} empty=${t('admin.noFields')} columns=${[
      { title: t('admin.model'), cell: f => modelOf(f.model) }, { title: t('admin.field'), cell: f => html`<b>${f.field}</b>` },
      { title: t('admin.effective'), cell: f => html`<${Badge} tone=${{ NONE: 'red', MASKED: 'amber', READ: 'blue' }[f.effective] || 'green'}>${has('fieldRight.' + f.effective) ? t('fieldRight.' + f.effective) : f.effective}<//>` }, { title: t('admin.from'), cell: f => roleOf(f.role) }]} /><//></div>`;
}
