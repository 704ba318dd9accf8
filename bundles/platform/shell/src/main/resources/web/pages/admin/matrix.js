// Permissions by module, model and action: given, inherited, or not.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { Icon } from '../../sdk/components/basic.js';
import { boot } from '../../shell/boot.js';
import { catalogue, granted } from './grants.js';

const BASIC = ['read', 'create', 'update', 'delete'];

function Cell({ entry, model, own, inherited, change }) {
  if (!entry) return html`<td class="adm-cell"></td>`;
  const given = granted(own, entry.permission);
  const from = !given && granted(inherited, entry.permission);
  const name = `${model.title || t('nav.reports')}: ${entry.label}`;
  return html`<td class="adm-cell"><input type="checkbox" class="check" aria-label=${from ? t('admin.inheritedOf', { name }) : name} title=${from ? t('admin.inherited') : entry.permission} checked=${given || from} disabled=${from || !change} onChange=${e => change(entry.permission, e.target.checked)} />${from && html`<span class="adm-mark" aria-hidden="true"><${Icon} name="git-merge" size="11px" /></span>`}</td>`;
}

function Rows({ models, own, inherited, change }) {
  return html`<div class="adm-scroll"><table class="plain-table adm-matrix"><thead><tr><th scope="col">${t('admin.model')}</th>${BASIC.map(v => html`<th scope="col" class="adm-cell">${t('verb.' + v)}</th>`)}<th scope="col">${t('admin.moreRights')}</th></tr></thead>
    <tbody>${models.map(model => {
      const rest = model.permissions.filter(p => !BASIC.includes(p.verb));
      return html`<tr key=${model.id}><th scope="row">${model.title || t('nav.reports')}</th>${BASIC.map(v => html`<${Cell} key=${v} entry=${model.permissions.find(p => p.verb === v)} model=${model} own=${own} inherited=${inherited} change=${change} />`)}
        <td><span class="adm-chips">${rest.map(p => {
          const given = granted(own, p.permission);
          const from = !given && granted(inherited, p.permission);
          return html`<label class=${'adm-chip' + (from ? ' from' : '')} title=${from ? t('admin.inherited') : p.permission}><input type="checkbox" class="check" checked=${given || from} disabled=${from || !change} onChange=${e => change(p.permission, e.target.checked)} />${p.label}${from && html`<span class="sr"> ${t('admin.inherited')}</span>`}</label>`;
        })}</span></td></tr>`;
    })}</tbody></table></div>`;
}

/** The matrix. Without `change` it is only shown. */
export function Matrix({ known, own, inherited = [], change }) {
  const [open, setOpen] = useState({});
  const [text, setText] = useState('');
  const titles = Object.fromEntries(boot.get().modules.map(m => [m.id, m.title]));
  const wanted = text.trim().toLowerCase();
  const modules = catalogue(known).map(m => ({ ...m, shown: wanted ? m.models.filter(x => `${x.title || t('nav.reports')} ${x.id} ${titles[m.id] || m.id}`.toLowerCase().includes(wanted)) : m.models })).filter(m => m.shown.length);
  return html`<div class="adm-inline"><input class="input" type="search" aria-label=${t('admin.findModel')} placeholder=${t('admin.findModel')} value=${text} onInput=${e => setText(e.target.value)} /><span class="hint row"><${Icon} name="git-merge" size="13px" />${t('admin.inherited')}</span></div>
    ${modules.map(m => {
      const all = m.models.flatMap(x => x.permissions);
      const count = all.filter(p => granted(own, p.permission) || granted(inherited, p.permission)).length;
      const shown = open[m.id] ?? Boolean(wanted);
      return html`<div class="adm-module" key=${m.id}><button type="button" aria-expanded=${String(shown)} onClick=${() => setOpen({ ...open, [m.id]: !shown })}><${Icon} name=${shown ? 'chevron-down' : 'chevron-right'} /><b class="grow">${titles[m.id] || m.id}</b><span class="pill">${count} / ${all.length}</span></button>
        ${shown && html`<${Rows} models=${m.shown} own=${own} inherited=${inherited} change=${change} />`}</div>`;
    })}${!modules.length && html`<p class="muted">${t('palette.none')}</p>`}`;
}
