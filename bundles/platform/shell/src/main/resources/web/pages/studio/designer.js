// A kind of record as an administrator shapes it: its fields, its list, its form, its card on phones. Without an id: all kinds.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { go, href } from '../../sdk/router.js';
import { Badge, Button, Empty, Failed, Icon, Skeleton } from '../../sdk/components/basic.js';
import { openDialog, toast } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { allModels, boot, loadBoot, meta as load } from '../../shell/boot.js';
import { FieldsTab } from './fields.js';
import { FormLayout } from './form-layout.js';
import { ListLayout } from './list-layout.js';
import { NewModel } from './new-model.js';

const TABS = ['fields', 'list', 'form'];

const OTHERS = [['platform.automationRule', 'zap'], ['platform.approvalPolicy', 'badge-check'], ['platform.mailTemplate', 'mail'], ['platform.printTemplate', 'printer'], ['platform.importMapping', 'upload'], ['platform.webhook', 'webhook']];

/** Descriptions are read anew after a change, and the menu with them. */
const refresh = () => loadBoot();

function Designer({ model, query }) {
  const lang = language.use();
  const [meta, setMeta] = useState(null);
  const [error, setError] = useState(null);
  const [revision, setRevision] = useState(0);
  const tab = TABS.includes(query.tab) ? query.tab : 'fields';
  useEffect(() => { load(model).then(setMeta, setError); }, [model, lang, revision]);
  if (error) return html`<${Failed} error=${error} retry=${() => location.reload()} />`;
  if (!meta) return html`<div class="page-body"><${Skeleton} lines=${8} /></div>`;
  const changed = async () => {
    await refresh();
    setRevision(r => r + 1);
  };
  const own = model.startsWith('custom.');
  const openModel = async () => {
    const page = await api.get('/platform/custom-models', { filter: `code==${model.slice(7)}`, fields: 'id', limit: 1 });
    if (page.rows[0]) go('/r/platform.customModel/' + page.rows[0].id);
  };
  return html`<div class="page"><header class="form-head"><a class="button ghost square" href=${href('/studio')} aria-label=${t('form.back', { name: t('studio.title') })}><${Icon} name="chevron-left" /></a><nav class="crumbs" aria-label=${t('form.crumbs')}><a class="desk-only" href=${href('/studio')}>${t('studio.title')}</a><span class="desk-only"><${Icon} name="chevron-right" size="13px" /></span><b class="ellipsis" aria-current="page">${meta.title}</b></nav><span class="grow"></span>
      ${own && html`<${Button} icon="settings-2" aria-label=${t('studio.modelSettings')} onClick=${openModel}><span class="desk-only">${t('studio.modelSettings')}</span><//>`}<a class="button" aria-label=${t('studio.openList')} href=${href('/r/' + model)}><${Icon} name="list" /><span class="desk-only">${t('studio.openList')}</span></a></header>
    <div class="studio-tabs" role="tablist" aria-label=${meta.title}>${TABS.map(k => html`<button type="button" role="tab" aria-selected=${String(k === tab)} onClick=${() => go('/studio/' + model, k === 'fields' ? undefined : { tab: k }, { replace: true })}>${t('studio.tab.' + k)}</button>`)}</div>
    <div class="studio"><div class="studio-main full"><h1 class="sr">${t('studio.of', { name: meta.title })}</h1>${tab === 'fields' ? html`<${FieldsTab} meta=${meta} changed=${changed} />` : tab === 'list' ? html`<${ListLayout} key=${model + revision} meta=${meta} changed=${changed} />` : html`<${FormLayout} key=${model + revision} meta=${meta} changed=${changed} />`}</div></div></div>`;
}

function Home() {
  const lang = language.use();
  const [words, setWords] = useState('');
  const asked = useAsk(async signal => {
    const [models, fields, views, status] = await Promise.all([allModels(), api.maybe('/platform/custom-fields', { fields: 'model', limit: 500 }), api.maybe('/platform/views', { fields: 'model', limit: 500 }), api.maybe('/studio/status')]);
    const count = page => ((page && page.rows) || []).reduce((all, r) => ({ ...all, [r.model]: (all[r.model] || 0) + 1 }), {});
    return { models: Object.values(models), fields: count(fields), views: count(views), status };
  }, [lang]);
  if (asked.error) return html`<${Failed} error=${asked.error} retry=${asked.reload} />`;
  if (!asked.data) return html`<div class="page-body"><${Skeleton} lines=${8} /></div>`;
  const { models, fields, views, status } = asked.data;
  const titles = Object.fromEntries(boot.get().modules.map(m => [m.id, m.title]));
  const fits = models.filter(m => (m.module !== 'platform' || words.length > 1) && (m.title + m.id).toLowerCase().includes(words.toLowerCase()));
  const modules = [...new Set(fits.map(m => m.module))].sort((a, b) => (b === 'custom') - (a === 'custom'));
  const create = async () => {
    const made = await openDialog(close => html`<${NewModel} close=${close} />`);
    if (!made) return;
    await refresh();
    toast(t('form.created', { name: made.labelEn }));
    go('/studio/custom.' + made.code);
  };
  const broken = status ? [...(status.models || []).filter(m => m.problem).map(m => `${m.model}: ${m.problem}`), ...(status.views || []).map(v => t('studio.lacks', { name: v.code, fields: v.missing.join(', ') }))] : [];
  return html`<div class="page"><div class="page-head"><h1>${t('studio.title')}</h1><span class="grow"></span><input class="input studio-search" type="search" aria-label=${t('action.search')} placeholder=${t('action.search')} value=${words} onInput=${e => setWords(e.target.value)} /><button type="button" class="button primary" aria-label=${t('studio.newModel')} onClick=${create}><${Icon} name="plus" /><span class="text">${t('studio.newModel')}</span></button></div>
    <div class="page-body"><p class="muted">${t('studio.lead')}</p><nav class="cards studio-others" aria-label=${t('studio.others')}>${OTHERS.filter(([m]) => models.some(x => x.id === m)).map(([m, icon]) => html`<a class="card" key=${m} href=${href('/r/' + m)}><b class="row"><${Icon} name=${icon} />${models.find(x => x.id === m).title}</b></a>`)}</nav>${broken.length > 0 && html`<div class="notice warn"><${Icon} name="triangle-alert" /><span>${broken.join(' ')}</span></div>`}
      ${!fits.length && html`<${Empty} icon="search" title=${t('list.noMatch')} />`}
      ${modules.map(m => html`<h2 class="section-title">${titles[m] || (m === 'custom' ? t('nav.custom') : m === 'platform' ? t('nav.admin') : m)}</h2><div class="cards">${fits.filter(x => x.module === m).map(x => html`<a class="card" key=${x.id} href=${href('/studio/' + x.id)}><b>${x.title}</b><span class="row wrap-row">${fields[x.id] && html`<${Badge} tone="blue">${t('studio.nFields', { n: fields[x.id] })}<//>`}${views[x.id] && html`<${Badge} tone="violet">${t('studio.nViews', { n: views[x.id] })}<//>`}${!fields[x.id] && !views[x.id] && html`<span class="hint">${t('studio.asShipped')}</span>`}</span></a>`)}</div>`)}</div></div>`;
}

/** The page. */
export function Studio({ id, query }) {
  return id ? html`<${Designer} key=${id} model=${id} query=${query} />` : html`<${Home} />`;
}
