// One role: what it grants, what it includes, which records and fields it narrows, who has it.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, may } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { go, href, setGuard } from '../../sdk/router.js';
import { Badge, Button, Icon, Labelled } from '../../sdk/components/basic.js';
import { confirmDialog, toast } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { AdminPage, Box, Panel, Tabs, Trouble, attempted, faults } from './parts.js';
import { changed, conflictsOf } from './grants.js';
import { Matrix } from './matrix.js';
import { FieldRights, RecordRules } from './restrictions.js';

const words = text => (text || '').split(/[\s,]+/).filter(Boolean);

function Includes({ list, roles, change, readonly }) {
  const left = roles.filter(r => !list.includes(r.code));
  return html`<div class="adm-chips">${list.map(code => html`<span class="adm-chip">${(roles.find(r => r.code === code) || { title: code }).title}${!readonly && html`<button type="button" aria-label=${t('admin.takeOut', { name: code })} onClick=${() => change(list.filter(c => c !== code))}><${Icon} name="x" size="12px" /></button>`}</span>`)}
    ${!readonly && left.length > 0 && html`<select class="input adm-short" aria-label=${t('admin.includeRole')} value="" onChange=${e => e.target.value && change([...list, e.target.value])}><option value="">${t('admin.includeRole')}</option>${left.map(r => html`<option value=${r.code}>${r.title}</option>`)}</select>`}</div>`;
}

function Members({ code }) {
  const { data } = useAsk(async () => {
    const users = await api.get('/platform/users', { filter: `roles.role==${code}`, limit: 100, fields: 'id,name,login' }).catch(() => ({ rows: [] }));
    const groups = await api.get('/platform/groups', { filter: `roles.role==${code}`, limit: 100, fields: 'id,title' }).catch(() => ({ rows: [] }));
    return { users: users.rows, groups: groups.rows };
  }, [code]);
  if (!data) return null;
  return html`<${Box} title=${t('admin.whoHas')}>${!data.users.length && !data.groups.length ? html`<p class="muted">${t('admin.nobodyHas')}</p>` : html`<ul class="adm-list">${data.users.map(u => html`<li><a href=${href('/r/platform.user/' + u.id)}>${u.name}</a> <small class="muted">${u.login}</small></li>`)}${data.groups.map(g => html`<li><a href=${href('/r/platform.group/' + g.id)}>${g.title}</a> <small class="muted">${t('admin.group')}</small></li>`)}</ul>`}<//>`;
}

function Editor({ data, reload }) {
  const { view, record, known, roles, duties } = data;
  const base = { title: record ? record.title : view.title, grants: view.grants, includes: view.includes, portal: view.portal };
  const [v, setV] = useState(base);
  const [tab, setTab] = useState('grants');
  const [bad, setBad] = useState({ fields: {}, text: '' });
  const [wait, setWait] = useState(false);
  const dirty = JSON.stringify(v) !== JSON.stringify(base);
  const editable = may(record ? 'platform.role.update' : 'platform.role.create');
  useEffect(() => {
    setGuard(dirty ? () => confirmDialog({ title: t('admin.leave'), text: t('admin.leaveText'), yes: t('admin.leaveYes'), no: t('admin.leaveNo'), danger: true }) : null);
    return () => setGuard(null);
  }, [dirty]);
  const inherited = v.includes.flatMap(code => {
    const r = roles.find(x => x.code === code);
    return r ? [...r.grants, ...r.inherited] : [];
  });
  const conflicts = conflictsOf([...v.grants, ...inherited], duties);
  const save = async () => {
    setWait(true);
    const body = { title: v.title, grants: v.grants.join(' '), includes: v.includes.join(' ') || null, portal: v.portal };
    try {
      if (record) await api.patch('/platform/roles/' + record.id, record.version, body);
      else await api.post('/platform/roles', { ...body, code: view.code });
      setBad({ fields: {}, text: '' });
      toast(t('admin.saved'));
      setGuard(null);
      reload();
    } catch (e) {
      setBad(faults(e));
    }
    setWait(false);
  };
  const reset = async () => {
    if (!(await confirmDialog({ title: t('admin.resetRole'), text: t('admin.resetRoleText'), yes: t('admin.resetRole'), danger: true }))) return;
    if (await attempted(() => api.delete('/platform/roles/' + record.id, record.version), t('admin.saved'))) {
      setGuard(null);
      if (view.module) reload();
      else go('/admin/roles', undefined, { force: true });
    }
  };
  const tabs = [['grants', t('admin.permissions')], ['rules', t('admin.recordRules')], ['fields', t('admin.fieldRights')], ['members', t('admin.whoHas')]];
  return html`<${AdminPage} title=${v.title} up=${['/admin/roles', t('admin.roles')]} head=${html`<span class="row">${record && may('platform.role.delete') && html`<${Button} kind="ghost" icon="rotate-ccw" onClick=${reset}><span class="text">${t('admin.resetRole')}</span><//>`}${editable && html`<${Button} kind="primary" icon="save" disabled=${!dirty || wait} label=${t('action.save')} onClick=${save}><span class="text">${t('action.save')}</span><//>`}</span>`}>
    <div class="adm-stack"><${Trouble} text=${[bad.text, bad.fields.grants, bad.fields.includes].filter(Boolean).join(' ')} />
      ${conflicts.length > 0 && html`<div class="notice warn" role="status"><${Icon} name="triangle-alert" /><span><b>${t('admin.conflictsRole')}</b> ${conflicts.map(c => c.title).join(' · ')}</span></div>`}
      <${Box} title=${t('admin.role')} head=${html`<span class="row"><code class="adm-code">${view.code}</code>${record ? html`<${Badge} tone="blue">${t('admin.madeHere')}<//>` : html`<${Badge}>${t('admin.fromModule')}<//>`}</span>`}>
        ${!record && editable && html`<p class="hint">${t('admin.fromModuleText')}</p>`}
        <div class="pair"><${Labelled} label=${t('admin.title')} error=${bad.fields.title}><input class="input" maxlength="255" readonly=${!editable} aria-invalid=${String(Boolean(bad.fields.title))} value=${v.title} onInput=${e => setV(now => ({ ...now, title: e.target.value }))} /><//>
          <div class="labelled"><span class="label">${t('admin.includes')}</span><${Includes} list=${v.includes} roles=${roles.filter(r => r.code !== view.code)} readonly=${!editable} change=${includes => setV(now => ({ ...now, includes }))} /></div></div><//>
      <div><${Tabs} tabs=${tabs} current=${tab} choose=${setTab} label=${v.title} /><${Panel} id=${tab}>
        ${tab === 'grants' ? html`<${Matrix} known=${known} own=${v.grants} inherited=${inherited} change=${editable ? (permission, on) => setV(now => ({ ...now, grants: changed(now.grants, permission, on, known) })) : null} /><details class="adm-part"><summary>${t('admin.grantsRaw')}</summary><p class="hint adm-break">${v.grants.join(' ')}</p></details>`
          : tab === 'rules' ? html`<${RecordRules} role=${view.code} />` : tab === 'fields' ? html`<${FieldRights} role=${view.code} />` : html`<${Members} code=${view.code} />`}<//></div></div><//>`;
}

/** The page. */
export function RolePage({ code }) {
  const lang = language.use();
  const [turn, setTurn] = useState(0);
  const asked = useAsk(async () => {
    const [roles, own, known, duties] = await Promise.all([api.get('/access/roles'), api.get('/platform/roles', { filter: `code==${code}`, limit: 1 }), api.get('/access/permissions'), api.maybe('/platform/duty-conflicts', { limit: 500 })]);
    const view = roles.find(r => r.code === code);
    const record = own.rows[0];
    if (!view) throw Object.assign(new Error(t('admin.noSuchRole')), { status: 404 });
    return { view: record ? { ...view, grants: words(record.grants), includes: words(record.includes) } : view, record, known, roles, duties: duties ? duties.rows : [], turn };
  }, [code, lang, turn]);
  if (!asked.data) return html`<${AdminPage} title=${t('admin.role')} up=${['/admin/roles', t('admin.roles')]} asked=${asked} />`;
  return html`<${Editor} key=${code + asked.data.turn + (asked.data.record ? asked.data.record.version : '')} data=${asked.data} reload=${() => setTurn(turn + 1)} />`;
}
