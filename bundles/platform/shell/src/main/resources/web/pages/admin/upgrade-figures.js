// What trying an upgrade on a copy has shown: a verdict, and every figure before and after.
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { number } from '../../sdk/format.js';
import { Badge, Icon } from '../../sdk/components/basic.js';
import { Table } from './parts.js';

const KINDS = ['report', 'sum', 'records'];
/** What everybody looks at first: trial balance, stock value, pipeline, orders. */
const MAIN = /^(report finance\.trialBalance closing|report inventory\.valuation value|sum crm\.opportunity |sum sales\.order totalAmount)/;
const LOOKS = { SAME: ['good', 'circle-check'], DIFFERS: ['warn', 'triangle-alert'], FAILED: ['', 'circle-x'] };
const shown = value => value === null ? '–' : number(value, 6);

const Figures = ({ label, rows }) => html`<${Table} label=${label} keyOf=${f => f.company + f.name} rows=${rows} columns=${[
  { title: t('upgrades.figure'), cell: f => f.title }, { title: t('upgrades.company'), cell: f => html`<span class="upg-code">${f.company}</span>` },
  { title: t('upgrades.before'), num: true, cell: f => shown(f.before) }, { title: t('upgrades.after'), num: true, cell: f => shown(f.after) },
  { title: t('upgrades.same'), cell: f => f.differs ? html`<${Badge} tone="red">${t('upgrades.isOther')}<//>` : f.before === null ? html`<${Badge} tone="blue">${t('upgrades.isNew')}<//>` : html`<${Badge} tone="green">${t('upgrades.isSame')}<//>` }]} />`;

function Verdict({ trial }) {
  const [tone, icon] = LOOKS[trial.rehearsed];
  const other = trial.figures.filter(f => f.differs).length;
  return html`<div class=${'notice ' + tone} role="status"><${Icon} name=${icon} /><div class="upg-said"><b>${t('upgrades.verdict.' + trial.rehearsed, { n: trial.compared, other })}</b>
    <span>${t('upgrades.verdictText.' + trial.rehearsed)}</span>${trial.problem && html`<pre class="upg-problem" tabindex="0">${trial.problem}</pre>`}</div></div>`;
}

/** All of it. */
export function Trial({ trial }) {
  const other = trial.figures.filter(f => f.differs);
  return html`<div class="adm-stack"><${Verdict} trial=${trial} />
    ${trial.rehearsed !== 'FAILED' && html`<p class="hint">${t('upgrades.tried', { n: trial.seconds })} ${trial.migrated.length ? t('upgrades.migrated', { names: trial.migrated.join(', ') }) : t('upgrades.noMigration')}</p>`}
    ${other.length > 0 && html`<section><h3>${t('upgrades.others')}</h3><${Figures} label=${t('upgrades.others')} rows=${other} /></section>`}
    ${trial.figures.some(f => MAIN.test(f.name)) && html`<section><h3>${t('upgrades.main')}</h3><${Figures} label=${t('upgrades.main')} rows=${trial.figures.filter(f => MAIN.test(f.name))} /></section>`}
    ${KINDS.map(kind => [kind, trial.figures.filter(f => f.kind === kind)]).filter(([, list]) => list.length).map(([kind, list]) => html`<details class="adm-part" key=${kind}><summary>${t('upgrades.kind.' + kind)} <span class="pill">${list.length}</span></summary><${Figures} label=${t('upgrades.kind.' + kind)} rows=${list} /></details>`)}</div>`;
}
