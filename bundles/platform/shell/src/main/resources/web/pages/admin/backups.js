// Backups: made here, checked here; restoring belongs to the console, where the suite stands still.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { time } from '../../sdk/format.js';
import { Badge, Button, Icon } from '../../sdk/components/basic.js';
import { toast } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { AdminPage, Box, Facts, Progress, Table, Trouble, bytes, useJob } from './parts.js';

/** A job's result, which may be text. */
export const resultOf = job => typeof job.result === 'string' ? JSON.parse(job.result) : job.result || {};

function Checked({ state }) {
  const { name, job, result, problem } = state;
  if (!result && !problem) return html`<${Progress} job=${job} label=${t('admin.verifying', { name })} />`;
  if (problem) return html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${t('admin.damaged', { name })} ${problem}</span></div>`;
  return html`<div class="notice good" role="status"><${Icon} name="shield-check" /><span>${t('admin.sound', { name })}</span></div>
    <${Facts} rows=${[[t('admin.made'), time(result.createdAt)], [t('admin.database'), result.database], [t('admin.modulesIn'), Object.keys(result.modules || {}).length]]} />`;
}

/** The page. */
export function Backups() {
  const lang = language.use();
  const asked = useAsk(() => api.get('/operations/backups'), [lang]);
  const [making, setMaking] = useState(null);
  const [checking, setChecking] = useState(null);
  const [error, setError] = useState('');
  const made = useJob(making, job => {
    setMaking(null);
    if (job.state === 'DONE') toast(t('admin.backupMade', { name: resultOf(job).name }));
    else setError(job.problem || t('error.title'));
    asked.reload();
  });
  const checked = useJob(checking && !checking.result && !checking.problem ? checking.id : null, job => setChecking(c => job.state === 'DONE' ? { ...c, result: resultOf(job) } : { ...c, problem: job.problem || t('error.title') }));
  const start = async (path, then) => {
    setError('');
    try {
      then((await api.post(path)).job);
    } catch (e) {
      setError(e.message);
    }
  };
  return html`<${AdminPage} title=${t('admin.backups')} total=${asked.data && asked.data.length} asked=${asked} head=${html`<${Button} kind="primary" icon="database" disabled=${Boolean(making)} onClick=${() => start('/operations/backups', setMaking)}><span class="text">${t('admin.makeBackup')}</span><//>`}>
    <div class="adm-stack"><${Trouble} text=${error} />
      ${making && html`<${Progress} job=${made} label=${t('admin.making')} />`}
      ${checking && html`<${Checked} state=${{ ...checking, job: checked }} />`}
      ${asked.data && html`<${Table} label=${t('admin.backups')} keyOf=${b => b.name} rows=${asked.data} empty=${t('admin.noBackups')} columns=${[
        { title: t('admin.file'), cell: b => html`<b class="adm-break">${b.name}</b>` },
        { title: t('admin.made'), cell: b => time(b.createdAt) },
        { title: t('admin.size'), num: true, cell: b => bytes(b.size) },
        { title: t('admin.protection'), cell: b => html`<${Badge} tone=${b.sealed ? 'green' : 'grey'}>${t(b.sealed ? 'admin.sealed' : 'admin.open')}<//>` },
        { cell: b => html`<${Button} icon="shield-check" disabled=${Boolean(checked && checking && !checking.result && !checking.problem)} onClick=${() => start(`/operations/backups/${encodeURIComponent(b.name)}/verify`, id => setChecking({ id, name: b.name }))}>${t('admin.verify')}<//>` }]} />`}
      <${Box} title=${t('admin.backupKept')}><p class="muted">${t('admin.backupKeptText')}</p><p class="muted">${t('admin.restoreText')} <code class="adm-code">ashlar:restore</code></p><//></div><//>`;
}
