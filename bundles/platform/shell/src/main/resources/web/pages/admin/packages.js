// Configuration that travels: out of this installation as a file, into another after a look at what would change.
import { useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, may } from '../../sdk/api.js';
import { saveFile } from '../../sdk/files.js';
import { has, language, t } from '../../sdk/i18n.js';
import { Badge, Button, Icon } from '../../sdk/components/basic.js';
import { toast } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { allModels } from '../../shell/boot.js';
import { AdminPage, Box, Table, Trouble } from './parts.js';

const TONES = { create: 'green', update: 'blue', unchanged: 'grey', conflict: 'red' };
const MOST = 20 * 1024 * 1024;
const shown = v => v === null || v === undefined ? '–' : typeof v === 'object' ? JSON.stringify(v) : String(v);

function Export() {
  const [chosen, setChosen] = useState('all');
  const { data } = useAsk(() => allModels(), []);
  const portable = data ? Object.values(data).filter(m => ['platform.customField', 'platform.customModel', 'platform.view', 'platform.role', 'platform.recordRule', 'platform.fieldRight', 'platform.automationRule', 'platform.approvalPolicy', 'platform.webhook', 'platform.mailTemplate', 'platform.importMapping', 'platform.savedView', 'platform.dashboard'].includes(m.id)) : [];
  return html`<${Box} title=${t('admin.packageOut')} hint=${t('admin.packageOutHint')}><div class="adm-inline"><select class="input" aria-label=${t('admin.packageWhat')} value=${chosen} onChange=${e => setChosen(e.target.value)}><option value="all">${t('admin.packageAll')}</option>${portable.map(m => html`<option value=${m.id}>${m.title}</option>`)}</select>
    <${Button} icon="download" onClick=${() => saveFile('/api/v1/studio/package' + (chosen === 'all' ? '' : '?models=' + chosen))}>${t('admin.packageSave')}<//></div><//>`;
}

function Differences({ report, titles }) {
  return html`<${Table} label=${t('admin.packagePreview')} keyOf=${i => i.model + i.key} rows=${report.items.filter(i => i.action !== 'unchanged')} empty=${t('admin.packageSame')} columns=${[
    { title: t('admin.packageRecord'), cell: i => html`<b>${i.key}</b><div class="hint">${(titles[i.model] || { title: i.model }).title}</div>` },
    { title: t('admin.packageAction'), cell: i => html`<${Badge} tone=${TONES[i.action] || 'grey'}>${has('packageAction.' + i.action) ? t('packageAction.' + i.action) : i.action}<//>` },
    { title: t('admin.packageDiff'), cell: i => html`<ul class="adm-list">${(i.conflicts || []).map(c => html`<li class="adm-bad">${c.message}</li>`)}${(i.differences || []).slice(0, 8).map(d => html`<li><b>${d.field}</b>: <span class="adm-break">${shown(d.here)}</span> → <span class="adm-break">${shown(d.there)}</span></li>`)}</ul>` }]} />`;
}

function Upload() {
  const [file, setFile] = useState(null);
  const [report, setReport] = useState(null);
  const [titles, setTitles] = useState({});
  const [error, setError] = useState('');
  const [wait, setWait] = useState(false);
  const input = useRef();
  const send = async (chosen, dryRun) => {
    setWait(true);
    setError('');
    try {
      const made = await api.post('/studio/package?dryRun=' + dryRun, chosen, { headers: { 'Content-Type': 'application/zip' } });
      setTitles(await allModels());
      setReport(made);
      if (!dryRun) toast(t('admin.packageDone'));
    } catch (e) {
      setError(e.errors.length ? e.errors.map(x => x.message).join(' ') : e.message);
    }
    setWait(false);
  };
  const take = chosen => {
    if (!chosen) return;
    setReport(null);
    if (chosen.size > MOST) {
      setError(t('admin.fileTooLarge'));
      return;
    }
    setFile(chosen);
    send(chosen, true);
  };
  return html`<${Box} title=${t('admin.packageIn')} hint=${t('admin.packageInHint')}><${Trouble} text=${error} />
    <div class="drop" onDragOver=${e => e.preventDefault()} onDrop=${e => { e.preventDefault(); take(e.dataTransfer.files[0]); }}><${Icon} name="package" size="26px" /><span>${file ? file.name : t('admin.packageDrop')}</span><input ref=${input} type="file" accept=".zip" hidden onChange=${e => { take(e.target.files[0]); e.target.value = ''; }} /><${Button} disabled=${wait} onClick=${() => input.current.click()}>${t('import.browse')}<//></div>
    ${report && html`<div class="adm-counts">${['created', 'updated', 'unchanged', 'conflicts'].map(k => html`<span><b>${report[k]}</b> ${t('packageCount.' + k)}</span>`)}</div><${Differences} report=${report} titles=${titles} />
      ${report.dryRun && html`<div><${Button} kind="primary" disabled=${wait || report.conflicts > 0 || report.created + report.updated === 0} onClick=${() => send(file, false)}>${t('admin.packageApply')}<//></div>`}
      ${!report.dryRun && html`<div class="notice good" role="status"><${Icon} name="circle-check" /><span>${t('admin.packageDone')}</span></div>`}`}<//>`;
}

/** The page. */
export function Packages() {
  language.use();
  return html`<${AdminPage} title=${t('admin.packages')}><div class="adm-stack adm-narrow">${may('platform.package.export') && html`<${Export} />`}${may('platform.package.import') && html`<${Upload} />`}</div><//>`;
}
