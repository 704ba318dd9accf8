// Small parts: icons, buttons, badges, avatars, empty and waiting states.
import { html } from '../html.js';
import { t } from '../i18n.js';

const SPRITE = new URL('../../icons.svg', import.meta.url).pathname;
const ONE = new URL('../../icon/', import.meta.url).pathname;
const known = new Set();

/** Tells which icons the sprite holds; others are loaded one by one. */
export function knowIcons(names) {
  names.forEach(n => known.add(n));
}

/** An icon by its Lucide name. It says nothing to screen readers; the text beside it does. */
export function Icon({ name, size, ...rest }) {
  if (known.size && !known.has(name)) {
    const mask = `url(${ONE}${name}.svg) center / contain no-repeat`;
    return html`<span class="icon" aria-hidden="true" style=${{ background: 'currentColor', mask, webkitMask: mask, ...(size ? { width: size, height: size } : {}) }} ...${rest}></span>`;
  }
  return html`<svg class="icon" aria-hidden="true" focusable="false" style=${size ? { width: size, height: size } : undefined} ...${rest}><use href=${SPRITE + '#' + name} /></svg>`;
}

/** A button. With only an icon it needs `label`. */
export function Button({ kind = '', icon, label, children, type = 'button', square, after, ...rest }) {
  const bare = !children || Array.isArray(children) && children.length === 0;
  return html`<button type=${type} class=${`button ${kind} ${square || bare && icon ? 'square' : ''}`} aria-label=${bare ? label : undefined} title=${bare ? label : undefined} ...${rest}>
    ${icon && html`<${Icon} name=${icon} />`}${children}${after}
  </button>`;
}

/** A state with its tone; the text always says what the colour means. */
export function Badge({ tone = 'grey', children }) {
  return html`<span class=${'badge ' + tone}><span class="ellipsis">${children}</span></span>`;
}

const hue = text => [...String(text)].reduce((sum, c) => (sum * 31 + c.codePointAt(0)) % 360, 7);

/** First letters in a colour of their own. Names of people are round. */
export function Avatar({ name, round, large }) {
  const text = String(name || '?').trim();
  const latin = /^[\x20-\x7e]+$/.test(text);
  const words = text.split(/\s+/);
  const letters = latin ? (words.length > 1 && large ? words[0][0] + words[words.length - 1][0] : text[0]).toUpperCase() : round ? [...text].pop() : [...text][0];
  return html`<span class=${`avatar ${round ? 'round' : ''} ${large ? 'large' : ''}`} style=${{ '--hue': hue(text) }} aria-hidden="true">${letters}</span>`;
}

/** Nothing here: an icon, a sentence, one action. */
export function Empty({ icon = 'inbox', title, text, children }) {
  return html`<div class="empty"><${Icon} name=${icon} /><b>${title}</b>${text && html`<p>${text}</p>`}${children}</div>`;
}

/** Something failed: the server's words and a way to try again. */
export function Failed({ error, retry }) {
  return html`<div class="empty" role="alert"><${Icon} name=${error && error.status === 0 ? 'wifi-off' : 'triangle-alert'} />
    <b>${error && error.status === 403 ? t('error.denied') : error && error.status === 404 ? t('error.notFound') : t('error.title')}</b>
    <p>${error ? error.message : ''}</p>
    ${retry && html`<${Button} icon="rotate-cw" onClick=${retry}>${t('action.retry')}<//>`}
  </div>`;
}

/** Grey lines where text will be. */
export function Skeleton({ lines = 3, widths = [60, 85, 40, 72, 52] }) {
  return html`<div class="stack" aria-hidden="true">${Array.from({ length: lines }, (_, i) =>
    html`<div class="skeleton" style=${{ width: widths[i % widths.length] + '%' }}></div>`)}</div>`;
}

/** What went wrong with one field. */
export function FieldError({ id, text }) {
  return text ? html`<span class="field-error" id=${id} role="alert"><${Icon} name="circle-alert" />${text}</span>` : null;
}

/** A label above an input, with hint and error. */
export function Labelled({ label, required, error, hint, children, id }) {
  return html`<label class="labelled" for=${id}><span class="label">${label}${required && html`<span class="required" aria-hidden="true"> *</span>`}</span>
    ${children}${hint && html`<span class="hint">${hint}</span>`}<${FieldError} text=${error} /></label>`;
}

let ids = 0;
/** An id that no other element has. */
export const newId = (before = 'f') => `${before}-${++ids}`;

/** Whether Enter ends a Chinese word instead of meaning Enter. */
export const composing = event => event.isComposing || event.keyCode === 229;

/** Whether the mouse was moved. What appears below a mouse at rest gets the event, too, and must not take the place that keys chose. */
export const moved = event => event.movementX !== 0 || event.movementY !== 0;
