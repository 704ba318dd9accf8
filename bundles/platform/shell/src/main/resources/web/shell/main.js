// Starts the interface: texts, session, then the application or the sign-in page.
import { render } from 'preact';
import { html } from '../sdk/html.js';
import { loadTexts } from '../sdk/i18n.js';
import { findSession, session } from '../sdk/api.js';
import { knowIcons } from '../sdk/components/basic.js';
import { Root } from './root.js';

async function start() {
  const root = document.getElementById('root');
  fetch(new URL('../icons.txt', import.meta.url)).then(a => a.text()).then(text => knowIcons(text.trim().split(/\s+/)));
  await Promise.all([loadTexts(), findSession().catch(() => session.set({ state: 'unreachable' }))]);
  render(html`<${Root} />`, root);
}

/** Starting without a network is prepared once the page has nothing else to do. */
const prepare = () => import('../offline/register.js').then(m => { m.register(); m.watch(); }).catch(() => 0);

start();
setTimeout(() => window.requestIdleCallback ? requestIdleCallback(prepare) : prepare(), 4000);
