// Every part of the interface in its states, for whoever builds with it: /app/gallery. Theme and language are changed in place.
import { html } from '../sdk/html.js';
import { language, setLanguage, t } from '../sdk/i18n.js';
import { setDensity, setTheme, density, theme } from '../shell/appearance.js';
import { Samples } from '../widgets/samples.js';
import { Basics } from './gallery/basics.js';
import { Layers } from './gallery/layers.js';
import { Shown } from './gallery/shown.js';

const Choice = ({ label, value, options, set }) => html`<span class="segmented" role="group" aria-label=${label}>${options.map(([id, text]) => html`<button type="button" key=${id} aria-pressed=${String(id === value)} onClick=${() => set(id)}>${text}</button>`)}</span>`;

/** A card with the names under which its parts are imported. */
const part = (title, content) => html`<section class="tile w6 gallery-part"><h2>${title.split(', ').map((name, i) => html`${i > 0 ? ' ' : ''}<code>${name}</code>`)}</h2>${content}</section>`;

/** The page. */
export function Gallery() {
  return html`<div class="page"><div class="page-head wrap-row"><h1>${t('gallery.title')}</h1><span class="grow"></span>
    <${Choice} label=${t('look.theme')} value=${theme.use()} options=${['light', 'dark', 'system'].map(x => [x, t('look.theme.' + x)])} set=${setTheme} />
    <${Choice} label=${t('look.density')} value=${density.use()} options=${['compact', 'normal', 'roomy'].map(x => [x, t('look.density.' + x)])} set=${setDensity} />
    <${Choice} label=${t('look.language')} value=${language.use()} options=${[['zh', '中文'], ['en', 'English']]} set=${setLanguage} /></div>
    <div class="page-body"><p class="muted gallery-text">${t('gallery.text')}</p><div class="tiles"><${Basics} part=${part} /><${Samples} part=${part} /><${Layers} part=${part} /><${Shown} part=${part} /></div></div></div>`;
}
