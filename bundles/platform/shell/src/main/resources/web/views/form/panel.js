// The activity panel: comments, activities and files where that part of the suite is installed, and every change.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { has, t } from '../../sdk/i18n.js';
import { ago, date, number, time, today } from '../../sdk/format.js';
import { Avatar, Button, composing, Icon, Labelled, Skeleton } from '../../sdk/components/basic.js';
import { DateInput } from '../../sdk/components/dates.js';
import { Dialog, openDialog, toast } from '../../sdk/components/overlay.js';
import { Reference } from '../../widgets/reference.js';
import { area, Lazy } from '../../shell/lazy.js';
import { textOf } from '../values.js';

const TAGS = area('inputs', () => import('./tags.js').then(m => m.RecordTags));

const KINDS = { created: 'plus', updated: 'history', deleted: 'trash-2', restored: 'rotate-ccw' };

function changeText(meta, change) {
  const field = meta.byName[change.field];
  const name = field ? field.label : change.field;
  const words = v => field ? textOf(field, v, {}) : v === null || v === undefined ? '' : String(v);
  const before = words(change.old);
  const after = words(change.new);
  if (field && (field.type === 'ref' || field.widget === 'image')) return t('panel.changedRef', { field: name });
  return before ? t('panel.changed', { field: name, before, after: after || t('value.none') }) : t('panel.set', { field: name, after });
}

const nameOf = row => row.login === 'system' ? t('panel.system') : row.name || row.login;

function history(meta, rows) {
  const entries = [];
  for (const row of rows) {
    const action = row.kind && row.kind.startsWith('action:') ? row.kind.slice(7) : null;
    const own = row.model === meta.id;
    const last = entries[entries.length - 1];
    if (!own) {
      if (last && last.lines && last.at.slice(0, 19) === row.at.slice(0, 19)) last.lines++;
      else entries.push({ id: row.id, at: row.at, who: nameOf(row), icon: 'list', lines: 1 });
      continue;
    }
    const label = action && (meta.actions.find(a => a.name === action) || { label: action }).label;
    const changes = (row.changes || []).filter(c => meta.byName[c.field] && !['version', 'changedAt', 'changedBy'].includes(c.field));
    if (!action && row.kind === 'updated' && !changes.length) continue;
    entries.push({ id: row.id, at: row.at, who: nameOf(row), icon: action ? 'play' : KINDS[row.kind] || 'history',
      text: action ? t('panel.did', { action: label }) : row.kind === 'created' ? t('panel.created') : row.kind === 'deleted' ? t('panel.deleted') : has('panel.' + row.kind) ? t('panel.' + row.kind) : null, changes: row.kind === 'created' ? [] : changes.map(c => changeText(meta, c)) });
  }
  return entries;
}

async function schedule(meta, id, done) {
  const types = await api.maybe('/platform/activity-types', { limit: 50 });
  await openDialog(close => html`<${Schedule} meta=${meta} id=${id} types=${types ? types.rows : []} close=${ok => { close(); if (ok) done(); }} />`);
}

function Schedule({ meta, id, types, close }) {
  const [v, setV] = useState({ type: types[0] && types[0].code, summary: '', due: today(), assignee: null });
  const [error, setError] = useState('');
  const submit = async e => {
    e.preventDefault();
    try {
      await api.post('/activities', { type: v.type, summary: v.summary, due: v.due, model: meta.id, recordId: id, assignee: v.assignee && v.assignee.id });
      close(true);
    } catch (x) {
      setError(x.errors && x.errors.length ? x.errors.map(y => y.message).join(' ') : x.message);
    }
  };
  return html`<${Dialog} title=${t('panel.schedule')} onClose=${() => close(false)}><form onSubmit=${submit}><div class="dialog-body">${error && html`<div class="notice" role="alert">${error}</div>`}
    <div class="segmented wrap" role="group" aria-label=${t('panel.type')}>${types.map(x => html`<button type="button" aria-pressed=${String(v.type === x.code)} onClick=${() => setV({ ...v, type: x.code })}>${x.icon && html`<${Icon} name=${x.icon} />`}${x.name}</button>`)}</div>
    <${Labelled} label=${t('panel.summary')}><input class="input" data-autofocus maxlength="200" value=${v.summary} onInput=${e => setV({ ...v, summary: e.target.value })} /><//>
    <div class="pair"><div class="labelled"><span class="label">${t('panel.due')}</span><${DateInput} label=${t('panel.due')} value=${v.due} onChange=${due => setV({ ...v, due })} /></div>
      <div class="labelled"><span class="label">${t('panel.assignee')}</span><${Reference} className="input" target="platform.user" label=${t('panel.assignee')} placeholder=${t('panel.me')} value=${v.assignee} onChange=${assignee => setV({ ...v, assignee })} /></div></div>
    </div><div class="dialog-foot"><${Button} onClick=${() => close(false)}>${t('action.cancel')}<//><${Button} kind="primary" type="submit">${t('panel.schedule')}<//></div></form><//>`;
}

function Composer({ path, reload, meta, id }) {
  const [text, setText] = useState('');
  const [wait, setWait] = useState(false);
  const file = useRef();
  const camera = useRef();
  const send = async () => {
    if (!text.trim()) return;
    setWait(true);
    try {
      await api.post(`/threads/${path}/comments`, { text: text.trim() });
      setText('');
      reload();
    } catch (e) {
      toast(e.message, { bad: true });
    }
    setWait(false);
  };
  const upload = async files => {
    for (const f of files) {
      const form = new FormData();
      form.append('file', f);
      try {
        await api.post('/files/' + path, form);
      } catch (e) {
        toast(`${f.name}: ${e.message}`, { bad: true });
      }
    }
    reload();
  };
  return html`<div class="composer" onDragOver=${e => e.preventDefault()} onDrop=${e => { e.preventDefault(); upload([...e.dataTransfer.files]); }}>
    <textarea rows="2" aria-label=${t('panel.write')} placeholder=${t('panel.write')} value=${text} onInput=${e => setText(e.target.value)} onPaste=${e => e.clipboardData.files.length && upload([...e.clipboardData.files])} onKeyDown=${e => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && !composing(e)) { e.preventDefault(); e.stopPropagation(); send(); } }}></textarea>
    <div class="row"><input ref=${file} type="file" multiple hidden onChange=${e => upload([...e.target.files])} /><${Button} kind="ghost" icon="paperclip" label=${t('panel.attach')} onClick=${() => file.current.click()} />
      ${matchMedia('(hover: none)').matches && html`<input ref=${camera} type="file" accept="image/*" capture="environment" hidden onChange=${e => upload([...e.target.files])} /><${Button} kind="ghost" icon=${'camera'} label=${t('panel.camera')} onClick=${() => camera.current.click()} />`}
      <${Button} kind="ghost" icon="clock" onClick=${() => schedule(meta, id, reload)}>${t('panel.schedule')}<//><span class="grow"></span><${Button} icon="send" disabled=${!text.trim() || wait} onClick=${send}>${t('panel.log')}<//></div></div>`;
}

const size = bytes => bytes < 1024 ? bytes + ' B' : bytes < 1048576 ? number(bytes / 1024, 0) + ' KB' : number(bytes / 1048576, 1) + ' MB';

/** The panel. */
export function Panel({ meta, id, revision }) {
  const path = meta.path.replace('/api/v1/', '');
  const [data, setData] = useState(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    const thread = `/threads/${path}/${id}`;
    Promise.all([api.maybe(`${meta.path}/${id}/audit`, { limit: 60 }), api.maybe(thread)]).then(async ([audit, summary]) => {
      const [comments, activities, files] = summary ? await Promise.all([api.maybe(thread + '/comments'), api.maybe(thread + '/activities'), api.maybe(thread + '/attachments')]) : [];
      if (current) setData({ audit: audit ? audit.rows : [], summary, comments: comments ? comments.rows : [], activities: activities ? activities.rows : [], files: files ? files.rows : [] });
    }, () => current && setData({ audit: [], comments: [], activities: [], files: [] }));
    return () => { current = false; };
  }, [meta.id, id, revision, turn]);
  const reload = () => setTurn(n => n + 1);
  const act = async (call, text) => {
    try {
      await call();
      if (text) toast(text);
      reload();
    } catch (e) {
      toast(e.message, { bad: true });
    }
  };
  const items = data ? [...history(meta, data.audit), ...data.comments.filter(c => !c.deleted).map(c => ({ id: 'c' + c.id, at: c.at, who: c.author ? c.author.name : '', comment: c }))].sort((a, b) => b.at < a.at ? -1 : 1) : [];
  return html`<aside class="form-side" aria-label=${t('panel.title')}><div class="side-head"><h2>${t('panel.title')}</h2><span class="grow"></span>${data && data.summary && html`<${Button} kind="ghost" icon=${data.summary.following ? 'bell' : 'bell'} aria-pressed=${String(data.summary.following)} onClick=${() => act(() => data.summary.following ? api.delete(`/threads/${path}/${id}/followers/0`) : api.post(`/threads/${path}/${id}/followers`, {}))}>${t(data.summary.following ? 'panel.following' : 'panel.follow')}<//>`}</div>
    ${!data ? html`<${Skeleton} lines=${5} />` : html`
      ${data.summary && html`<${Lazy} load=${TAGS} path=${`/threads/${path}/${id}/tags`} readonly=${!meta.update} waiting=${null} />`}
      ${data.summary && html`<${Composer} path=${path + '/' + id} reload=${reload} meta=${meta} id=${id} />`}
      ${data.activities.map(a => html`<div class=${'todo' + (a.due && a.due < today() ? ' late' : '')} key=${a.id}><span class="todo-icon"><${Icon} name=${(a.type && a.type.icon) || 'clock'} /></span><span class="grow"><b>${a.summary || (a.type && a.type.name)}</b><small>${a.due ? date(a.due) : ''}${a.assignee ? ' · ' + a.assignee.name : ''}</small></span>${a.mayEdit && html`<${Button} icon="check" onClick=${() => act(() => api.post(`/activities/${a.id}/done`, {}), t('panel.completed'))}>${t('panel.complete')}<//>`}</div>`)}
      ${data.files.length > 0 && html`<ul class="files">${data.files.map(f => html`<li key=${f.id}><${Icon} name=${/image/.test(f.mediaType) ? 'image' : 'file-text'} /><a class="ellipsis grow" href=${'/api/v1' + (f.content || '/files/' + f.id)} download="">${f.name}</a><small class="muted">${size(f.size)}</small>${data.summary.mayAttach && html`<button type="button" class="mini" aria-label=${t('panel.removeFile', { name: f.name })} onClick=${() => act(() => api.delete('/attachments/' + f.id))}><${Icon} name="trash-2" size="13px" /></button>`}</li>`)}</ul>`}
      <ol class="timeline">${items.map(e => e.comment ? html`<li class="said" key=${e.id}><${Avatar} name=${e.who} round large /><div><b>${e.who}</b> <time datetime=${e.at} title=${time(e.at)}>${ago(e.at)}</time>${e.comment.mayEdit && html`<button type="button" class="mini" aria-label=${t('action.delete')} onClick=${() => act(() => api.delete(`/threads/${path}/${id}/comments/${e.comment.id}`))}><${Icon} name="trash-2" size="12px" /></button>`}<p class="bubble">${e.comment.text}</p></div></li>`
        : html`<li key=${e.id}><span class="spot"><${Icon} name=${e.icon} size="13px" /></span><div><b>${e.who}</b> ${e.lines ? t('panel.linesChanged', { n: e.lines }) : e.text} <time datetime=${e.at} title=${time(e.at)}>${ago(e.at)}</time>${e.changes && e.changes.map(c => html`<div class="muted">${c}</div>`)}</div></li>`)}</ol>`}</aside>`;
}
