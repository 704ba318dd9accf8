// What concerns the user: activities and notifications; what was deleted; what was changed.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { has, language, t } from '../sdk/i18n.js';
import { date, time, today } from '../sdk/format.js';
import { href } from '../sdk/router.js';
import { Button, Empty, Failed, Icon, Skeleton } from '../sdk/components/basic.js';
import { DateInput } from '../sdk/components/dates.js';
import { confirmDialog, toast } from '../sdk/components/overlay.js';
import { useAsk } from '../sdk/ask.js';
import { usePhone } from '../sdk/phone.js';
import { NoticeRow } from '../shell/bell.js';
import { meta as load } from '../shell/boot.js';
import { textOf } from '../views/values.js';

function Frame({ title, asked, empty, text, icon, rows, children, head }) {
  return html`<div class="page"><div class="page-head"><h1>${title}</h1>${rows && html`<span class="total">${rows.length}</span>`}<span class="grow"></span>${head}</div>${asked.error ? html`<${Failed} error=${asked.error} retry=${asked.reload} />` : !asked.data ? html`<div class="page-body"><${Skeleton} lines=${6} /></div>` : rows && !rows.length ? html`<${Empty} icon=${icon} title=${empty} text=${text} />` : children}</div>`;
}

const act = async (call, text, reload) => {
  await call().then(() => text && toast(text), e => toast(e.message, { bad: true }));
  reload();
};

/** Own activities. */
export function MyTasks() {
  const lang = language.use();
  const asked = useAsk(signal => api.get('/my-tasks', { limit: 200 }, { signal }), [lang]);
  const rows = asked.data && asked.data.rows;
  const group = a => !a.due ? 'later' : a.due < today() ? 'overdue' : a.due === today() ? 'today' : 'later';
  return html`<${Frame} title=${t('tasks.title')} asked=${asked} rows=${rows} icon="circle-check" empty=${t('tasks.none')} text=${t('tasks.noneText')}><div class="page-body">${['overdue', 'today', 'later'].map(g => {
    const list = (rows || []).filter(a => group(a) === g);
    return list.length > 0 && html`<h2 class="section-title">${t('tasks.' + g)}</h2><ul class="list-tile">${list.map(a => html`<li key=${a.id}><${Icon} name=${(a.type && a.type.icon) || 'clock'} /><span class="grow ellipsis"><b>${a.summary || (a.type && a.type.name)}</b>${a.record && html` · <a href=${href(`/r/${a.record.model}/${a.record.id}`)}>${a.record.label}</a>`}</span><span class=${g === 'overdue' ? 'down' : 'muted'}>${date(a.due)}</span><${Button} icon="check" onClick=${() => act(() => api.post(`/activities/${a.id}/done`, {}), t('panel.completed'), asked.reload)}>${t('panel.complete')}<//></li>`)}</ul>`;
  })}</div><//>`;
}

/** All notifications. */
export function Notifications() {
  const lang = language.use();
  const asked = useAsk(signal => api.get('/notifications', { limit: 200 }, { signal }), [lang]);
  return html`<${Frame} title=${t('bell.title')} asked=${asked} rows=${asked.data && asked.data.rows} icon="bell" empty=${t('bell.empty')} text=${t('bell.emptyText')} head=${asked.data && asked.data.rows.some(n => !n.read && !n.readAt) && html`<${Button} icon="check-check" onClick=${() => act(() => api.post('/notifications/read-all', {}), null, asked.reload)}>${t('bell.readAll')}<//>`}><div class="page-body"><div class="narrow tight">${(asked.data ? asked.data.rows : []).map(n => html`<${NoticeRow} key=${n.id} notice=${n} done=${asked.reload} />`)}</div></div><//>`;
}

/** Deleted records that can come back. */
export function RecycleBin() {
  const lang = language.use();
  const asked = useAsk(signal => api.get('/recycle-bin', { limit: 300 }, { signal }), [lang]);
  const rows = asked.data && asked.data.rows;
  return html`<${Frame} title=${t('bin.title')} asked=${asked} rows=${rows} icon="trash-2" empty=${t('bin.empty')} text=${t('bin.emptyText')}><div class="report-table" tabindex="0" role="region" aria-label=${t('bin.title')}><table><thead><tr><th scope="col">${t('bin.record')}</th><th scope="col">${t('bin.kind')}</th><th scope="col">${t('bin.when')}</th><th scope="col"><span class="sr">${t('action.more')}</span></th></tr></thead><tbody>${(rows || []).map(r => html`<tr key=${r.id}><td><b>${r.label || '#' + r.recordId}</b></td><td>${r.title}</td><td>${time(r.deletedAt)}</td><td class="num"><${Button} icon="rotate-ccw" onClick=${() => act(() => api.post(`/recycle-bin/${r.id}/restore`, {}), t('bin.restored'), asked.reload)}>${t('bin.restore')}<//> <${Button} kind="ghost" icon="trash-2" label=${t('bin.purge')} onClick=${async () => (await confirmDialog({ title: t('bin.purge') + '?', text: t('bin.purgeText'), yes: t('bin.purge'), danger: true })) && act(() => api.delete(`/recycle-bin/${r.id}`), null, asked.reload)} /></td></tr>`)}</tbody></table></div><//>`;
}

/** Descriptions of the models whose records are named, as far as they are there and may be seen. */
function useMetas(models) {
  const lang = language.use();
  const [found, setFound] = useState({});
  const wanted = [...new Set(models)].sort().join();
  useEffect(() => {
    let current = true;
    Promise.all(wanted.split(',').filter(Boolean).map(async id => [id, await load(id).catch(() => null)])).then(list => current && setFound(Object.fromEntries(list)));
    return () => { current = false; };
  }, [wanted, lang]);
  return found;
}

/** Labels of the records that the rows name, by model and id; of those that are gone or may not be seen there is none. */
function useLabels(rows, metas) {
  const [labels, setLabels] = useState({});
  const wanted = new Map();
  const want = (model, id) => metas[model] && id && /^\d+$/.test(String(id)) && wanted.set(model, (wanted.get(model) || new Set()).add(String(id)));
  (rows || []).forEach(r => {
    want(r.model, r.recordId);
    refsOf(metas[r.model], r).forEach(([target, id]) => want(target, id));
  });
  const key = [...wanted].map(([model, ids]) => model + ':' + [...ids].join()).join('|');
  useEffect(() => {
    let current = true;
    Promise.all([...wanted].map(async ([model, ids]) => {
      const { path, label, byName } = metas[model];
      const page = await api.get(path, { filter: `id=in=(${[...ids].join(',')})`, fields: 'id,' + label, limit: ids.size }).catch(() => ({ rows: [] }));
      return page.rows.map(r => [model + '#' + r.id, byName[label] ? textOf(byName[label], r[label], r) : '']);
    })).then(list => current && setLabels(Object.fromEntries(list.flat().filter(([, text]) => text))));
    return () => { current = false; };
  }, [key]);
  return labels;
}

/** Records that changes name: [[model, id]]. */
const refsOf = (meta, row) => (row.changes || []).slice(0, 4).flatMap(c => {
  const field = meta && meta.byName[c.field];
  return field && field.type === 'ref' ? [[field.target, c.old], [field.target, c.new]] : [];
});

/** What changed, in the words of the model where they are known. */
function changesOf(meta, row, labels) {
  const words = (field, value) => value === null || value === undefined || value === '' ? '–' : field ? field.type === 'ref' && labels[field.target + '#' + value] || textOf(field, value, {}) : String(value);
  return (row.changes || []).slice(0, 4).map(c => {
    const field = meta && meta.byName[c.field];
    return t('audit.change', { field: field ? field.label : c.field, old: words(field, c.old), now: words(field, c.new) });
  }).join(t('audit.and')).slice(0, 160);
}

/** The audit log of the company. */
export function AuditLog() {
  const phone = usePhone();
  const lang = language.use();
  const [ask, setAsk] = useState({});
  const asked = useAsk(signal => api.get('/audit-entries', { ...ask, limit: 300 }, { signal }), [lang, JSON.stringify(ask)]);
  const rows = asked.data && asked.data.rows;
  const first = useMetas((rows || []).map(r => r.model));
  const metas = { ...useMetas((rows || []).flatMap(r => refsOf(first[r.model], r).map(([target]) => target))), ...first };
  const labels = useLabels(rows, metas);
  const kind = r => {
    const action = r.kind.startsWith('action:') && metas[r.model] && metas[r.model].actions.find(a => a.name === r.kind.slice(7));
    return action ? action.label : has('audit.' + r.kind) ? t('audit.' + r.kind) : has('panel.' + r.kind) ? t('panel.' + r.kind) : r.kind;
  };
  const record = r => html`<a href=${href(`/r/${r.model}/${r.recordId}`)}>${metas[r.model] ? metas[r.model].title : r.model} ${labels[r.model + '#' + r.recordId] || '#' + r.recordId}</a>`;
  const who = r => r.login === 'system' ? t('panel.system') : r.login;
  return html`<${Frame} title=${t('audit.title')} asked=${asked} icon="shield"><div class="params" role="group" aria-label=${t('filter.label')}><label class="labelled"><span class="label">${t('sign.login')}</span><input class="input" value=${ask.login || ''} onChange=${e => setAsk({ ...ask, login: e.target.value || undefined })} /></label><div class="labelled"><span class="label">${t('param.from')}</span><${DateInput} label=${t('param.from')} value=${ask.from} onChange=${v => setAsk({ ...ask, from: v || undefined })} /></div><div class="labelled"><span class="label">${t('param.to')}</span><${DateInput} label=${t('param.to')} value=${ask.to} onChange=${v => setAsk({ ...ask, to: v || undefined })} /></div></div>
    ${phone ? html`<ul class="page-body cards" aria-label=${t('audit.title')}>${(rows || []).map(r => html`<li class="card" key=${r.id}><div class="row"><b class="grow ellipsis">${who(r)}</b><small class="muted">${time(r.at)}</small></div><p>${kind(r)} · ${record(r)}</p><div class="muted data" style=${{ overflowWrap: 'anywhere' }}>${changesOf(metas[r.model], r, labels)}</div></li>`)}</ul>` : html`<div class="report-table" tabindex="0" role="region" aria-label=${t('audit.title')}><table><thead><tr><th scope="col">${t('bin.when')}</th><th scope="col">${t('nav.user')}</th><th scope="col">${t('audit.what')}</th><th scope="col">${t('bin.record')}</th><th scope="col">${t('audit.changes')}</th></tr></thead><tbody>${(rows || []).map(r => html`<tr key=${r.id}><td>${time(r.at)}</td><td>${who(r)}</td><td>${kind(r)}</td><td class="audit-record">${record(r)}</td><td class="muted wrap-cell">${changesOf(metas[r.model], r, labels)}</td></tr>`)}</tbody></table></div>`}<//>`;
}
