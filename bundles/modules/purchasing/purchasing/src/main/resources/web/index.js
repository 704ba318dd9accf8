// Purchasing in the web interface: the page for receiving goods by scanner.
import { t } from '@ashlar/sdk';
import { Receive } from './receive.js';
import { TEXTS } from './texts.js';

/** The SDK that this module was written for. */
export const sdk = '^1.0';

/** Called when the bundle is there; whatever is contributed goes with it. */
export function activate(ctx) {
  ctx.messages(TEXTS);
  ctx.contribute('page', 'receive', Receive, { title: t('purchasing.receive.title') });
}
