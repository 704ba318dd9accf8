import { html } from '../sdk/html.js';
export function Reports() {
  return html`<div class="page"></div>`;
}
