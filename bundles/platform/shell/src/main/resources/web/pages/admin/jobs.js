// Long work: what runs, what ran, and what the clock starts.
import { useEffect } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, may } from '../../sdk/api.js';
import { has, language, t } from '../../sdk/i18n.js';
import { ago, number, time } from '../../sdk/format.js';
import { setQuery } from '../../sdk/router.js';
import { Badge, Button, Failed, Skeleton } from '../../sdk/components/basic.js';
import { Dialog, openDialog } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { AdminPage, Panel, Table, Tabs, attempted } from './parts.js';

const TONES = { DONE: 'green', OK: 'green', RUNNING: 'blue', QUEUED: 'grey', FAILED: 'red', CANCELLED: 'amber' };
const State = ({ state }) => html`<${Badge} tone=${TONES[state] || 'grey'}>${has('jobState.' + state) ? t('jobState.' + state) : state}<//>`;
const typeOf = type => has('jobType.' + type) ? t('jobType.' + type) : type;

function Result({ job }) {
  if (job.problem) return html`<span class="adm-bad">${job.problem}</span>`;
  if (job.state === 'RUNNING' && job.total > 0) return html`<progress aria-label=${t('admin.progress')} value=${job.done / job.total} max="1"></progress>`;
  return job.total > 0 ? html`<span class="muted">${number(job.done, 0)} / ${number(job.total, 0)}</span>` : null;
}

function JobList() {
  const lang = language.use();
  const asked = useAsk(() => api.get('/jobs', { limit: 100 }), [lang]);
  const rows = asked.data ? asked.data.rows : [];
  const live = rows.some(j => j.state === 'RUNNING' || j.state === 'QUEUED');
  useEffect(() => {
    const timer = setInterval(asked.reload, live ? 1500 : 10000);
    return () => clearInterval(timer);
  }, [live]);
  if (asked.error && !asked.data) return html`<${Failed} error=${asked.error} retry=${asked.reload} />`;
  if (!asked.data) return html`<${Skeleton} lines=${5} />`;
  const run = (job, what) => attempted(() => api.post(`/jobs/${job.id}/${what}`), t(what === 'cancel' ? 'admin.cancelAsked' : 'admin.goesOn')).then(asked.reload);
  return html`<${Table} label=${t('admin.jobs')} keyOf=${j => j.id} rows=${rows} empty=${t('admin.noJobs')} columns=${[
    { title: t('admin.job'), cell: j => html`<b>${typeOf(j.type)}</b> <small class="muted">#${j.id}</small>` },
    { title: t('admin.state'), cell: j => html`<${State} state=${j.state} />` },
    { title: t('admin.progress'), cell: j => html`<${Result} job=${j} />` },
    { title: t('admin.started'), cell: j => html`<span title=${time(j.startedAt)}>${ago(j.startedAt)}</span>` },
    { cell: j => html`${(j.state === 'RUNNING' || j.state === 'QUEUED') && may('platform.job.cancel') && html`<${Button} onClick=${() => run(j, 'cancel')}>${t('admin.stop')}<//>`}${(j.state === 'FAILED' || j.state === 'CANCELLED') && may('platform.job.resume') && html`<${Button} icon="rotate-cw" onClick=${() => run(j, 'resume')}>${t('admin.again')}<//>`}` }]} />`;
}

/** Seconds as one says them. */
function every(seconds) {
  const [n, unit] = seconds % 86400 === 0 ? [seconds / 86400, 'day'] : seconds % 3600 === 0 ? [seconds / 3600, 'hour'] : seconds % 60 === 0 ? [seconds / 60, 'minute'] : [seconds, 'second'];
  return t('admin.every.' + unit, { n });
}

function Runs({ task, close }) {
  const { data, error } = useAsk(() => api.get(`/operations/schedules/${encodeURIComponent(task.id)}/runs`, { limit: 50 }), []);
  return html`<${Dialog} title=${task.title} size="large" onClose=${close}><div class="dialog-body">${error ? html`<${Failed} error=${error} />` : !data ? html`<${Skeleton} lines=${5} />`
    : html`<${Table} label=${t('admin.runs')} rows=${data} empty=${t('admin.noRuns')} columns=${[
      { title: t('admin.started'), cell: r => time(r.start) }, { title: t('admin.ended'), cell: r => r.end ? time(r.end) : '' },
      { title: t('admin.state'), cell: r => r.outcome ? html`<${State} state=${r.outcome} />` : html`<${State} state="RUNNING" />` },
      { title: t('admin.node'), cell: r => r.node }, { title: t('admin.problem'), cell: r => r.problem || '' }]} />`}</div><//>`;
}

function Schedules() {
  const lang = language.use();
  const asked = useAsk(() => api.get('/operations/schedules'), [lang]);
  const busy = (asked.data || []).some(s => s.runningOn);
  useEffect(() => {
    const timer = setInterval(asked.reload, busy ? 2000 : 15000);
    return () => clearInterval(timer);
  }, [busy]);
  if (asked.error && !asked.data) return html`<${Failed} error=${asked.error} retry=${asked.reload} />`;
  if (!asked.data) return html`<${Skeleton} lines=${5} />`;
  const run = s => attempted(() => api.post(`/operations/schedules/${encodeURIComponent(s.id)}/run`), t('admin.willRun', { name: s.title })).then(() => setTimeout(asked.reload, 1200));
  return html`<${Table} label=${t('admin.schedules')} keyOf=${s => s.id} rows=${asked.data} empty=${t('admin.noSchedules')} columns=${[
    { title: t('admin.task'), cell: s => html`<b>${s.title}</b>${s.problem ? html`<div class="adm-bad">${s.problem}</div>` : null}` },
    { title: t('admin.rhythm'), cell: s => every(s.everySeconds) },
    { title: t('admin.last'), cell: s => s.runningOn ? html`<${State} state="RUNNING" />` : s.lastStart ? html`<span class="row"><${State} state=${s.outcome || 'OK'} /><span title=${time(s.lastStart)}>${ago(s.lastStart)}</span></span>` : t('admin.never') },
    { title: t('admin.next'), cell: s => s.nextRun ? time(s.nextRun) : '' },
    { cell: s => html`<${Button} icon="play" disabled=${Boolean(s.runningOn)} onClick=${() => run(s)}>${t('admin.runNow')}<//><${Button} kind="ghost" icon="history" label=${t('admin.runsOf', { name: s.title })} onClick=${() => openDialog(close => html`<${Runs} task=${s} close=${close} />`)} />` }]} />`;
}

/** The page. */
export function Jobs({ query }) {
  language.use();
  const tabs = [['jobs', t('admin.jobs')], may('platform.schedule.run') && ['schedules', t('admin.schedules')]].filter(Boolean);
  const tab = tabs.some(x => x[0] === query.tab) ? query.tab : 'jobs';
  const choose = id => setQuery({ tab: id === 'jobs' ? undefined : id });
  return html`<${AdminPage} title=${t('admin.jobsTitle')}><${Tabs} tabs=${tabs} current=${tab} choose=${choose} label=${t('admin.jobsTitle')} /><${Panel} id=${tab}>${tab === 'jobs' ? html`<${JobList} />` : html`<${Schedules} />`}<//><//>`;
}
