// The administration: what there is, in parts, and the pages that are no lists of records.
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { href } from '../../sdk/router.js';
import { Badge, Empty, Icon } from '../../sdk/components/basic.js';
import { useAsk } from '../../sdk/ask.js';
import { boot } from '../../shell/boot.js';
import { entries } from '../../shell/navigation.js';
import { AdminPage } from './parts.js';
import { Health, SEVERITY } from './health.js';
import { Jobs } from './jobs.js';
import { Backups } from './backups.js';
import { Deliveries } from './deliveries.js';
import { Packages } from './packages.js';
import { Roles } from './roles.js';
import { Upgrades } from './upgrades.js';

/** What belongs together, by what it opens. */
const SECTIONS = [
  ['people', ['/r/platform.user', '/admin/roles', '/r/platform.group', '/r/platform.recordRule', '/r/platform.fieldRight', '/r/platform.dutyConflict', '/r/platform.dutyOverride', '/reports/platform.adoption', '/reports/platform.silent']],
  ['signIn', ['/r/platform.signInPolicy', '/r/platform.signInRule', '/r/platform.identityProvider', '/r/platform.directory', '/r/platform.session', '/r/platform.apiToken', '/r/platform.signIn']],
  ['suite', ['/apps', '/admin/upgrades', '/r/platform.company', '/admin/packages', '/studio', '/r/platform.customField', '/r/platform.customModel', '/r/platform.view', '/r/platform.savedView', '/r/platform.dashboard', '/r/platform.importMapping', '/r/platform.activityType', '/r/platform.tag']],
  ['running', ['/admin/health', '/admin/jobs', '/admin/backups', '/admin/deliveries', '/audit', '/recycle-bin']],
  ['flow', ['/r/platform.approvalPolicy', '/r/platform.approvalRequest', '/r/platform.absence', '/r/platform.automationRule', '/r/platform.automationRun']],
  ['exchange', ['/r/platform.mailServer', '/r/platform.mailbox', '/r/platform.mailTemplate', '/r/platform.mail', '/r/platform.inboundMail', '/r/platform.webhook', '/r/platform.webhookDelivery', '/r/platform.inboundHook', '/r/platform.hookCall']],
];
const TOLD = { '/r/platform.user': 'user', '/admin/roles': 'roles', '/apps': 'apps', '/admin/upgrades': 'upgrades', '/admin/health': 'health', '/admin/jobs': 'jobs', '/admin/backups': 'backups', '/admin/deliveries': 'deliveries', '/admin/packages': 'packages',
  '/r/platform.company': 'company', '/audit': 'audit', '/reports/platform.adoption': 'adoption', '/reports/platform.silent': 'silent', '/r/platform.signInPolicy': 'policy', '/r/platform.group': 'group' };

function Attention() {
  const lang = language.use();
  const { data } = useAsk(() => api.maybe('/checkup'), [lang]);
  if (!data) return null;
  const first = data.findings.filter(f => f.severity !== 'INFO').slice(0, 3);
  return html`<section class="card adm-box"><div class="row wrap-row"><h2 class="grow">${t('admin.health')}</h2><a class="link" href=${href('/admin/health')}>${t('admin.openHealth')}</a></div>
    ${first.length ? html`<ul class="list-tile">${first.map(f => html`<li><${Badge} tone=${SEVERITY[f.severity]}>${t('severity.' + f.severity)}<//><span class="grow"><b>${f.title}</b> <span class="muted">${f.text}</span></span></li>`)}</ul>`
      : html`<p class="row"><${Icon} name="circle-check" />${t('admin.allWell')}</p>`}</section>`;
}

function Overview() {
  const view = boot.use();
  const all = entries(view).filter(e => e.module.id === 'admin' && e.to !== '/admin');
  const left = new Set(all);
  const parts = SECTIONS.map(([id, routes]) => [id, routes.map(to => all.find(e => e.to === to)).filter(Boolean)]);
  parts.forEach(([, list]) => list.forEach(e => left.delete(e)));
  if (left.size) parts.push(['more', [...left]]);
  return html`<${AdminPage} title=${t('nav.admin')} up=${null}><div class="adm-stack">
    <${Unfinished} /><${Attention} />
    ${parts.filter(([, list]) => list.length).map(([id, list]) => html`<section key=${id}><h2 class="section-title">${t('admin.part.' + id)}</h2><ul class="adm-links">${list.map(e => html`<li key=${e.to}><a href=${href(e.to)}><span class="adm-icon"><${Icon} name=${e.icon || 'list'} /></span><span class="grow"><b class="ellipsis">${e.title}</b>${TOLD[e.to] && html`<small class="muted">${t('admin.told.' + TOLD[e.to])}</small>`}</span></a></li>`)}</ul></section>`)}
  </div><//>`;
}

/** A set-up that was begun and left stands at the top until it is finished. */
function Unfinished() {
  const { data } = useAsk(() => api.maybe('/platform/settings', { filter: 'name==setup.step;content!=done', limit: 1 }), []);
  if (!data || !data.rows.length) return null;
  return html`<div class="notice info" role="status"><${Icon} name="info" /><span class="grow">${t('admin.finishSetUp')} <a href=${href('/setup')}>${t('admin.goOn')}</a></span></div>`;
}

const PAGES = { health: Health, jobs: Jobs, backups: Backups, deliveries: Deliveries, packages: Packages, roles: Roles, upgrades: Upgrades };

/** The page of `/admin/<id>/<rest>`. */
export function Admin({ id, rest, query }) {
  language.use();
  if (!id) return html`<${Overview} />`;
  const Found = PAGES[id];
  return Found ? html`<${Found} key=${id} id=${rest} query=${query} />`
    : html`<${AdminPage} title=${t('error.notFound')}><${Empty} icon="map-pin" title=${t('error.notFound')} text=${t('error.noPage')}><a class="button" href=${href('/admin')}>${t('nav.admin')}</a><//><//>`;
}
