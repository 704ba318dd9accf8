// Pages that few users open are loaded when they are opened.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { loadAreaTexts } from '../sdk/i18n.js';
import { Failed, Skeleton } from '../sdk/components/basic.js';

const loaded = new Map();
const sheets = new Map();

function loadSheet(area) {
  if (!sheets.has(area)) {
    sheets.set(area, new Promise((done, failed) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = new URL(`../styles/areas/${area}.css`, import.meta.url).href;
      link.onload = done;
      link.onerror = () => {
        link.remove();
        sheets.delete(area);
        failed(new Error(area));
      };
      document.head.append(link);
    }));
  }
  return sheets.get(area);
}

/** What loads a page or part of an area: with its texts `i18n/areas/<area>.<language>.json` and styles `styles/areas/<area>.css`. */
export const area = (name, load) => () => Promise.all([load(), loadAreaTexts(name), loadSheet(name)]).then(([C]) => C);

/** A page or part of another file; `waiting` is shown until it is there, a skeleton unless given. */
export function Lazy({ load, waiting, ...props }) {
  const [state, setState] = useState(loaded.has(load) ? { C: loaded.get(load) } : {});
  useEffect(() => {
    if (state.C) return undefined;
    let current = true;
    load().then(C => {
      loaded.set(load, C);
      if (current) setState({ C });
    }, error => current && setState({ error }));
    return () => { current = false; };
  }, []);
  if (state.error) return html`<${Failed} error=${state.error} retry=${() => location.reload()} />`;
  return state.C ? html`<${state.C} ...${props} />` : waiting !== undefined ? waiting : html`<div class="page-body" style=${{ paddingTop: '24px' }}><${Skeleton} lines=${6} /></div>`;
}
