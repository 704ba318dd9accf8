import { html } from '../sdk/html.js';
export function CalendarView() {
  return html`<div class="page"></div>`;
}
