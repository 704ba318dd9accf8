// Import: a file, its columns onto fields, a try without keeping, then for real; refused rows as a file.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { language, t } from '../sdk/i18n.js';
import { number } from '../sdk/format.js';
import { go } from '../sdk/router.js';
import { Button, Icon, Labelled } from '../sdk/components/basic.js';
import { allModels, meta as load } from '../shell/boot.js';

const ENDED = new Set(['DONE', 'FAILED', 'CANCELLED', 'SUCCEEDED']);

function parseHead(text) {
  const first = text.split(/\r?\n/)[0];
  const mark = [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length)[0];
  return { delimiter: mark, columns: first.split(mark).map(c => c.replace(/^\ufeff|^"|"$/g, '').trim()).filter(Boolean).map(name => ({ name, samples: [] })) };
}

async function analyse(file, model) {
  const form = new FormData();
  form.append('file', file);
  try {
    return await api.post('/imports/analysis?model=' + model, form);
  } catch (e) {
    if (e.status !== 404 && e.status !== 405) throw e;
    return parseHead(await file.slice(0, 65536).text());
  }
}

function guess(meta, column) {
  if (column.field) return column.field;
  const plain = s => String(s).toLowerCase().replace(/[\s_\-（）()]/g, '');
  const found = meta.fields.find(f => plain(f.name) === plain(column.name) || plain(f.label) === plain(column.name));
  return found && !found.readonly && found.type !== 'lines' ? found.name : '';
}

/** The page. */
export function Import({ query }) {
  const lang = language.use();
  const [models, setModels] = useState([]);
  const [model, setModel] = useState(query.model || '');
  const [meta, setMeta] = useState(null);
  const [file, setFile] = useState(null);
  const [columns, setColumns] = useState(null);
  const [map, setMap] = useState({});
  const [mode, setMode] = useState('create');
  const [job, setJob] = useState(null);
  const [error, setError] = useState('');
  const [over, setOver] = useState(false);
  const input = useRef();
  useEffect(() => { allModels().then(m => setModels(Object.values(m).sort((a, b) => a.title.localeCompare(b.title)))); }, [lang]);
  useEffect(() => { if (model) load(model).then(setMeta, e => setError(e.message)); }, [model, lang]);
  const take = async f => {
    if (!f || !model) return;
    setError('');
    setJob(null);
    try {
      const seen = await analyse(f, model);
      setFile(f);
      setColumns(seen.columns);
      setMap(Object.fromEntries(seen.columns.map(c => [c.name, guess(meta, c)])));
    } catch (e) {
      setError(e.message);
    }
  };
  const run = async dryRun => {
    setError('');
    const rules = {};
    for (const c of columns) if (map[c.name]) rules[map[c.name]] = { column: c.name, ...(c.format ? { format: c.format } : {}) };
    const form = new FormData();
    form.append('mapping', new Blob([JSON.stringify({ model, mode, columns: rules })], { type: 'application/json' }));
    form.append('file', file);
    try {
      let now = await api.post('/imports?dryRun=' + dryRun, form);
      setJob({ ...now, dryRun, state: 'RUNNING' });
      for (;;) {
        await new Promise(done => setTimeout(done, 600));
        now = await api.get('/jobs/' + now.id);
        setJob({ ...now, dryRun });
        if (ENDED.has(String(now.state || now.status).toUpperCase())) break;
      }
    } catch (e) {
      setError(e.errors && e.errors.length ? e.errors.map(x => x.message).join(' ') : e.message);
    }
  };
  let tally = job && (job.result || job.progress || job.message);
  if (typeof tally === 'string') {
    try {
      tally = JSON.parse(tally);
    } catch (e) {
      tally = null;
    }
  }
  const step = !model || !file ? 0 : !job ? 1 : 2;
  const ended = job && ENDED.has(String(job.state || job.status).toUpperCase());
  const fields = meta ? meta.fields.filter(f => !f.readonly && f.type !== 'lines') : [];
  return html`<div class="page"><div class="page-head"><h1>${t('nav.import')}</h1></div><div class="page-body"><div class="narrow">
    <ol class="steps-line">${['import.file', 'import.map', 'import.check'].map((k, i) => html`<li class=${i === step ? 'now' : ''} aria-current=${i === step ? 'step' : undefined}><i>${i + 1}</i>${t(k)}</li>`)}</ol>
    ${error && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${error}</span></div>`}
    <${Labelled} label=${t('import.what')}><select class="input" value=${model} onChange=${e => { setModel(e.target.value); setFile(null); setColumns(null); setJob(null); }}><option value="">${t('import.choose')}</option>${models.map(m => html`<option value=${m.id}>${m.title}</option>`)}</select><//>
    ${model && meta && html`<div class=${'drop' + (over ? ' over' : '')} onDragOver=${e => { e.preventDefault(); setOver(true); }} onDragLeave=${() => setOver(false)} onDrop=${e => { e.preventDefault(); setOver(false); take(e.dataTransfer.files[0]); }}><${Icon} name="upload" size="26px" /><span>${file ? file.name : t('import.drop')}</span><input ref=${input} type="file" accept=".csv,.txt,.tsv,.xlsx" hidden onChange=${e => take(e.target.files[0])} /><${Button} onClick=${() => input.current.click()}>${t('import.browse')}<//></div>`}
    ${columns && html`<table class="plain-table"><thead><tr><th scope="col">${t('import.column')}</th><th scope="col">${t('import.field')}</th></tr></thead><tbody>${columns.map(c => html`<tr key=${c.name}><td><b>${c.name}</b><div class="hint ellipsis">${(c.samples || []).slice(0, 3).join(', ')}</div></td><td><select class="input" aria-label=${t('import.fieldFor', { name: c.name })} value=${map[c.name] || ''} onChange=${e => setMap({ ...map, [c.name]: e.target.value })}><option value="">${t('import.skip')}</option>${fields.map(f => html`<option value=${f.name}>${f.label}${f.required ? ' *' : ''}</option>`)}</select></td></tr>`)}</tbody></table>
      <${Labelled} label=${t('import.mode')}><select class="input" value=${mode} onChange=${e => setMode(e.target.value)}><option value="create">${t('import.mode.create')}</option><option value="upsert">${t('import.mode.upsert')}</option></select><//>
      <div class="row"><${Button} icon="check-check" onClick=${() => run(true)}>${t('import.try')}<//><${Button} kind="primary" icon="upload" disabled=${!Object.values(map).some(Boolean)} onClick=${() => run(false)}>${t('import.go')}<//></div>`}
    ${job && html`<section class="card" aria-live="polite"><b>${t(!ended ? 'import.running' : job.dryRun ? 'import.tried' : 'import.done')}</b>${tally && typeof tally === 'object' && html`<dl class="tally">${['rows', 'created', 'updated', 'existing', 'rejected'].filter(k => tally[k] !== undefined).map(k => html`<div><dt>${t('tally.' + k)}</dt><dd>${number(tally[k], 0)}</dd></div>`)}</dl>`}
      ${ended && job.problem && html`<div class="notice">${job.problem.detail || String(job.problem)}</div>`}<div class="row">${ended && tally && tally.rejected > 0 && html`<a class="button" href=${`/api/v1/imports/${job.id}/rejects.csv`} download=""><${Icon} name="download" />${t('import.rejects')}</a>`}${ended && !job.dryRun && html`<${Button} onClick=${() => go('/r/' + model)}>${t('import.show')}<//>`}</div></section>`}
  </div></div></div>`;
}
