// With whom a dashboard is shared: everybody, roles, single users.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { Button, Icon, Skeleton } from '../../sdk/components/basic.js';
import { Dialog, openDialog, toast } from '../../sdk/components/overlay.js';
import { allModels } from '../../shell/boot.js';
import { refLabel } from '../../views/values.js';
import { Reference } from '../../widgets/reference.js';

function ShareForm({ board, close }) {
  const [record, setRecord] = useState(null);
  const [models, setModels] = useState({});
  const [shares, setShares] = useState([]);
  const [shared, setShared] = useState(false);
  const [saving, setSaving] = useState(false);
  useEffect(() => {
    Promise.all([api.get('/platform/dashboards/' + board.id), allModels()]).then(([r, m]) => {
      setModels(m);
      setShares((r.shares || []).map(s => ({ user: s.user, role: s.role })));
      setShared(Boolean(r.shared));
      setRecord(r);
    }, e => {
      toast(e.message, { bad: true });
      close(false);
    });
  }, []);
  const add = share => setShares(list => list.some(s => (s.role || null) === (share.role || null) && (s.user && s.user.id) === (share.user && share.user.id)) ? list : [...list, share]);
  const submit = async e => {
    e.preventDefault();
    setSaving(true);
    try {
      await api.patch('/platform/dashboards/' + record.id, record.version, { shared, shares: shares.map(s => s.role ? { role: s.role } : { user: s.user.id ?? s.user }) });
      toast(t('form.saved'));
      close(true);
    } catch (x) {
      toast(x.message, { bad: true });
      setSaving(false);
    }
  };
  const name = s => s.role || refLabel(s.user);
  return html`<${Dialog} title=${t('dash.shareOf', { name: board.title })} onClose=${() => close(false)}>${!record ? html`<div class="dialog-body"><${Skeleton} lines=${5} /></div>` : html`<form onSubmit=${submit}><div class="dialog-body">
    <p class="hint">${t('dash.shareText')}</p>
    <label class="row"><input type="checkbox" class="check" checked=${shared} onChange=${e => setShared(e.target.checked)} /><span>${t('dash.everybody')}</span></label>
    ${!shared && html`<div class="stack">${models['platform.role'] && html`<div class="labelled"><span class="label">${t('dash.addRole')}</span><${Reference} className="input" target="platform.role" code="code" label=${t('dash.addRole')} value=${null} onChange=${v => v && add({ role: v.code })} /></div>`}
      ${models['platform.user'] && html`<div class="labelled"><span class="label">${t('dash.addUser')}</span><${Reference} className="input" target="platform.user" label=${t('dash.addUser')} value=${null} onChange=${v => v && add({ user: { id: v.id, label: v.label } })} /></div>`}
      <ul class="row wrap-row">${shares.map((s, i) => html`<li class="chip" key=${name(s)}><${Icon} name=${s.role ? 'users' : 'user'} size="13px" /> <span class="ellipsis">${name(s)}</span><button type="button" aria-label=${t('filter.remove', { name: name(s) })} onClick=${() => setShares(list => list.filter((_, j) => j !== i))}><${Icon} name="x" size="13px" /></button></li>`)}</ul></div>`}</div>
    <div class="dialog-foot"><${Button} onClick=${() => close(false)}>${t('action.cancel')}<//><${Button} kind="primary" type="submit" disabled=${saving}>${t('action.save')}<//></div></form>`}<//>`;
}

/** Asks; whether something has changed. */
export const share = board => openDialog(close => html`<${ShareForm} board=${board} close=${close} />`);
