// Import: a file, how it is written, its columns onto fields, a try without keeping, then for real.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { language, t } from '../sdk/i18n.js';
import { number } from '../sdk/format.js';
import { go } from '../sdk/router.js';
import { Button, Icon, Labelled } from '../sdk/components/basic.js';
import { Dialog, openDialog, toast } from '../sdk/components/overlay.js';
import { allModels, meta as load } from '../shell/boot.js';
import { Columns, Control, Shape } from './daily/import-parts.js';
import { keepRun, lastRun, Run } from './daily/import-run.js';
import { watch } from './daily/tray.js';

const HEAD = 1 << 20;
const NAMES = /^(name|title|名称|姓名|标题)$/;
const plain = s => String(s).toLowerCase().replace(/[\s_\-（）()]/g, '');
const words = e => e.errors && e.errors.length ? e.errors.map(x => x.message).join(' ') : e.message;

function guessed(meta, columns) {
  const taken = new Set();
  return Object.fromEntries(columns.map(c => {
    const field = meta.byName[c.field] || meta.fields.find(f => plain(f.name) === plain(c.name) || plain(f.label) === plain(c.name)) || (NAMES.test(plain(c.name)) ? meta.byName[meta.label] : null);
    const fits = field && !field.readonly && field.type !== 'lines' && !taken.has(field.name);
    if (fits) taken.add(field.name);
    return [c.name, fits ? { field: field.name, ...(c.format && ['date', 'instant'].includes(field.type) ? { format: c.format } : {}) } : {}];
  }));
}

/** The mapping as the server reads it. */
function definition({ model, mode, seen, map, control }) {
  const columns = {};
  for (const [column, r] of Object.entries(map)) if (r.field) columns[r.field] = { column, ...(r.format ? { format: r.format } : {}), ...(r.decimal ? { decimal: r.decimal } : {}), ...(r.lookup ? { lookup: r.lookup } : {}) };
  const sums = control.column && control.sum !== null && control.sum !== undefined ? { [control.column]: control.sum } : null;
  return { model, mode, ...(seen.format === 'xlsx' ? {} : { encoding: seen.encoding, delimiter: seen.delimiter }), columns, ...(control.rows || sums ? { control: { ...(control.rows ? { rows: control.rows } : {}), ...(sums ? { sums } : {}) } } : {}) };
}

/** Columns of a saved mapping onto those of this file. */
function applied(saved, columns) {
  const rules = Object.entries(saved.columns || {});
  return Object.fromEntries(columns.map(c => {
    const rule = rules.find(([, r]) => r.column === c.name);
    return [c.name, rule ? { field: rule[0], format: rule[1].format, decimal: rule[1].decimal, lookup: rule[1].lookup } : {}];
  }));
}

const askName = () => openDialog(close => {
  let name = '';
  return html`<${Dialog} title=${t('import.saveMapping')} onClose=${() => close(null)}><form onSubmit=${e => { e.preventDefault(); close(name.trim() || null); }}><div class="dialog-body"><${Labelled} label=${t('views.name')}><input class="input" maxlength="60" data-autofocus onInput=${e => { name = e.target.value; }} /><//></div><div class="dialog-foot"><${Button} onClick=${() => close(null)}>${t('action.cancel')}<//><${Button} kind="primary" type="submit">${t('action.save')}<//></div></form><//>`;
});

function Cards({ file, close }) {
  const [outcome, setOutcome] = useState(null);
  const [error, setError] = useState('');
  const send = dry => api.post('/masters/vcards?dryRun=' + dry, file, { headers: { 'Content-Type': 'text/vcard' } }).then(a => setOutcome({ ...a, dry }), e => setError(words(e)));
  useEffect(() => { send(true); }, []);
  return html`<section class="card run"><div class="row"><b class="grow">${file.name}</b></div>${error && html`<div class="notice" role="alert">${error}</div>`}${outcome && html`<p role="status">${t(outcome.dry ? 'import.tried' : 'import.done')}</p><dl class="tally">${['cards', 'accepted', 'refused'].map(k => html`<div><dt>${t('vcard.' + k)}</dt><dd>${number(outcome[k], 0)}</dd></div>`)}</dl>${outcome.results.filter(r => r.reason).slice(0, 50).map(r => html`<div><b>${r.name || r.card}</b> <span class="down">${r.reason}</span></div>`)}`}
    <div class="row">${outcome && outcome.dry && html`<${Button} kind="primary" icon="upload" onClick=${() => send(false)}>${t('import.go')}<//>`}${outcome && !outcome.dry && html`<${Button} kind="primary" onClick=${() => go('/r/masters.party')}>${t('import.show')}<//>`}<${Button} onClick=${close}>${t('import.other')}<//></div></section>`;
}

/** The page. */
export function Import({ query }) {
  const lang = language.use();
  const [models, setModels] = useState([]);
  const [model, setModel] = useState(query.model || '');
  const [meta, setMeta] = useState(null);
  const [file, setFile] = useState(null);
  const [seen, setSeen] = useState(null);
  const [map, setMap] = useState({});
  const [mode, setMode] = useState('create');
  const [control, setControl] = useState({});
  const [saved, setSaved] = useState([]);
  const [run, setRun] = useState(lastRun);
  const [error, setError] = useState('');
  const [over, setOver] = useState(false);
  const input = useRef();
  useEffect(() => { allModels().then(m => setModels(Object.values(m).filter(x => x.module !== 'platform').sort((a, b) => a.title.localeCompare(b.title))), () => 0); }, [lang]);
  useEffect(() => {
    setMeta(null);
    if (!model) return;
    load(model).then(setMeta, e => setError(e.message));
    api.maybe('/platform/import-mappings', { filter: `targetModel==${model}`, limit: 100 }).then(p => setSaved((p && p.rows) || []), () => 0);
  }, [model, lang]);
  const analyse = async (f, given = {}) => {
    setError('');
    const form = new FormData();
    form.append('file', /\.xlsx$/i.test(f.name) ? f : f.slice(0, HEAD), f.name);
    try {
      const answer = await api.post('/imports/analysis?' + new URLSearchParams({ model, ...given }), form);
      // The head of a large file says how it is written; its rows are counted by its size.
      const rows = f.size > HEAD && answer.format !== 'xlsx' ? Math.round(answer.rows * f.size / HEAD) : answer.rows;
      setSeen({ ...answer, rows, estimated: rows !== answer.rows });
      setMap(guessed(meta, answer.columns));
    } catch (e) {
      setError(words(e));
    }
  };
  const take = f => {
    if (!f) return;
    keepRun(null);
    setRun(null);
    setControl({});
    setFile(f);
    setSeen(null);
    if (!/\.vcf$/i.test(f.name)) analyse(f);
  };
  const start = async dryRun => {
    setError('');
    const form = new FormData();
    form.append('mapping', new Blob([JSON.stringify(definition({ model, mode, seen, map, control }))], { type: 'application/json' }));
    form.append('file', file);
    try {
      const { id } = await api.post('/imports?dryRun=' + dryRun, form);
      const made = { id, model, dryRun, file: file.name };
      keepRun(made);
      watch({ id, title: `${t('nav.import')}: ${file.name}`, path: '/import' });
      setRun(made);
    } catch (e) {
      setError(words(e));
    }
  };
  const keep = async () => {
    const name = await askName();
    if (!name) return;
    await api.post('/platform/import-mappings', { code: 'map-' + Date.now().toString(36), name, targetModel: model, definition: JSON.stringify(definition({ model, mode, seen, map, control: {} })) }).then(row => { setSaved([...saved, row]); toast(t('import.mappingSaved')); }, e => toast(words(e), { bad: true }));
  };
  const apply = id => {
    const row = saved.find(s => String(s.id) === id);
    if (!row) return;
    try {
      const read = JSON.parse(row.definition);
      setMap(applied(read, seen.columns));
      setMode(read.mode || 'create');
    } catch (e) {
      toast(e.message, { bad: true });
    }
  };
  const reset = () => {
    keepRun(null);
    setRun(null);
    setFile(null);
    setSeen(null);
  };
  const cards = file && /\.vcf$/i.test(file.name);
  const step = run ? 2 : seen ? 1 : 0;
  return html`<div class="page"><div class="page-head"><h1>${t('nav.import')}</h1></div><div class="page-body"><div class="import">
    <ol class="steps-line">${['import.file', 'import.map', 'import.check'].map((k, i) => html`<li class=${i === step ? 'now' : ''} aria-current=${i === step ? 'step' : undefined}><i>${i + 1}</i>${t(k)}</li>`)}</ol>
    ${error && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${error}</span></div>`}
    ${run && html`<${Run} key=${run.id} run=${run} meta=${meta && meta.id === run.model ? meta : null} again=${file && seen ? () => start(false) : null} close=${reset} />`}
    ${(!run || seen) && html`<${Labelled} label=${t('import.what')}><select class="input" value=${model} onChange=${e => { setModel(e.target.value); reset(); }}><option value="">${t('import.choose')}</option>${models.map(m => html`<option value=${m.id}>${m.title}</option>`)}</select><//>
    ${model && meta && html`<div class=${'drop' + (over ? ' over' : '') + (file ? ' small' : '')} onDragOver=${e => { e.preventDefault(); setOver(true); }} onDragLeave=${() => setOver(false)} onDrop=${e => { e.preventDefault(); setOver(false); take(e.dataTransfer.files[0]); }}><${Icon} name="upload" size="26px" /><span>${file ? file.name : t(model === 'masters.party' ? 'import.dropCards' : 'import.drop')}</span><input ref=${input} type="file" aria-label=${t('import.browse')} accept=${'.csv,.txt,.tsv,.xlsx' + (model === 'masters.party' ? ',.vcf' : '')} hidden onChange=${e => { take(e.target.files[0]); e.target.value = ''; }} /><${Button} onClick=${() => input.current.click()}>${t('import.browse')}<//></div>`}
    ${cards && html`<${Cards} key=${file.name + file.size} file=${file} close=${reset} />`}
    ${seen && meta && !cards && html`<section class="card"><h2>${t('import.map')}</h2><${Shape} seen=${seen} again=${given => analyse(file, given)} />
        ${saved.length > 0 && html`<label class="labelled half"><span class="label">${t('import.savedMapping')}</span><select class="input" onChange=${e => apply(e.target.value)}><option value=""></option>${saved.map(s => html`<option value=${s.id}>${s.name}</option>`)}</select></label>`}
        <${Columns} meta=${meta} seen=${seen} map=${map} set=${setMap} /><${Control} seen=${seen} control=${control} set=${setControl} />
        <label class="labelled half"><span class="label">${t('import.mode')}</span><select class="input" value=${mode} onChange=${e => setMode(e.target.value)}><option value="create">${t('import.mode.create')}</option><option value="upsert">${t('import.mode.upsert')}</option></select></label>
        <div class="row wrap-row"><${Button} icon="check-check" kind="primary" disabled=${!Object.values(map).some(r => r.field)} onClick=${() => start(true)}>${t('import.try')}<//><${Button} icon="upload" disabled=${!Object.values(map).some(r => r.field)} onClick=${() => start(false)}>${t('import.go')}<//><span class="grow"></span><${Button} icon="save" onClick=${keep}>${t('import.saveMapping')}<//></div></section>`}`}
  </div></div></div>`;
}
