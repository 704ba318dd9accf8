import { html } from '../sdk/html.js';
export function Kanban() {
  return html`<div class="page"></div>`;
}
