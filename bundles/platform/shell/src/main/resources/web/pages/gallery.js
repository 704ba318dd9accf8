import { html } from '../sdk/html.js';
export function Gallery() {
  return html`<div class="page"></div>`;
}
