import { html } from '../sdk/html.js';
export function Profile() {
  return html`<div class="page"></div>`;
}
