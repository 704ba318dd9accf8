import { html } from '../sdk/html.js';
export function Pivot() {
  return html`<div class="page"></div>`;
}
