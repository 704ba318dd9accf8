// The form of one record: edits are kept until they are saved, whatever happens meanwhile.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, attempt } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { homeCurrency, today } from '../../sdk/format.js';
import { go, setGuard } from '../../sdk/router.js';
import { Button, composing, Failed, Icon, Skeleton } from '../../sdk/components/basic.js';
import { confirmDialog, Dialog, openDialog, toast } from '../../sdk/components/overlay.js';
import { meta as load } from '../../shell/boot.js';
import { contributions } from '../../shell/contributions.js';
import { Boundary } from '../../shell/boundary.js';
import { onRecord } from '../../shell/events.js';
import { visited } from '../../shell/palette.js';
import { textOf } from '../values.js';
import { usePhone } from '../../sdk/phone.js';
import { runAction } from './actions.js';
import { Approvals } from './approvals.js';
import { mergeDialog } from './conflict.js';
import { Flow } from './flow.js';
import { FormHead, Steps } from './form-head.js';
import { Keep } from './keep.js';
import { Fields, Tabs, Totals } from './layout.js';
import { Panel } from './panel.js';
import { area, Lazy } from '../../shell/lazy.js';
import { useResend } from './resend.js';
import { body, changes, errorsByPath, keyed, locked, newLine, nextAction, offered, received, same } from './record.js';

const PICTURE = area('inputs', () => import('./picture.js').then(m => m.RecordPicture));

function defaults(meta, query) {
  const values = {};
  for (const field of meta.fields) {
    if (field.type === 'boolean' && field.name === 'active') values[field.name] = true;
    if (field.name === 'date' && field.type === 'date' && !field.readonly) values.date = today();
    if (query && query[field.name] && field.type !== 'lines') values[field.name] = field.type === 'ref' ? Number(query[field.name]) : query[field.name];
  }
  const main = (meta.views.form.tabs || []).find(tab => tab.lines && meta.byName[tab.lines]);
  if (main && main === meta.views.form.tabs[0]) values[main.lines] = [newLine()];
  return values;
}

const leave = save => openDialog(close => html`<${Dialog} title=${t('form.unsaved')} onClose=${() => close(false)} foot=${html`<${Button} onClick=${() => close(false)}>${t('form.stay')}<//><${Button} kind="danger" onClick=${() => close(true)}>${t('form.discard')}<//><${Button} kind="primary" onClick=${async () => close(await save())}>${t('action.save')}<//>`}><div class="dialog-body"><p class="muted">${t('form.unsavedText')}</p></div><//>`);

/** The form. `id` null: a new record. */
export function FormView({ meta, id, query }) {
  const phone = usePhone();
  const [base, setBase] = useState(id ? null : {});
  const [draft, setDraft] = useState(() => id ? {} : defaults(meta, query));
  const [lineMetas, setLineMetas] = useState(null);
  const [errors, setErrors] = useState({});
  const [failure, setFailure] = useState(null);
  const [saving, setSaving] = useState(false);
  const [unlocked, setUnlocked] = useState(false);
  const [stale, setStale] = useState(false);
  const [revision, setRevision] = useState(0);
  const key = useRef(attempt());
  const latest = useRef({});
  const creating = !id;
  const values = { ...base, ...draft };
  const dirty = creating ? Object.keys(changes({}, draft)).length > 0 && latest.current.touched : Object.keys(changes(base, draft)).length > 0;
  Object.assign(latest.current, { base, draft, dirty, values });

  const fetch = () => api.get(`${meta.path}/${id}`).then(record => {
    setFailure(null);
    setBase(received(record, meta));
    setStale(false);
    setRevision(r => r + 1);
    return record;
  }, error => {
    setFailure(error);
    return null;
  });
  useEffect(() => {
    const targets = meta.fields.filter(f => f.type === 'lines');
    Promise.all(targets.map(f => load(f.target).then(m => [f.name, m], () => [f.name, null]))).then(list => setLineMetas(Object.fromEntries(list)));
    if (id) fetch().then(record => record && visited(String(record[meta.label] || '#' + id), meta.title, `/r/${meta.id}/${id}`));
  }, [meta]);
  useEffect(() => {
    if (!id) return undefined;
    let timer = null;
    const ending = onRecord(meta.id, data => {
      if (data && data.id !== undefined && Number(data.id) !== id && data.recordId === undefined) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const now = latest.current;
        if (now.saving) return;
        if (!now.dirty) fetch();
        else api.get(`${meta.path}/${id}`, { fields: 'id,version' }).then(r => r.version !== now.base.version && setStale(true), () => 0);
      }, 400);
    });
    return () => {
      clearTimeout(timer);
      ending();
    };
  }, [id, meta]);

  const set = (name, value) => {
    latest.current.touched = true;
    setDraft(d => ({ ...d, [name]: typeof value === 'function' ? value(d[name] ?? (latest.current.base || {})[name] ?? []) : value }));
    setErrors(e => {
      if (!Object.keys(e).some(k => k === name || k.startsWith(name + '.'))) return e;
      return Object.fromEntries(Object.entries(e).filter(([k]) => k !== name && !k.startsWith(name + '.')));
    });
  };
  const refused = error => {
    const found = errorsByPath(error.errors, latest.current.values);
    const placed = Object.keys(found).filter(k => k && (meta.byName[k] || k.includes('.')));
    if (!placed.length || error.errors.length === 0) found[''] = error.message;
    setErrors(found);
    requestAnimationFrame(() => {
      const first = document.querySelector('.form-main [aria-invalid="true"], .form-main .notice');
      if (first) first.scrollIntoView({ block: 'center', behavior: 'smooth' });
      if (first && first.focus) first.focus();
    });
  };
  const merge = async () => {
    const theirs = received(await api.get(`${meta.path}/${id}`), meta);
    const { base: before, draft: mine } = latest.current;
    const wanted = changes(before, mine);
    const clash = Object.keys(wanted).some(n => !same(before[n], theirs[n]) && !same(wanted[n], theirs[n]));
    const kept = clash ? await mergeDialog({ meta, base: before, theirs, mine: wanted }) : wanted;
    if (kept === null) return false;
    setBase(theirs);
    setDraft(kept);
    setStale(false);
    Object.assign(latest.current, { base: theirs, draft: kept, dirty: Object.keys(kept).length > 0 });
    return Object.keys(kept).length > 0 ? save() : true;
  };
  const [waits, setWaits] = useResend(() => save());
  const save = async () => {
    const { base: before, draft: mine } = latest.current;
    if (latest.current.saving) return false;
    latest.current.saving = true;
    setSaving(true);
    setErrors({});
    try {
      if (creating) {
        const sent = body(mine, meta, lineMetas, true);
        const record = await api.post(meta.path, sent, { headers: { 'Idempotency-Key': key.current } });
        setWaits(false);
        setGuard(null);
        toast(t('form.created', { name: record[meta.label] || meta.title }));
        await go(`/r/${meta.id}/${record.id}`, undefined, { replace: true, force: true });
        return true;
      }
      const wanted = changes(before, mine);
      if (Object.keys(wanted).length) {
        await api.patch(`${meta.path}/${id}`, before.version, body(wanted, meta, lineMetas, false));
        const record = received(await api.get(`${meta.path}/${id}`), meta);
        setBase(record);
        setDraft({});
        setRevision(r => r + 1);
        Object.assign(latest.current, { base: record, draft: {}, dirty: false });
      }
      setWaits(false);
      return true;
    } catch (error) {
      setWaits(error.status === 0);
      if (error.status === 0) return false;
      if (error.status === 412 || error.status === 409 && /stale|version/i.test(error.code || '')) {
        latest.current.saving = false;
        return await merge().catch(e => { setWaits(e.status === 0); return false; });
      }
      if (error.status === 409 && creating && /idempotency/i.test(error.code || '')) key.current = attempt();
      if (error.status === 422 || error.status === 400) key.current = attempt();
      refused(error);
      if (!error.errors || !error.errors.length) toast(error.message, { bad: true });
      return false;
    } finally {
      latest.current.saving = false;
      setSaving(false);
    }
  };
  const act = async action => {
    if (latest.current.dirty && !(await save())) return;
    try {
      const answer = await runAction(meta, action, latest.current.base);
      if (!answer) return;
      await fetch();
      setDraft({});
      setErrors({});
      toast(answer.result && answer.result.deferred ? t('approval.asked') : t('form.did', { action: action.label }));
    } catch (error) {
      if (error.status === 412) {
        toast(t('form.changedMeanwhile'), { bad: true });
        fetch();
      } else refused(error);
    }
  };
  /** Takes the record to another step of the field that its steps are. */
  const move = async (field, step) => {
    if (latest.current.dirty && !(await save())) return;
    try {
      await api.patch(`${meta.path}/${id}`, latest.current.base.version, { [field.name]: field.type === 'ref' ? Number(step.value) : step.value });
      await fetch();
      toast(t('form.moved', { name: step.label }));
    } catch (error) {
      if (error.status === 412) fetch();
      refused(error);
    }
  };
  const discard = () => {
    setWaits(false);
    setDraft(creating ? defaults(meta, query) : {});
    setErrors({});
    latest.current.touched = false;
  };
  const remove = async () => {
    if (!(await confirmDialog({ title: t('form.sureDelete', { name: base[meta.label] || '#' + id }), text: t('form.sureDeleteText'), yes: t('action.delete'), danger: true }))) return;
    try {
      await api.delete(`${meta.path}/${id}`, base.version);
      setGuard(null);
      toast(t('form.deleted'));
      go('/r/' + meta.id, undefined, { force: true });
    } catch (error) {
      refused(error);
    }
  };
  const duplicate = () => {
    const copy = {};
    for (const field of meta.fields) {
      if (field.readonly || field.state || meta.naturalKey.includes(field.name) || ['id', 'version', 'number', 'historic', 'historicState'].includes(field.name)) continue;
      if (field.type === 'lines') copy[field.name] = keyed((base[field.name] || []).map(line => Object.fromEntries(Object.entries(line).filter(([k]) => lineMetas[field.name].byName[k] && !lineMetas[field.name].byName[k].readonly && !lineMetas[field.name].byName[k].createOnly && !['id', 'version'].includes(k)))));
      else if (base[field.name] !== null && base[field.name] !== undefined) copy[field.name] = base[field.name];
    }
    sessionStorage.setItem('ashlar.copy', JSON.stringify({ model: meta.id, copy }));
    go(`/r/${meta.id}/new`, { copy: '1' });
  };
  useEffect(() => {
    const stored = creating && query.copy && JSON.parse(sessionStorage.getItem('ashlar.copy') || 'null');
    if (stored && stored.model === meta.id) {
      latest.current.touched = true;
      setDraft(stored.copy);
    }
  }, []);
  useEffect(() => {
    setGuard(dirty ? () => leave(save) : null);
    return () => setGuard(null);
  }, [dirty]);
  useEffect(() => {
    const keys = e => {
      if (composing(e) || document.querySelector('dialog[open]')) return;
      if ((e.ctrlKey || e.metaKey) && e.key === 's') {
        e.preventDefault();
        if (document.activeElement && document.activeElement.blur) document.activeElement.blur();
        setTimeout(save, 0);
      } else if ((e.ctrlKey || e.metaKey) && e.key === 'Enter') {
        e.preventDefault();
        const next = !creating && nextAction(meta, latest.current.values);
        if (document.activeElement && document.activeElement.blur) document.activeElement.blur();
        setTimeout(() => next ? act(next) : save(), 0);
      }
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  });

  if (failure && !base) return html`<${Failed} error=${failure} retry=${fetch} />`;
  if (!base || !lineMetas) return html`<div class="page"><div class="page-body" style=${{ paddingTop: '24px' }}><${Skeleton} lines=${9} /></div></div>`;
  const shut = !creating && (!meta.update || locked(meta, base) && !unlocked);
  const actions = creating ? [] : offered(meta, base);
  const next = creating ? null : nextAction(meta, base);
  const title = meta.byName[meta.views.form.title || meta.label] || meta.byName[meta.label];
  const parent = { currency: values.currency || homeCurrency() };
  const props = { meta, values, base, set, errors, shut, creating, phone, lineMetas, parent };
  const panels = creating ? [] : contributions.get().panels.filter(p => !p.model || p.model === meta.id);
  const shown = list => list.map(p => html`<${Keep} key=${p.id} by=${[p, meta, base]} draw=${() => html`<${Boundary} title=${p.title}><section class="card-section"><h2>${p.title}</h2><${p.render} meta=${meta} record=${base} /></section><//>`} />`);
  const head = () => html`<${FormHead} meta=${meta} id=${id} title=${creating ? t('form.new') : textOf(title, base[title.name], base) || t('form.noNumber')} dirty=${dirty} saving=${saving} creating=${creating} next=${next} actions=${actions.filter(a => a !== next)} act=${act} save=${save} discard=${discard} remove=${remove} duplicate=${duplicate} shut=${shut} unlock=${() => setUnlocked(true)} lockable=${!creating && meta.update && locked(meta, base)} phone=${phone} base=${base} />`;
  // What stands around the fields is not drawn again with every key.
  return html`<div class="page form-page"><${Keep} by=${[meta, base, dirty, saving, shut, phone, lineMetas]} draw=${head} />
    <div class="form-body"><div class=${'form-main' + (creating ? ' creating' : '')} tabindex="-1">
      ${stale && html`<div class="notice warn"><${Icon} name="git-merge" /><span class="grow">${t('form.changedByOther')}</span><button type="button" class="link" onClick=${merge}>${t('form.review')}</button></div>`}
      ${waits && html`<div class="notice warn" role="status"><${Icon} name="wifi-off" /><span class="grow">${t('form.resend')}</span></div>`}
      ${errors[''] && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${errors['']}</span></div>`}
      <div class="form-title">${!creating && meta.views.gallery && html`<${Keep} by=${[meta, base, revision]} draw=${() => html`<${Lazy} load=${PICTURE} waiting=${null} meta=${meta} id=${id} name=${textOf(title, base[title.name], base) || t('form.noNumber')} revision=${revision} changed=${() => setRevision(r => r + 1)} />`} />`}<div class="grow">${!creating && html`<span class="muted">${meta.title}</span>`}<h1>${creating ? t('form.newOf', { name: meta.title }) : html`${textOf(title, base[title.name], base) || t('form.noNumber')}`}</h1></div>
        ${!creating && html`<${Keep} by=${[meta, base]} draw=${() => html`<${Steps} meta=${meta} base=${base} move=${move} />`} />`}</div>
      <${Fields} ...${props} groups=${[...(title.readonly || title.createOnly || meta.views.form.groups.some(g => g.fields.includes(title.name)) ? [] : [{ fields: [title.name] }]), ...meta.views.form.groups]} withTitle=${title} />
      ${!creating && html`<${Keep} by=${[meta, id, revision, base.version]} draw=${() => html`<${Approvals} meta=${meta} id=${id} revision=${revision} version=${base.version} done=${fetch} /><${Flow} meta=${meta} id=${id} revision=${revision} />`} />`}
      ${shown(panels.filter(p => p.early))}
      <${Tabs} ...${props} />
      <${Totals} ...${props} />
      ${shown(panels.filter(p => !p.early))}
    </div>${!creating && html`<${Keep} by=${[meta, id, revision]} draw=${() => html`<${Panel} meta=${meta} id=${id} revision=${revision} />`} />`}</div></div>`;
}
