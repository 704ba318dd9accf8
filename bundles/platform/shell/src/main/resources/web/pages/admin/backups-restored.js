// What came of restoring a backup on trial.
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { time } from '../../sdk/format.js';
import { Badge, Button } from '../../sdk/components/basic.js';
import { Dialog, openDialog } from '../../sdk/components/overlay.js';
import { Facts, Table } from './parts.js';

const tone = r => r.problem || r.differences.length ? 'red' : r.verified ? 'green' : 'grey';
const said = r => t(r.problem ? 'backups.notRestored' : r.differences.length ? 'backups.differs' : r.verified ? 'backups.verified' : 'backups.cameUp', { n: r.differences.length });

/** In a row of the list: whether it came back, and when. */
export function RestoredBadge({ backup }) {
  const r = backup.restored;
  if (!r) return html`<span class="muted">${t('backups.notTried')}</span>`;
  return html`<span class="bak-restored"><${Badge} tone=${tone(r)}>${said(r)}<//><small class="muted">${time(r.at)}${r.compared > 0 ? ' · ' + t('backups.figures', { n: r.compared }) : ''}</small></span>`;
}

function Figures({ r }) {
  const differs = r.differences.length > 0;
  return html`<${Table} label=${t(differs ? 'backups.differences' : 'backups.totals')} rows=${differs ? r.differences : r.figures} empty=${t('backups.noTotals')} columns=${[
    { title: t('backups.figure'), cell: f => f.title }, { title: t('backups.company'), cell: f => html`<span class="bak-code">${f.company}</span>` },
    { title: t('backups.inBackup'), num: true, cell: f => f.before === null ? '–' : f.before }, { title: t('backups.inCopy'), num: true, cell: f => f.after === null ? '–' : f.after }]} />`;
}

/** All of it. */
export const showRestored = backup => openDialog(close => html`<${Dialog} title=${t('backups.restoredOf', { name: backup.name })} onClose=${() => close()} size="large" foot=${html`<${Button} kind="primary" onClick=${() => close()}>${t('action.done')}<//>`}><div class="dialog-body">
  <p><${Badge} tone=${tone(backup.restored)}>${said(backup.restored)}<//></p>
  <${Facts} rows=${[[t('backups.triedAt'), time(backup.restored.at)], [t('backups.seconds'), backup.restored.seconds ? t('backups.secondsOf', { n: backup.restored.seconds }) : null], [t('backups.compared'), backup.restored.compared || t('backups.nothingRecorded')], [t('backups.problem'), backup.restored.problem]]} />
  ${!backup.restored.problem && backup.restored.compared > 0 && html`<${Figures} r=${backup.restored} />`}</div><//>`);
