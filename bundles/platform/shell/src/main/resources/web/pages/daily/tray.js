// Long work that this browser started: what runs, how far it is, to be cancelled; on every page, also after a reload.
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { createStore, remember, remembered } from '../../sdk/store.js';
import { language, t } from '../../sdk/i18n.js';
import { href, route } from '../../sdk/router.js';
import { Badge, Button } from '../../sdk/components/basic.js';
import { toast } from '../../sdk/components/overlay.js';

const ENDED = new Set(['DONE', 'FAILED', 'CANCELLED']);
const TONES = { DONE: 'green', FAILED: 'red', CANCELLED: 'grey', RUNNING: 'blue', QUEUED: 'amber' };
const KEY = 'jobs';
const MOST = 5;
const watched = createStore(remembered(KEY, []));
let place = null;

function keep(list) {
  watched.set(list);
  remember(KEY, list.length ? list : undefined);
}

/** Shows the tray; where there is nothing to watch it is empty. */
export function mount() {
  if (place) return;
  place = document.createElement('div');
  document.body.append(place);
  render(html`<${Tray} />`, place);
}

/** Follows a job: {id, title, path}; while `path` is open its own page shows it. */
export function watch(job) {
  keep([job, ...watched.get().filter(j => j.id !== job.id)].slice(0, MOST));
  mount();
}

function Entry({ job }) {
  const [now, setNow] = useState(null);
  const forget = () => keep(watched.get().filter(j => j.id !== job.id));
  useEffect(() => {
    let here = true;
    const follow = async () => {
      for (;;) {
        const view = await api.get('/jobs/' + job.id);
        if (!here) return;
        setNow(view);
        if (ENDED.has(view.state)) return;
        await new Promise(done => setTimeout(done, 1200));
      }
    };
    follow().catch(forget);
    return () => { here = false; };
  }, [job.id]);
  if (!now) return null;
  const ended = ENDED.has(now.state);
  return html`<li><div class="row"><a class="grow ellipsis" href=${href(job.path)}>${job.title}</a><${Badge} tone=${TONES[now.state]}>${t('job.' + now.state)}<//>${ended ? html`<${Button} kind="ghost" icon="x" label=${t('action.close')} onClick=${forget} />` : html`<${Button} kind="ghost" icon="circle-x" label=${t('action.cancel')} onClick=${() => api.post(`/jobs/${job.id}/cancel`, {}).catch(e => toast(e.message, { bad: true }))} />`}</div>
    ${!ended && html`<progress max="100" value=${now.total ? Math.min(100, Math.round(100 * now.done / now.total)) : 0} aria-label=${job.title}></progress>`}</li>`;
}

function Tray() {
  language.use();
  const path = route.use(r => r.path);
  const list = watched.use().filter(j => j.path !== path);
  return list.length > 0 && html`<section class="tray" aria-label=${t('tray.title')}><h2>${t('tray.title')}</h2><ul>${list.map(job => html`<${Entry} key=${job.id} job=${job} />`)}</ul></section>`;
}
