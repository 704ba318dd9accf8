// The scanner field for modules' pages, loaded when the first is shown.
import { html } from './html.js';
import { area, Lazy } from '../shell/lazy.js';

const load = area('scan', () => import('../widgets/scan.js'));
const Field = () => load().then(m => m.ScanInput);

/** `onScan(text, read)`: read {code, forms, gtin, lot, serial, expiry, count} of article numbers and GS1 labels. `label`, `autofocus`. */
export const ScanInput = props => html`<${Lazy} load=${Field} ...${props} />`;

/** Tells by tone and shake, as the user chose, whether a scan was good. */
export const signal = good => load().then(m => m.signal(good));
