// What is installed, and how it is; for administrators with every step.
import { html } from '../sdk/html.js';
import { api, may } from '../sdk/api.js';
import { has, language, t } from '../sdk/i18n.js';
import { Badge, Failed, Icon, Skeleton } from '../sdk/components/basic.js';
import { useAsk } from '../sdk/ask.js';
import { boot } from '../shell/boot.js';
import { entries } from '../shell/navigation.js';
import { href } from '../sdk/router.js';
import { Modules } from './admin/modules.js';

const TONES = { ACTIVE: 'green', WAITING: 'amber', FAILED: 'red', DISABLED: 'grey' };
const KINDS = ['module', 'extension', 'masters', 'localization', 'bridge', 'platform'];

/** The page. */
export function Apps() {
  return may('platform.module.manage') ? html`<${Modules} />` : html`<${Installed} />`;
}

function Installed() {
  const lang = language.use();
  const view = boot.use();
  const { data, error, reload } = useAsk(signal => api.get('/modules', {}, { signal }), [view, lang]);
  if (error) return html`<${Failed} error=${error} retry=${reload} />`;
  if (!data) return html`<div class="page-body"><${Skeleton} lines=${6} /></div>`;
  const menus = entries(view);
  const hues = Object.fromEntries(view.modules.map(m => [m.id, m]));
  const kinds = [...KINDS, ...new Set(data.map(m => m.kind))].filter((k, i, l) => l.indexOf(k) === i && data.some(m => m.kind === k));
  return html`<div class="page"><div class="page-head"><h1>${t('nav.apps')}</h1><span class="total">${data.length}</span></div><div class="page-body">${kinds.map(kind => html`<h2 class="section-title">${has('kind.' + kind) ? t('kind.' + kind) : kind}</h2><div class="cards">${data.filter(m => m.kind === kind).map(m => {
    const own = menus.filter(e => e.module.id === m.id);
    const look = hues[m.id] || {};
    return html`<article class="card"><div class="row"><span class="app-icon" style=${{ '--hue': look.hue ?? 220 }}><${Icon} name=${look.icon || 'puzzle'} /></span><span class="grow"><b class="ellipsis">${m.title}</b><small class="muted">${m.id} ${m.version}</small></span><${Badge} tone=${TONES[m.state] || 'grey'}>${has('moduleState.' + m.state) ? t('moduleState.' + m.state) : m.state}<//></div>
      ${m.problem && html`<div class="notice warn">${m.problem}</div>`}${own.length > 0 && html`<p class="hint">${own.map((e, i) => html`${i > 0 ? ' · ' : ''}<a href=${href(e.to)}>${e.title}</a>`)}</p>`}${m.requires.length > 0 && html`<p class="hint">${t('apps.needs')} ${m.requires.map(r => (data.find(x => x.id === r) || { title: r }).title).join(', ')}</p>`}</article>`;
  })}</div>`)}</div></div>`;
}
