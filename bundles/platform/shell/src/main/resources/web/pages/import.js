import { html } from '../sdk/html.js';
export function Import() {
  return html`<div class="page"></div>`;
}
