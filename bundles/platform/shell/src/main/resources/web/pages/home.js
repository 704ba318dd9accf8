// The first page: what waits, and the figures of the installed apps.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { session } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';

/** The page. */
export function Home() {
  const user = session.use(s => s.user) || {};
  return html`<div class="page"><div class="page-body"><h1>${user.name}</h1></div></div>`;
}
