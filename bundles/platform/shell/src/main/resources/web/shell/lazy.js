// Pages that few users open are loaded when they are opened.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { Failed, Skeleton } from '../sdk/components/basic.js';

const loaded = new Map();

/** A page of another file. */
export function Lazy({ load, ...props }) {
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
  return state.C ? html`<${state.C} ...${props} />` : html`<div class="page-body" style=${{ paddingTop: '24px' }}><${Skeleton} lines=${6} /></div>`;
}
