// Which page a route shows. Pages that few users open are loaded when they are opened.
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { go } from '../sdk/router.js';
import { Button, Empty } from '../sdk/components/basic.js';
import { Boundary } from './boundary.js';
import { contributions } from './contributions.js';
import { area, Lazy } from './lazy.js';
import { RecordView } from '../views/record-view.js';

const LAZY = {
  reports: area('work', () => import('../pages/reports.js').then(m => m.Reports)),
  import: area('work', () => import('../pages/import.js').then(m => m.Import)),
  profile: area('work', () => import('../pages/profile.js').then(m => m.Profile)),
  apps: area('admin', () => import('../pages/apps.js').then(m => m.Apps)),
  admin: area('upgrades', area('backups', area('admin', () => import('../pages/admin/admin.js').then(m => m.Admin)))),
  setup: area('setup', area('admin', () => import('../pages/setup/go-on.js').then(m => m.GoOn))),
  gallery: area('gallery', area('inputs', area('scan', () => import('../pages/gallery.js').then(m => m.Gallery)))),
  'my-tasks': area('work', () => import('../pages/own-work.js').then(m => m.MyTasks)),
  notifications: area('work', () => import('../pages/own-work.js').then(m => m.Notifications)),
  'recycle-bin': area('work', () => import('../pages/own-work.js').then(m => m.RecycleBin)),
  studio: area('studio', () => import('../pages/studio/designer.js').then(m => m.Studio)),
  approvals: area('work', () => import('../pages/daily/inbox.js').then(m => m.Inbox)),
  audit: area('work', () => import('../pages/own-work.js').then(m => m.AuditLog)),
  offline: area('offline', () => import('../offline/page.js').then(m => m.OfflineLog)),
  home: () => import('../pages/home.js').then(m => m.Home),
  dashboards: area('dashboard', area('views', () => import('../pages/dashboard.js').then(m => m.Dashboards))),
};

/** Models whose records have a page of their own instead of the form that fits all. */
const EDITORS = {
  'platform.user': area('admin', () => import('../pages/admin/user.js').then(m => m.UserPage)),
  'platform.automationRule': area('studio', () => import('../pages/studio/rule.js').then(m => m.RuleEditor)),
  'platform.mailTemplate': area('studio', () => import('../pages/studio/mail-template.js').then(m => m.MailTemplateEditor)),
  'platform.printTemplate': area('studio', () => import('../pages/studio/print-template.js').then(m => m.PrintTemplateEditor)),
  'platform.approvalPolicy': area('studio', () => import('../pages/studio/policy.js').then(m => m.PolicyEditor)),
};

/** "This app was removed. Your data is kept." */
export function Removed() {
  return html`<div class="page"><h1 class="sr">${t('modules.gone')}</h1><${Empty} icon="package-minus" title=${t('modules.gone')} text=${t('modules.goneText')}><${Button} icon="layout-dashboard" onClick=${() => go('/')}>${t('nav.toHome')}<//><//></div>`;
}

/** The page of a route. */
export function Page({ here, view }) {
  const [, kind, first, second] = here.path.split('/');
  const contributed = contributions.use();
  if (!kind) return html`<${Lazy} key="home" load=${LAZY.home} query=${here.query} view=${view} />`;
  if (kind === 'r' && first) {
    const module = first.split('.')[0];
    if (module !== 'custom' && !view.modules.some(m => m.id === module)) return html`<${Removed} />`;
    if (second && EDITORS[first] && !here.query.form) return html`<${Lazy} key=${first + second} load=${EDITORS[first]} id=${second} query=${here.query} />`;
    return html`<${RecordView} key=${first} model=${first} id=${second} query=${here.query} />`;
  }
  if (kind === 'p' && first) {
    const page = contributed.pages.find(p => p.module === first && p.id === second);
    const failed = contributed.failed.find(p => p.module === first);
    if (failed) return html`<div class="error-card" role="alert"><b>${t('error.part', { name: failed.title })}</b><span>${String(failed.error.message)}</span></div>`;
    return page ? html`<${Boundary} key=${page.id} title=${page.title}><div class="page"><${page.render} query=${here.query} /></div><//>` : html`<${Removed} />`;
  }
  if (LAZY[kind]) return html`<${Lazy} key=${kind} load=${LAZY[kind]} id=${first} rest=${second} query=${here.query} view=${view} />`;
  return html`<div class="page"><h1 class="sr">${t('error.notFound')}</h1><${Empty} icon="map-pin" title=${t('error.notFound')} text=${t('error.noPage')}><${Button} icon="layout-dashboard" onClick=${() => go('/')}>${t('nav.toHome')}<//><//></div>`;
}
