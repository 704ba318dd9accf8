// Theme and density: chosen by the user, kept in this browser, applied before the first paint by theme.js.
import { createStore } from '../sdk/store.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
export const theme = createStore(localStorage.getItem('ashlar.theme') || 'system');
export const density = createStore(localStorage.getItem('ashlar.density') || 'normal');

function apply() {
  const mode = theme.get();
  document.documentElement.dataset.theme = mode === 'dark' || mode === 'system' && dark.matches ? 'dark' : 'light';
  document.documentElement.dataset.density = density.get();
  dispatchEvent(new CustomEvent('ashlar:look'));
}
dark.addEventListener('change', apply);

/** light, dark or system. */
export function setTheme(mode) {
  localStorage.setItem('ashlar.theme', mode);
  theme.set(mode);
  apply();
}

/** compact, normal or roomy. */
export function setDensity(mode) {
  localStorage.setItem('ashlar.density', mode);
  density.set(mode);
  apply();
}
