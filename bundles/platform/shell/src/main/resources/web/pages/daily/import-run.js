// An import that runs: progress, cancel, resume; what became of its rows. The page may be left and reloaded meanwhile.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { number } from '../../sdk/format.js';
import { go } from '../../sdk/router.js';
import { remember, remembered } from '../../sdk/store.js';
import { Badge, Button, Icon } from '../../sdk/components/basic.js';
import { toast } from '../../sdk/components/overlay.js';
import { Rows } from './import-parts.js';

const ENDED = new Set(['DONE', 'FAILED', 'CANCELLED']);
const TONES = { DONE: 'green', FAILED: 'red', CANCELLED: 'grey', RUNNING: 'blue', QUEUED: 'amber' };
const KEY = 'import';

/** The run that this browser started last: {id, model, dryRun, file}. */
export const lastRun = () => remembered(KEY, null);

/** Keeps it, or forgets it. */
export const keepRun = run => remember(KEY, run || undefined);

/** The run. `again`: starts it for real after a try. */
export function Run({ run, meta, again, close }) {
  const [job, setJob] = useState(null);
  const [error, setError] = useState('');
  const [turn, setTurn] = useState(0);
  const box = useRef();
  // What was asked for below is answered above: it must be seen.
  useEffect(() => { if (box.current) box.current.scrollIntoView({ block: 'start' }); }, [Boolean(job)]);
  useEffect(() => {
    let here = true;
    (async () => {
      for (;;) {
        const now = await api.get('/jobs/' + run.id);
        if (!here) return;
        setJob(now);
        if (ENDED.has(now.state)) return;
        await new Promise(done => setTimeout(done, 500));
      }
    })().catch(e => here && setError(e.status === 404 ? t('import.gone') : e.message));
    return () => { here = false; };
  }, [run.id, turn]);
  const call = verb => api.post(`/jobs/${run.id}/${verb}`, {}).then(() => setTurn(n => n + 1), e => toast(e.message, { bad: true }));
  if (error) return html`<section class="card"><div class="notice" role="alert">${error}</div><div><${Button} onClick=${close}>${t('import.other')}<//></div></section>`;
  if (!job) return null;
  const tally = job.result;
  const ended = ENDED.has(job.state);
  const share = job.total ? Math.min(100, Math.round(100 * job.done / job.total)) : 0;
  return html`<section class="card run" ref=${box} aria-label=${t('import.run')}><div class="row"><b class="grow ellipsis">${run.file}</b><${Badge} tone=${TONES[job.state]}>${t('job.' + job.state)}<//></div>
    <p role="status">${t(!ended ? 'import.running' : job.state !== 'DONE' ? 'import.stopped' : run.dryRun ? 'import.tried' : 'import.done')}</p>
    ${!ended && html`<div class="run-line"><progress max="100" value=${share} aria-label=${t('import.progress')}></progress><span class="hint">${number(job.done, 0)} / ${number(job.total, 0)}</span><${Button} icon="x" onClick=${() => call('cancel')}>${t('action.cancel')}<//></div>`}
    ${job.problem && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${typeof job.problem === 'string' ? job.problem : job.problem.detail}</span></div>`}
    ${tally && html`<dl class="tally">${['rows', 'created', 'updated', 'existing', 'rejected'].filter(k => tally[k] !== undefined).map(k => html`<div><dt>${t('tally.' + k)}</dt><dd class=${k === 'rejected' && tally[k] ? 'down' : ''}>${number(tally[k], 0)}</dd></div>`)}</dl>`}
    ${ended && tally && tally.rejected > 0 && html`<h2>${t('import.rejects')}</h2><${Rows} key=${'r' + turn} id=${run.id} what="rejects" model=${run.model} meta=${meta} /><div><a class="button" href=${`/api/v1/imports/${run.id}/rejects.csv`} download=""><${Icon} name="download" />${t('import.rejectFile')}</a></div>`}
    ${ended && tally && tally.existing > 0 && html`<details class="more"><summary>${t('import.duplicates')}</summary><${Rows} key=${'d' + turn} id=${run.id} what="duplicates" model=${run.model} /><a class="button" href=${`/api/v1/imports/${run.id}/duplicates.csv`} download=""><${Icon} name="download" />CSV</a></details>`}
    <div class="row wrap-row">${(job.state === 'FAILED' || job.state === 'CANCELLED') && !run.dryRun && html`<${Button} icon="play" onClick=${() => call('resume')}>${t('import.resume')}<//>`}${ended && job.state === 'DONE' && run.dryRun && again && html`<${Button} kind="primary" icon="upload" onClick=${again}>${t('import.go')}<//>`}${ended && job.state === 'DONE' && !run.dryRun && html`<${Button} kind="primary" onClick=${() => go('/r/' + run.model)}>${t('import.show')}<//>`}${ended && html`<${Button} onClick=${close}>${t('import.other')}<//>`}</div></section>`;
}
