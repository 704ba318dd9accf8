// Backups: made here, checked here, taken away from here; restoring for good belongs to the console, where the suite stands still.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, may } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { time } from '../../sdk/format.js';
import { saveFile } from '../../sdk/files.js';
import { Badge, Button, Icon } from '../../sdk/components/basic.js';
import { Menu, toast } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { AdminPage, Box, Facts, Progress, Table, Trouble, bytes, useJob } from './parts.js';
import { Plan } from './backups-plan.js';
import { MaskedFields } from './backups-masked.js';
import { RestoredBadge, showRestored } from './backups-restored.js';

/** A job's result, which may be text. */
const resultOf = job => typeof job.result === 'string' ? JSON.parse(job.result) : job.result || {};

const WAITING = { make: 'admin.making', mask: 'backups.masking', verify: 'admin.verifying', restore: 'backups.restoring' };

/** What a finished check of a file says. */
function Checked({ state: { name, result, problem } }) {
  if (problem) return html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${t('admin.damaged', { name })} ${problem}</span></div>`;
  return html`<div class="notice good" role="status"><${Icon} name="shield-check" /><span>${t('admin.sound', { name })}</span></div>
    <${Facts} rows=${[[t('admin.made'), time(result.createdAt)], [t('admin.database'), result.database], [t('admin.modulesIn'), Object.keys(result.modules || {}).length]]} />`;
}

/** The page. */
export function Backups() {
  const lang = language.use();
  const asked = useAsk(() => api.get('/operations/backups'), [lang]);
  const [running, setRunning] = useState(null);
  const [checked, setChecked] = useState(null);
  const [error, setError] = useState('');
  const ended = job => {
    const { kind, name } = running;
    const problem = job.state === 'DONE' ? null : job.problem || t('error.title');
    setRunning(null);
    if (kind === 'verify') setChecked({ name, result: problem ? null : resultOf(job), problem });
    else if (problem) setError(problem);
    else if (kind === 'restore') toast(t(resultOf(job).differences.length ? 'backups.restoredOther' : 'backups.restoredSame', { name }), { bad: resultOf(job).differences.length > 0 });
    else toast(t('admin.backupMade', { name: resultOf(job).name }));
    asked.reload();
  };
  const job = useJob(running && running.id, ended);
  const start = async (kind, path, name) => {
    setError('');
    setChecked(null);
    try {
      setRunning({ kind, name, id: (await api.post(path)).job });
    } catch (e) {
      setError(e.message);
    }
  };
  const of = b => '/operations/backups/' + encodeURIComponent(b.name);
  const busy = Boolean(running);
  return html`<${AdminPage} title=${t('admin.backups')} total=${asked.data && asked.data.length} asked=${asked} head=${html`<${Button} icon="eye-off" disabled=${busy} onClick=${() => start('mask', '/operations/masked-backups')}><span class="text">${t('backups.makeMasked')}</span><//><${Button} kind="primary" icon="database" disabled=${busy} onClick=${() => start('make', '/operations/backups')}><span class="text">${t('admin.makeBackup')}</span><//>`}>
    <div class="adm-stack"><${Trouble} text=${error} />
      ${running && html`<${Progress} job=${job} label=${t(WAITING[running.kind], { name: running.name })} />`}
      ${checked && html`<${Checked} state=${checked} />`}
      ${asked.data && html`<${Table} label=${t('admin.backups')} keyOf=${b => b.name} rows=${asked.data} empty=${t('admin.noBackups')} columns=${[
        { title: t('admin.file'), cell: b => html`<b class="adm-break">${b.name}</b>${b.masked && html` <${Badge} tone="blue">${t('backups.masked')}<//>`}` },
        { title: t('admin.made'), cell: b => time(b.createdAt) },
        { title: t('admin.size'), num: true, cell: b => bytes(b.size) },
        { title: t('admin.protection'), cell: b => html`<${Badge} tone=${b.sealed ? 'green' : 'grey'}>${t(b.sealed ? 'admin.sealed' : 'admin.open')}<//>` },
        { title: t('backups.restored'), cell: b => html`<${RestoredBadge} backup=${b} />` },
        { cell: b => html`<${Button} icon="badge-check" disabled=${busy} onClick=${() => start('restore', of(b) + '/restore-check', b.name)}>${t('backups.tryRestore')}<//><${Menu} align="end" label=${t('backups.more', { name: b.name })} button=${props => html`<${Button} kind="ghost" icon="ellipsis" square label=${t('backups.more', { name: b.name })} ...${props} />`} items=${[
          { icon: 'shield-check', label: t('admin.verify'), disabled: busy, run: () => start('verify', of(b) + '/verify', b.name) },
          b.restored && { icon: 'list-checks', label: t('backups.showRestored'), run: () => showRestored(b) },
          may('platform.backup.download') && { icon: 'download', label: t('backups.download'), run: () => saveFile('/api/v1' + of(b) + '/content') }].filter(Boolean)} />` }]} />`}
      <div class="adm-two"><${Plan} /><${MaskedFields} /></div>
      <${Box} title=${t('backups.forGood')}><p class="muted">${t('backups.where')}</p><p class="muted">${t('admin.restoreText')} <code class="adm-code">ashlar:restore</code></p><//></div><//>`;
}
