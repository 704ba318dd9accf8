// The signed-in application: sidebar, the surface with the current page, phone bar.
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { busy, online } from '../sdk/api.js';
import { language, t } from '../sdk/i18n.js';
import { route } from '../sdk/router.js';
import { remembered } from '../sdk/store.js';
import { Failed, Icon, Skeleton } from '../sdk/components/basic.js';
import { toast } from '../sdk/components/overlay.js';
import { addCustomModels, boot, loadBoot } from './boot.js';
import { contributions, follow } from './contributions.js';
import { Failures } from './failures.js';
import { onEvent, startEvents } from './events.js';
import { entryOf } from './navigation.js';
import { Palette, openPalette } from './palette.js';
import { openShortcuts } from './shortcuts.js';
import { BottomBar, Sidebar } from './sidebar.js';
import { area } from './lazy.js';
import { Page } from './pages.js';
import { Boundary } from './boundary.js';

const tray = area('work', () => import('../pages/daily/tray.js').then(m => m.mount));

const later = () => setTimeout(() => {
  addCustomModels(t('nav.custom')).catch(() => 0);
  if (remembered('jobs', []).length) tray().then(mount => mount(), () => 0);
}, 1500);

async function modulesChanged() {
  const before = new Map(boot.get().modules.map(m => [m.id, m]));
  const view = await loadBoot();
  await follow(view.modules);
  const shown = m => m.id !== 'custom' && (m.menus || []).length > 0;
  later();
  view.modules.filter(m => !before.has(m.id) && shown(m)).forEach(m => toast(t('modules.added', { name: m.title })));
  const now = new Set(view.modules.map(m => m.id));
  [...before.values()].filter(m => !now.has(m.id) && shown(m)).forEach(m => toast(t('modules.removed', { name: m.title })));
}

let looking = false;
let again = false;

/** One look at a time, and one more if something changed meanwhile: an older answer must not follow a newer one. */
async function lookAgain() {
  again = true;
  if (looking) return;
  looking = true;
  try {
    while (again) {
      again = false;
      await modulesChanged();
    }
  } catch (error) {
    // While bundles are exchanged the server may refuse; without another look the menu would stay as it was.
    if (error.status >= 500) setTimeout(lookAgain, 500);
  } finally {
    looking = false;
  }
}

/** The application. */
export function App() {
  const [error, setError] = useState(null);
  const [drawer, setDrawer] = useState(false);
  const view = boot.use();
  const here = route.use();
  const working = busy.use(n => n > 0);
  const connected = online.use();
  contributions.use();
  language.use();
  const load = () => {
    setError(null);
    loadBoot().then(v => follow(v.modules)).then(later).catch(setError);
  };
  useEffect(() => {
    load();
    startEvents();
    let greeted = false;
    const ending = onEvent(event => {
      if (event.name !== 'modules' && event.name !== 'hello') return;
      // The first greeting follows the start; a later one a lost connection, in which anything may have changed.
      if (event.name === 'hello' && !greeted) {
        greeted = true;
        return;
      }
      lookAgain();
    });
    const back = () => online.set(true);
    const away = () => online.set(false);
    addEventListener('online', back);
    addEventListener('offline', away);
    return () => {
      ending();
      removeEventListener('online', back);
      removeEventListener('offline', away);
    };
  }, []);
  useEffect(() => setDrawer(false), [here.path]);
  // At once: until here `early.js` has listened, and no key may fall between.
  useLayoutEffect(() => {
    const keys = event => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        openPalette();
      } else if (event.key === '?' && !/input|textarea|select/i.test(event.target.tagName) && !event.target.isContentEditable) {
        openShortcuts();
      }
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, []);
  useEffect(() => {
    const entry = view && entryOf(here.path, view);
    document.title = (entry ? entry.title + ' · ' : '') + (view && view.company ? view.company.name : 'Ashlar');
  }, [here.path, view]);
  return html`<a class="skip" href="#main" onClick=${e => { e.preventDefault(); document.getElementById('main').focus(); }}>${t('nav.skip')}</a>
    <div class="app"><${Sidebar} open=${drawer} onClose=${() => setDrawer(false)} />
      <div class="surface">${working && html`<div class="progress" aria-hidden="true"></div>`}
        ${!connected && html`<div class="banner" role="status"><${Icon} name="wifi-off" /><span class="grow">${t('error.offline')}</span></div>`}
        <main id="main" tabindex="-1"><${Failures} />${error ? html`<${Failed} error=${error} retry=${load} />` : !view ? html`<div class="page-body" style=${{ paddingTop: '24px' }}><${Skeleton} lines=${8} /></div>`
          : html`<${Boundary} key=${here.path} title=${t('error.page')}><${Page} here=${here} view=${view} /><//>`}</main></div>
      <${BottomBar} onMenu=${() => setDrawer(true)} /></div>
    <${Palette} />`;
}
