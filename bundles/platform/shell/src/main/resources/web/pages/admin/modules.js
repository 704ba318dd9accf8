// Apps for administrators: what is here, what could be, and every step with its dry run.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { has, language, t } from '../../sdk/i18n.js';
import { href } from '../../sdk/router.js';
import { Badge, Button, Empty, Icon } from '../../sdk/components/basic.js';
import { Menu, toast } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { boot } from '../../shell/boot.js';
import { entries } from '../../shell/navigation.js';
import { AdminPage, Box, Table, Trouble, attempted } from './parts.js';
import { JarButton } from './jar-button.js';
import { ModuleState, planStep } from './plan.js';

const KINDS = ['module', 'extension', 'masters', 'localization', 'bridge', 'platform'];
const FIRST = ['install', 'enable', 'upgrade'];
const TROUBLED = ['FAILED', 'WAITING'];
const EXTENSION = { ACTIVE: 'green', STOPPED: 'grey', QUARANTINED: 'red', SKIPPED: 'amber' };
const ICONS = { install: 'download', enable: 'play', upgrade: 'arrow-up', disable: 'pause', uninstall: 'package-minus', purge: 'trash-2' };

const few = list => list.slice(0, 6).join(', ') + (list.length > 6 ? ` +${list.length - 6}` : '');

function Card({ module, all, menus, look, act }) {
  const titleOf = id => (all.find(m => m.id === id) || { title: id }).title;
  const first = module.steps.find(s => FIRST.includes(s));
  const rest = module.steps.filter(s => s !== first);
  return html`<article class="card adm-app" aria-label=${module.title} data-module=${module.id}><div class="row"><span class="app-icon" style=${{ '--hue': look.hue ?? 220 }}><${Icon} name=${look.icon || 'puzzle'} /></span><span class="grow"><b class="ellipsis">${module.title}</b><small class="muted ellipsis">${module.id} ${module.version || ''}</small></span>
      ${rest.length > 0 && html`<${Menu} label=${t('admin.stepsOf', { name: module.title })} align="end" button=${p => html`<${Button} kind="ghost" icon="ellipsis" label=${t('admin.stepsOf', { name: module.title })} ...${p} />`} items=${rest.map(s => ({ label: t('admin.step.' + s), icon: ICONS[s], danger: s === 'purge' || s === 'uninstall', run: () => act(module, s) }))} />`}</div>
    <div class="row wrap-row"><${ModuleState} state=${module.state} />${module.disabled && html`<${Badge} tone="amber">${t('moduleState.DISABLED')}<//>`}</div>
    ${module.problem && TROUBLED.includes(module.state) && html`<div class="notice warn">${module.problem}</div>`}
    ${module.description && html`<p class="adm-told">${module.description}</p>`}
    ${menus.length > 0 && html`<p class="hint">${menus.map((e, i) => html`${i > 0 ? ' · ' : ''}<a href=${href(e.to)}>${e.title}</a>`)}</p>`}
    ${module.requires.length > 0 && html`<p class="hint">${t('apps.needs')} ${few(module.requires.map(titleOf))}</p>`}
    ${module.dependants.length > 0 && html`<p class="hint">${t('admin.neededBy')} ${few(module.dependants.map(titleOf))}</p>`}
    ${first && html`<div><${Button} icon=${ICONS[first]} onClick=${() => act(module, first)}>${t('admin.step.' + first)}<//></div>`}</article>`;
}

function ExtensionList({ rows, reload }) {
  if (!rows || !rows.length) return null;
  return html`<${Box} title=${t('admin.extensions')}>${rows.some(e => e.state === 'SKIPPED') && html`<div class="notice warn" role="status"><${Icon} name="life-buoy" /><span>${t('admin.safeMode')}</span></div>`}
    <${Table} label=${t('admin.extensions')} keyOf=${e => e.name} rows=${rows} columns=${[
      { title: t('admin.extension'), cell: e => html`<b>${e.name}</b> <small class="muted">${e.version || ''}</small>${e.reason ? html`<div class="adm-bad">${e.reason}</div>` : null}` },
      { title: t('admin.state'), cell: e => html`<${Badge} tone=${EXTENSION[e.state] || 'grey'}>${has('extensionState.' + e.state) ? t('extensionState.' + e.state) : e.state}<//>` },
      { title: t('admin.signer'), cell: e => e.signer ? html`<span class="row"><${Icon} name="badge-check" />${e.signer}</span>` : html`<span class="muted">${t('admin.unsigned')}</span>` },
      { cell: e => html`${e.state === 'QUARANTINED' && html`<${Button} icon="rotate-cw" onClick=${() => attempted(() => api.post(`/operations/extensions/${encodeURIComponent(e.name)}/release`), t('admin.released')).then(reload)}>${t('admin.release')}<//>`}` }]} /><//>`;
}

/** The page. */
export function Modules() {
  const lang = language.use();
  const view = boot.use();
  const asked = useAsk(async () => ({ modules: await api.get('/operations/modules'), extensions: await api.maybe('/operations/extensions') }), [lang, view]);
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  // Where menus come or go, every open page says so by itself.
  const tell = (done, title) => {
    if (!(done.menus || []).length || ['upgrade', 'purge'].includes(done.step)) toast(t('admin.done.' + done.step, { name: title }));
    asked.reload();
  };
  const act = async (module, step) => {
    const done = await planStep(module, step);
    if (done) tell(done, module.title);
  };
  const data = asked.data ? asked.data.modules : [];
  const wanted = text.trim().toLowerCase();
  const shown = data.filter(m => !wanted || `${m.title} ${m.id} ${m.description || ''}`.toLowerCase().includes(wanted));
  const waiting = shown.filter(m => m.state === 'AVAILABLE' || m.state === 'AWAY');
  const here = shown.filter(m => !waiting.includes(m));
  const kinds = [...KINDS, ...here.map(m => m.kind)].filter((k, i, l) => l.indexOf(k) === i && here.some(m => m.kind === k));
  const menus = entries(view);
  const cards = list => html`<div class="cards">${list.map(m => html`<${Card} key=${m.id} module=${m} all=${data} menus=${menus.filter(e => e.module.id === m.id)} look=${view.modules.find(x => x.id === m.id) || {}} act=${act} />`)}</div>`;
  return html`<${AdminPage} title=${t('nav.apps')} total=${asked.data && data.length} asked=${asked} head=${html`<${JarButton} failed=${setError} installed=${done => tell(done, done.title || done.module)} />`}>
    <div class="adm-stack"><${Trouble} text=${error} /><input class="input adm-find" type="search" aria-label=${t('admin.findApp')} placeholder=${t('admin.findApp')} value=${text} onInput=${e => setText(e.target.value)} />
      ${asked.data && html`<${ExtensionList} rows=${asked.data.extensions} reload=${asked.reload} />`}
      ${waiting.length > 0 && html`<section><h2 class="section-title">${t('admin.canCome')}</h2>${cards(waiting)}</section>`}
      ${kinds.map(kind => html`<section key=${kind}><h2 class="section-title">${has('kind.' + kind) ? t('kind.' + kind) : kind}</h2>${cards(here.filter(m => m.kind === kind))}</section>`)}
      ${asked.data && !shown.length && html`<${Empty} icon="search" title=${t('palette.none')} />`}</div><//>`;
}
