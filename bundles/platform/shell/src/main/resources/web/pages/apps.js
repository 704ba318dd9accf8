import { html } from '../sdk/html.js';
export function Apps() {
  return html`<div class="page"></div>`;
}
