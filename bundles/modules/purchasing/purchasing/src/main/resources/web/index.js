// Purchasing in the web interface: the page for receiving goods by scanner, loaded when it is opened.
import { useEffect, useState } from 'preact/hooks';
import { html, Skeleton } from '@ashlar/sdk';

/** The SDK that this module was written for. */
export const sdk = '^1.1';

/** Called when the bundle is there; whatever is contributed goes with it. */
export function activate(ctx) {
  let loaded = null;
  function Page(props) {
    const [part, setPart] = useState(loaded);
    const [error, setError] = useState(null);
    useEffect(() => {
      if (!part) Promise.all([import('./receive.js'), import('./texts.js')]).then(([page, texts]) => {
        ctx.messages(texts.TEXTS);
        loaded = page;
        setPart(page);
      }, setError);
    }, []);
    if (error) throw error;
    return part ? html`<${part.Receive} ...${props} />` : html`<div class="page-body"><${Skeleton} lines=${6} /></div>`;
  }
  ctx.contribute('page', 'receive', Page);
}
