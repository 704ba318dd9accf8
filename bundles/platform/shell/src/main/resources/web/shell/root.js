// Signed in or not, reachable or not.
import { useEffect } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { findSession, session } from '../sdk/api.js';
import { language, t } from '../sdk/i18n.js';
import { Button, Empty } from '../sdk/components/basic.js';
import { Dialog, Toasts } from '../sdk/components/overlay.js';
import { route } from '../sdk/router.js';
import { remembered } from '../sdk/store.js';
import { App } from './app.js';
import { SignIn, SignInForm } from '../pages/sign-in.js';
import { area, Lazy } from './lazy.js';
import { Boundary } from './boundary.js';

const setUp = area('setup', () => import('../pages/set-up.js').then(m => m.SetUp));

const welcome = area('setup', () => import('../pages/welcome.js').then(m => m.Welcome));

const link = () => import('../pages/approval-link.js').then(m => m.ApprovalLink);

const away = area('offline', () => import('../offline/away.js').then(m => m.Away));

/** The whole page. */
export function Root() {
  const state = session.use(s => s.state);
  const lang = language.use();
  const path = route.use(r => r.path);
  useEffect(() => {
    if (state !== 'in' && state !== 'expired') document.title = 'Ashlar';
  }, [state, lang]);
  useEffect(() => {
    if (state !== 'unreachable') return undefined;
    const again = () => findSession().catch(() => 0);
    const timer = setInterval(again, 5000);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [state]);
  if (path === '/setup' && state !== 'in') return html`<${Lazy} load=${setUp} /><${Toasts} />`;
  if (path === '/welcome') return html`<${Lazy} key="welcome" load=${welcome} /><${Toasts} />`;
  if (path.startsWith('/approvals/link/')) return html`<${Lazy} key="link" load=${link} /><${Toasts} />`;
  if (state === 'unreachable') {
    return html`<main class="page"><${Empty} icon="wifi-off" title=${t('error.unreachable')} text=${t('error.network')}>
      <${Button} icon="rotate-cw" onClick=${() => findSession().catch(() => 0)}>${t('action.retry')}<//><//>${remembered('offline.owner', null) && html`<${Lazy} load=${away} />`}</main><${Toasts} />`;
  }
  if (state === 'loading') return null;
  if (state === 'out') return html`<${SignIn} /><${Toasts} />`;
  return html`<${Boundary} title=${t('app.name')}><${App} key=${lang} /><//>
    ${state === 'expired' && html`<${Dialog} title=${t('sign.expired')} size="firm"><div class="dialog-body"><p class="muted">${t('sign.expiredText')}</p><${SignInForm} compact login=${session.get().user && session.get().user.login} /></div><//>`}
    <${Toasts} />`;
}
