// The stored view that a layout edits: for everybody, or for one role; without one the layout begins as it is shipped.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { setGuard } from '../../sdk/router.js';
import { Badge, Button } from '../../sdk/components/basic.js';
import { confirmDialog, toast } from '../../sdk/components/overlay.js';
import { useRows } from './choices.js';

/** Titles that come in one language, in both: `paired` reads the description in the other language. */
export async function paired(meta, parts) {
  const other = language.get() === 'zh' ? 'en' : 'zh';
  const found = await api.get('/meta/' + meta.id, {}, { headers: { 'Accept-Language': other === 'zh' ? 'zh-CN' : 'en' } }).catch(() => null);
  return list => (list || []).map(part => {
    if (part.title === undefined || typeof part.title === 'object') return part;
    const twin = found && parts(found).find(p => p.id === part.id);
    return { ...part, title: { [language.get()]: part.title, ...(twin && typeof twin.title === 'string' ? { [other]: twin.title } : {}) } };
  });
}

/** A title in the language of the page. */
export const titleOf = title => !title ? '' : typeof title === 'string' ? title : title[language.get()] || title.en || title.zh || '';

/** The title with the text of this language changed. */
export const withTitle = (title, text) => ({ ...(title && typeof title === 'object' ? title : {}), [language.get()]: text });

/** The record and its draft. `start()`: (a promise of) the definition as shipped or as it is now. */
export function useView(meta, kind, start, changed) {
  const [role, setRole] = useState('');
  const [record, setRecord] = useState(undefined);
  const [draft, setDraft] = useState(null);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState('');
  const clean = useRef('');
  const read = async () => {
    setRecord(undefined);
    const page = await api.get('/platform/views', { filter: `model==${meta.id};kind==${kind}`, limit: 100, sort: 'priority' });
    const found = page.rows.find(r => (r.role || '') === role) || null;
    let definition = await start();
    if (found) {
      try {
        definition = { ...definition, ...JSON.parse(found.definition) };
      } catch (e) {
        setError(e.message);
      }
    }
    clean.current = JSON.stringify(definition);
    setDraft(definition);
    setRecord(found);
  };
  useEffect(() => { read().catch(e => setError(e.message)); }, [role]);
  const dirty = Boolean(draft) && JSON.stringify(draft) !== clean.current;
  useEffect(() => {
    setGuard(dirty ? () => confirmDialog({ title: t('form.unsaved'), text: t('form.unsavedText'), yes: t('form.discard'), no: t('form.stay'), danger: true }) : null);
    return () => setGuard(null);
  }, [dirty]);
  const save = async () => {
    setSaving(true);
    setError('');
    const definition = JSON.stringify(draft);
    try {
      if (record) await api.patch('/platform/views/' + record.id, record.version, { definition });
      else await api.post('/platform/views', { code: `${meta.id}-${kind.toLowerCase()}${role ? '-' + role : ''}`.slice(0, 64), model: meta.id, kind, role: role || null, active: true, priority: 100, definition });
      clean.current = definition;
      setGuard(null);
      toast(t('studio.viewSaved'));
      await changed();
    } catch (e) {
      setError(e.errors && e.errors.length ? e.errors.map(x => x.message).join(' ') : e.message);
    }
    setSaving(false);
  };
  const reset = async () => {
    if (!(await confirmDialog({ title: t('studio.reset'), text: t('studio.resetText'), yes: t('studio.reset'), danger: true }))) return;
    await api.delete('/platform/views/' + record.id, record.version).then(() => 0, e => setError(e.message));
    clean.current = JSON.stringify(draft);
    setGuard(null);
    await changed();
  };
  return { role, setRole, record, draft, set: part => setDraft(d => ({ ...d, ...part })), dirty, saving, error, save, reset };
}

/** For whom, whether changed, save and reset. */
export function ViewBar({ view }) {
  const roles = useRows('/access/roles', 'code', r => r.title || r.name || r.code);
  return html`<div class="view-bar"><label class="row"><span class="muted">${t('studio.forWhom')}</span><select class="input" value=${view.role} disabled=${view.dirty} onChange=${e => view.setRole(e.target.value)}><option value="">${t('studio.everybody')}</option>${roles.map(([c, n]) => html`<option value=${c}>${n}</option>`)}</select></label>
    <${Badge} tone=${view.record ? 'violet' : 'grey'}>${t(view.record ? 'studio.changedView' : 'studio.asShipped')}<//><span class="grow"></span>${view.dirty && html`<span class="save-state dirty desk-only" role="status">${t('form.dirty')}</span>`}${view.record && html`<${Button} kind="ghost" icon="rotate-ccw" onClick=${view.reset}>${t('studio.reset')}<//>`}<${Button} kind="primary" data-save="" disabled=${!view.dirty || view.saving} onClick=${view.save}>${t('action.save')}<//></div>
    ${view.error && html`<div class="notice" role="alert">${view.error}</div>`}`;
}
