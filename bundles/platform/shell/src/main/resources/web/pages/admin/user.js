// One user: who he is, what he has been given, how he gets in, what comes of it.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, may, session } from '../../sdk/api.js';
import { language, t, tag } from '../../sdk/i18n.js';
import { ago } from '../../sdk/format.js';
import { go, setGuard, setQuery } from '../../sdk/router.js';
import { Badge, Button, Icon } from '../../sdk/components/basic.js';
import { Menu, confirmDialog, toast } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { boot, meta } from '../../shell/boot.js';
import { Fields } from '../../views/form/layout.js';
import { AdminPage, Box, Panel, Tabs, Trouble, attempted, faults, showSecret } from './parts.js';
import { conflictsOf } from './grants.js';
import { Groups, RoleLines } from './given.js';
import { Doors } from './doors.js';
import { Rights } from './rights.js';

const NAMES = ['login', 'name', 'email', 'locale', 'zone', 'defaultCompany', 'manager', 'department', 'kind', 'party'];
const idOf = v => v && typeof v === 'object' ? v.id : v ?? null;

/** Makes a set-up link and shows it. */
async function showLink(id, name) {
  try {
    const { result } = await api.post(`/platform/users/${id}/createSetUpLink`);
    await showSecret(t('admin.linkFor', { name }), t('admin.linkText'), location.origin + result.path);
    return true;
  } catch (e) {
    toast(e.message, { bad: true });
    return false;
  }
}

function Editor({ data, reload, query }) {
  const { described, record, roles, duties, groups } = data;
  const creating = !record;
  const [base] = useState(() => record || { login: '', name: '', email: null, locale: tag(), active: true, kind: 'INTERNAL', roles: [{ role: 'platform.user', company: null }] });
  const [v, setV] = useState(base);
  const tab = query.tab === 'rights' && record ? 'rights' : 'account';
  const [bad, setBad] = useState({ fields: {}, text: '' });
  const [wait, setWait] = useState(false);
  const dirty = v !== base;
  const editable = may(creating ? 'platform.user.create' : 'platform.user.update');
  const self = record && session.get().user.id === record.id;
  useEffect(() => {
    setGuard(dirty ? () => confirmDialog({ title: t('admin.leave'), text: t('admin.leaveText'), yes: t('admin.leaveYes'), no: t('admin.leaveNo'), danger: true }) : null);
    return () => setGuard(null);
  }, [dirty]);
  const set = (name, value) => {
    setV(now => ({ ...now, [name]: value }));
    setBad(now => ({ ...now, fields: { ...now.fields, [name]: undefined } }));
  };
  const grants = v.roles.flatMap(l => {
    const role = roles.find(r => r.code === l.role);
    return role ? [...role.grants, ...role.inherited] : [];
  });
  const conflicts = conflictsOf(grants, duties);
  const save = async () => {
    setWait(true);
    const body = { roles: v.roles.filter(l => l.role).map(l => ({ ...(l.id ? { id: l.id } : {}), role: l.role, company: idOf(l.company) })) };
    for (const name of NAMES) if (described.byName[name] && (creating || idOf(v[name]) !== idOf(base[name])) && !(name === 'login' && !creating)) body[name] = idOf(v[name]);
    try {
      const saved = creating ? await api.post('/platform/users', body) : await api.patch('/platform/users/' + record.id, record.version, body);
      setGuard(null);
      setBad({ fields: {}, text: '' });
      toast(t(saved.warnings && saved.warnings.length ? 'admin.savedDuties' : 'admin.saved'));
      if (creating) {
        await go('/r/platform.user/' + saved.id, undefined, { replace: true, force: true });
        await showLink(saved.id, saved.name);
      } else reload();
    } catch (e) {
      setBad(faults(e));
    }
    setWait(false);
  };
  const act = async (name, said, ask) => {
    if (ask && !(await confirmDialog({ title: ask, yes: ask, danger: true }))) return;
    if (await attempted(() => api.post(`/platform/users/${record.id}/${name}`), said)) reload();
  };
  const flip = async () => {
    const title = t(record.active ? 'admin.deactivate' : 'admin.activate');
    if (record.active && !(await confirmDialog({ title, text: t('admin.deactivateText'), yes: title, danger: true }))) return;
    if (await attempted(() => api.patch('/platform/users/' + record.id, record.version, { active: !record.active }), t('admin.saved'))) reload();
  };
  const choose = id => setQuery({ tab: id === 'account' ? undefined : id });
  const items = record && [may('platform.user.unlock') && { label: t('admin.unlock'), icon: 'lock-open', run: () => act('unlock', t('admin.unlocked')) },
    may('platform.user.resetTotp') && { label: t('admin.resetTotp'), icon: 'shield', run: () => act('resetTotp', t('admin.totpGone'), t('admin.resetTotp')) },
    may('platform.user.endSessions') && { label: t('admin.endSessions'), icon: 'log-out', run: () => act('endSessions', t('admin.sessionsEnded'), t('admin.endSessions')) },
    editable && !self && { label: t(record.active ? 'admin.deactivate' : 'admin.activate'), icon: record.active ? 'lock' : 'user-check', danger: record.active, run: flip }].filter(Boolean);
  const left = html`<div class="adm-stack"><${Box} title=${t('admin.person')}><div class="field-group adm-person"><div class="adm-fields"><${Fields} meta=${described} groups=${[{ id: 'main', fields: NAMES.filter(n => n !== 'party' || v.kind === 'PORTAL') }]} values=${v} set=${set} errors=${bad.fields} shut=${!editable} creating=${creating} /></div></div><//>
    <${Box} title=${t('admin.roles')} hint=${t('admin.rolesHint')}>${conflicts.length > 0 && html`<div class="notice warn" role="status"><${Icon} name="triangle-alert" /><span><b>${t('admin.conflicts')}</b> ${conflicts.map(c => c.title).join(' · ')}</span></div>`}
      <${RoleLines} lines=${v.roles} roles=${roles} companies=${boot.get().companies} error=${bad.fields.roles} readonly=${!editable} change=${list => setV(now => ({ ...now, roles: list }))} /><//>
    ${record && html`<${Groups} user=${record.id} groups=${groups} reload=${reload} />`}</div>`;
  return html`<${AdminPage} title=${creating ? t('admin.newUser') : record.name} up=${['/r/platform.user', t('admin.users')]} head=${html`<span class="row">
      ${record && may('platform.user.createSetUpLink') && record.active && html`<${Button} icon="link" label=${t('admin.makeLink')} onClick=${async () => { if (await showLink(record.id, record.name)) reload(); }}><span class="text">${t('admin.makeLink')}</span><//>`}
      ${items && items.length > 0 && html`<${Menu} label=${t('action.more')} align="end" button=${p => html`<${Button} kind="ghost" icon="ellipsis" label=${t('action.more')} ...${p} />`} items=${items} />`}
      ${editable && html`<${Button} kind="primary" icon="save" disabled=${!dirty && !creating || wait} label=${t('action.save')} onClick=${save}><span class="text">${t('action.save')}</span><//>`}</span>`}>
    <${Trouble} text=${bad.text} />
    ${record && html`<div class="row wrap-row adm-badges"><${Badge} tone=${record.active ? 'green' : 'grey'}>${t(record.active ? 'admin.active' : 'admin.inactive')}<//>${data.account && data.account.lockedUntil && html`<${Badge} tone="red">${t('admin.locked')}<//>`}${data.account && !data.account.password && html`<${Badge} tone="amber">${t('admin.noPassword')}<//>`}${data.account && data.account.secondStep && html`<${Badge} tone="blue">${t('admin.withSecond')}<//>`}${data.account && data.account.lastSignIn && html`<span class="hint">${t('admin.lastSeen', { at: ago(data.account.lastSignIn) })}</span>`}</div>`}
    ${record ? html`<${Tabs} tabs=${[['account', t('admin.account')], may('platform.role.read') && ['rights', t('admin.effectiveRights')]].filter(Boolean)} current=${tab} choose=${choose} label=${record.name} /><${Panel} id=${tab}>${tab === 'rights' ? html`<${Rights} user=${record.id} />` : html`<div class="adm-two">${left}<${Doors} user=${record} account=${data.account} reload=${reload} /></div>`}<//>` : html`<div class="adm-narrow">${left}</div>`}<//>`;
}

/** The page. */
export function UserPage({ id, query }) {
  const lang = language.use();
  const [turn, setTurn] = useState(0);
  const asked = useAsk(async () => {
    const [described, record, roles, duties, groups, account] = await Promise.all([meta('platform.user'), id === 'new' ? null : api.get('/platform/users/' + id), api.maybe('/access/roles'), api.maybe('/platform/duty-conflicts', { limit: 500 }), api.maybe('/platform/groups', { limit: 500 }), id === 'new' ? null : api.maybe(`/access/users/${id}/account`)]);
    const whole = groups && id !== 'new' ? await Promise.all(groups.rows.map(g => api.get('/platform/groups/' + g.id))) : [];
    return { described, record, roles: roles || [], duties: duties ? duties.rows : [], groups: whole, account, turn, id };
  }, [id, lang, turn]);
  if (!asked.data || asked.data.id !== id) return html`<${AdminPage} title=${t('admin.users')} up=${['/r/platform.user', t('admin.users')]} asked=${{ ...asked, data: undefined }} />`;
  return html`<${Editor} key=${id + '-' + asked.data.turn} data=${asked.data} query=${query} reload=${() => setTurn(n => n + 1)} />`;
}
