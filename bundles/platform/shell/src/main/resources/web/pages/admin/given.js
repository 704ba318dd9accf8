// Roles and groups of a user.
import { html } from '../../sdk/html.js';
import { api, may } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { href } from '../../sdk/router.js';
import { Button, FieldError } from '../../sdk/components/basic.js';
import { Box, attempted } from './parts.js';

const idOf = v => v && typeof v === 'object' ? v.id : v ?? null;

/** Roles, each in one company or in all. */
export function RoleLines({ lines, roles, companies, change, readonly, error }) {
  const set = (i, part) => change(lines.map((l, at) => at === i ? { ...l, ...part } : l));
  return html`<ul class="adm-lines">${lines.map((line, i) => html`<li key=${line.id || 'n' + i}>
      <select class="input" disabled=${readonly} aria-label=${t('admin.role')} value=${line.role} onChange=${e => set(i, { role: e.target.value })}><option value=""></option>${!roles.some(r => r.code === line.role) && line.role && html`<option value=${line.role}>${line.role}</option>`}${roles.map(r => html`<option value=${r.code}>${r.title}</option>`)}</select>
      <select class="input" disabled=${readonly} aria-label=${t('nav.company')} value=${idOf(line.company) ?? ''} onChange=${e => set(i, { company: e.target.value ? Number(e.target.value) : null })}><option value="">${t('admin.allCompanies')}</option>${companies.map(c => html`<option value=${c.id}>${c.name}</option>`)}</select>
      ${!readonly && html`<${Button} kind="ghost" icon="x" label=${t('admin.takeRole')} onClick=${() => change(lines.filter((_, at) => at !== i))} />`}</li>`)}</ul>
    <${FieldError} text=${error} />${!lines.length && html`<p class="muted">${t('admin.noRoles')}</p>`}
    ${!readonly && html`<div><${Button} icon="plus" onClick=${() => change([...lines, { role: '', company: companies.length === 1 ? companies[0].id : null }])}>${t('admin.giveRole')}<//></div>`}`;
}

/** Groups that a user belongs to; each change is saved at once. */
export function Groups({ user, groups, reload }) {
  if (!groups.length) return null;
  const mine = groups.filter(g => g.members.some(m => idOf(m.user) === user));
  const others = groups.filter(g => !mine.includes(g));
  const write = (group, members) => attempted(() => api.patch('/platform/groups/' + group.id, group.version, { members }), t('admin.saved')).then(ok => ok && reload());
  const line = m => ({ id: m.id, user: idOf(m.user) });
  return html`<${Box} title=${t('admin.groups')}><ul class="adm-lines">${mine.map(g => html`<li key=${g.id}><a class="grow" href=${href('/r/platform.group/' + g.id)}>${g.title}</a>${may('platform.group.update') && html`<${Button} kind="ghost" icon="x" label=${t('admin.leaveGroup', { name: g.title })} onClick=${() => write(g, g.members.filter(m => idOf(m.user) !== user).map(line))} />`}</li>`)}</ul>
    ${!mine.length && html`<p class="muted">${t('admin.noGroups')}</p>`}
    ${may('platform.group.update') && others.length > 0 && html`<select class="input adm-short" aria-label=${t('admin.joinGroup')} value="" onChange=${e => { const g = others.find(x => String(x.id) === e.target.value); if (g) write(g, [...g.members.map(line), { user }]); }}><option value="">${t('admin.joinGroup')}</option>${others.map(g => html`<option value=${g.id}>${g.title}</option>`)}</select>`}<//>`;
}
