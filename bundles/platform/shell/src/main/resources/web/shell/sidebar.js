// Company, search, menus of the installed modules, user.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api, session } from '../sdk/api.js';
import { language, setLanguage, t } from '../sdk/i18n.js';
import { go, href, route } from '../sdk/router.js';
import { remember, remembered } from '../sdk/store.js';
import { Avatar, Button, Icon } from '../sdk/components/basic.js';
import { Menu, toast } from '../sdk/components/overlay.js';
import { Bell } from './bell.js';
import { boot } from './boot.js';
import { contributions } from './contributions.js';
import { area } from './lazy.js';
import { entries, entryOf, groups, target } from './navigation.js';
import { openPalette } from './palette.js';
import { openShortcuts } from './shortcuts.js';
import { density, setDensity, setTheme, theme } from './appearance.js';

async function switchCompany(company) {
  await api.post('/session/company', { company: String(company.id) });
  location.assign(href('/'));
}

const leaving = area('offline', () => import('../offline/leave.js'));

/** Signs out and shows the sign-in page. */
export async function signOut() {
  if (remembered('offline.owner', null) && !(await leaving().then(m => m.leave(), () => true))) return;
  await api.delete('/session').catch(() => 0);
  location.assign('/app/');
}

function Companies({ view }) {
  const name = view && view.company ? view.company.name : 'Ashlar';
  if (!view || view.companies.length < 2) {
    return html`<div class="brand"><span class="mark"><${Icon} name="layers" /></span><span class="ellipsis">${name}</span></div>`;
  }
  return html`<${Menu} label=${t('nav.company')} button=${props => html`<button type="button" class="brand" ...${props}><span class="mark"><${Icon} name="layers" /></span><span class="ellipsis grow">${name}</span><${Icon} name="chevrons-up-down" size="14px" /></button>`}
    items=${view.companies.map(c => ({ label: c.name, hint: c.code, checked: c.id === view.company.id, run: () => c.id !== view.company.id && switchCompany(c) }))} />`;
}

function Group({ module, here }) {
  const key = 'nav.' + module.id;
  const current = entryOf(here);
  const inside = current && current.module.id === module.id;
  const [chosen, setOpen] = useState(remembered(key, null));
  const open = chosen ?? (inside || ['module', 'extension', 'own'].includes(module.kind));
  const flip = () => {
    remember(key, !open);
    setOpen(!open);
  };
  return html`<div class="nav-group"><button type="button" class="nav-title" aria-expanded=${String(open)} onClick=${flip}><span class="dot" style=${{ '--hue': module.hue ?? 220 }}></span><span class="ellipsis">${module.title}</span><${Icon} name="chevron-down" /></button>
    ${open && html`<ul>${module.menus.map(menu => html`<li key=${menu.id}><a href=${href(target(menu))} aria-current=${current && current.to === target(menu) ? 'page' : undefined}>
      <${Icon} name=${menu.icon || 'list'} /><span class="ellipsis">${menu.title}</span>${menu.badge ? html`<span class="badge-count">${menu.badge}</span>` : null}</a></li>`)}</ul>`}</div>`;
}

/** The sidebar; on phones a drawer. */
export function Sidebar({ open, onClose }) {
  const view = boot.use();
  const here = route.use(r => r.path);
  const user = session.use(s => s.user) || {};
  const box = useRef();
  contributions.use();
  useEffect(() => {
    if (open) box.current.querySelector('button, a').focus();
  }, [open]);
  const mode = theme.use();
  return html`${open && html`<div class="drawer-scrim" onClick=${onClose}></div>`}
    <aside class="sidebar" ref=${box} data-open=${String(open)} aria-label=${t('nav.label')} onKeyDown=${e => e.key === 'Escape' && open && onClose()}>
      <${Companies} view=${view} />
      <button type="button" class="jump" onClick=${openPalette} aria-keyshortcuts="Control+K"><${Icon} name="search" /><span class="ellipsis grow">${t('nav.jump')}</span><kbd>Ctrl K</kbd></button>
      <nav class="nav" aria-label=${t('nav.label')}>
        <ul class="nav-group"><li><a href=${href('/')} aria-current=${here === '/' ? 'page' : undefined}><${Icon} name="layout-dashboard" /><span>${t('nav.home')}</span></a></li></ul>
        ${groups(view).map(m => html`<${Group} key=${m.id} module=${m} here=${here} />`)}
        ${view && html`<${Group} module=${{ id: 'tools', kind: entries(view).length < 30 ? 'own' : 'tools', title: t('nav.tools'), hue: 210, menus: [
          { id: 'reports', title: t('nav.reports'), icon: 'file-chart-column', route: '/reports' },
          { id: 'import', title: t('nav.import'), icon: 'upload', route: '/import' },
          { id: 'apps', title: t('nav.apps'), icon: 'layout-grid', route: '/apps' }] }} here=${here} />`}
      </nav>
      <div class="side-foot">
        <${Menu} label=${t('nav.user')} button=${props => html`<button type="button" class="me" ...${props}><${Avatar} name=${user.name || user.login} round large /><span class="grow"><b class="ellipsis">${user.name || user.login}</b><small class="ellipsis">${user.login}</small></span></button>`}
          items=${() => [
            { label: t('nav.profile'), icon: 'user', run: () => go('/profile') },
            { label: t('nav.shortcuts'), icon: 'keyboard', hint: '?', run: openShortcuts },
            { title: t('look.density') },
            ...['compact', 'normal', 'roomy'].map(d => ({ label: t('look.density.' + d), checked: density.get() === d, run: () => setDensity(d) })),
            '-', { label: t('nav.signOut'), icon: 'log-out', run: signOut }]} />
        <${Bell} />
        <${Menu} label=${t('look.language')} align="end" button=${props => html`<${Button} kind="ghost" icon="languages" label=${t('look.language')} ...${props} />`}
          items=${[{ label: '中文', checked: language.get() === 'zh', run: () => chooseLanguage('zh') }, { label: 'English', checked: language.get() === 'en', run: () => chooseLanguage('en') }]} />
        <${Menu} label=${t('look.theme')} align="end" button=${props => html`<${Button} kind="ghost" icon=${mode === 'dark' ? 'moon' : mode === 'light' ? 'sun' : 'monitor'} label=${t('look.theme')} ...${props} />`}
          items=${['light', 'dark', 'system'].map(m => ({ label: t('look.theme.' + m), icon: { light: 'sun', dark: 'moon', system: 'monitor' }[m], checked: theme.get() === m, run: () => setTheme(m) }))} />
      </div>
    </aside>`;
}

async function chooseLanguage(which) {
  await setLanguage(which);
  toast(t('look.languageChanged'));
}

/** Five entries at the bottom of a phone. */
export function BottomBar({ onMenu }) {
  const view = boot.use();
  const here = route.use(r => r.path);
  contributions.use();
  const apps = groups(view).filter(m => m.kind !== 'own');
  // What is meant for the road comes first, then what each app begins with.
  const two = [...new Set([...apps.flatMap(m => m.menus.filter(e => e.phone)), ...apps.flatMap(m => m.menus.slice(0, 1))])].slice(0, 2);
  const link = (to, icon, text) => html`<a href=${href(to)} aria-current=${here === to || to !== '/' && here.startsWith(to + '/') ? 'page' : undefined}><${Icon} name=${icon} /><span>${text}</span></a>`;
  return html`<nav class="bottom-bar" aria-label=${t('nav.bottom')}>${link('/', 'layout-dashboard', t('nav.home'))}
    ${two.map(m => link(target(m), m.icon || 'list', m.title))}
    <button type="button" onClick=${openPalette}><${Icon} name="search" /><span>${t('action.search')}</span></button>
    <button type="button" onClick=${onMenu}><${Icon} name="menu" /><span>${t('nav.apps')}</span></button></nav>`;
}
