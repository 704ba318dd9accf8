// The shell without a server: what can be done here all the same.
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { remembered } from '../sdk/store.js';
import { OfflineLog } from './page.js';

/** Shown below the notice that nobody answers. */
export function Away() {
  const me = remembered('offline.owner', null);
  return me ? html`<section class="offline-alone" aria-label=${t('offline.of', { name: me.name })}><p class="muted">${t('offline.of', { name: me.name })}</p><${OfflineLog} alone /></section>` : null;
}
