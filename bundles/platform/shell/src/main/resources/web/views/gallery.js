// The gallery: records as cards with their picture, or their letters where there is none.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { go, href } from '../sdk/router.js';
import { Avatar, Button, Empty, Failed, Skeleton } from '../sdk/components/basic.js';
import { onRecord } from '../shell/events.js';
import { allRsql } from './filters.js';
import { useFilter } from './graph-groups.js';
import { ViewHead } from './head.js';
import { Toolbar } from './list/toolbar.js';
import { textOf, Value } from './values.js';

const PAGE = 48;

/** Pictures of records by id: the first picture among each one's files. */
async function pictures(meta, ids) {
  const found = ids.length ? await api.maybe(meta.path.replace('/api/v1/', '/pictures/'), { ids: ids.join(',') }).catch(() => null) : null;
  return found && found.pictures || {};
}

function Picture({ id, version, name, round }) {
  const [failed, setFailed] = useState(false);
  return version && !failed ? html`<img class="gpicture" loading="lazy" alt="" src=${`/api/v1/files/${version}?inline=true`} onError=${() => setFailed(true)} />` : html`<span class="gletters" key=${id}><${Avatar} name=${name} round=${round} large /></span>`;
}

/** The view of a model. */
export function Gallery({ meta, query }) {
  const view = { fields: [], subtitle: [], ...meta.views.gallery };
  const { filter, update, toolbar } = useFilter(meta, query, 'gallery');
  const title = meta.byName[view.title] ? view.title : meta.label;
  const named = list => (list || []).filter(n => meta.byName[n]);
  const used = [title, ...named(view.subtitle), ...named(view.fields), ...named([view.badge])];
  const fields = [...new Set(['id', meta.label, ...used, ...used.flatMap(n => [meta.byName[n].currencyField, meta.byName[n].unitField]).filter(Boolean)])].join(',');
  const [page, setPage] = useState(null);
  const [shown, setShown] = useState({});
  const [error, setError] = useState(null);
  const end = useRef();
  const count = useRef(PAGE);
  const load = async (offset, limit) => {
    try {
      const next = await api.get(meta.path, { filter: allRsql([], meta, filter), q: query.q, fields, sort: query.sort || meta.sort, offset, limit, count: true });
      setPage(p => offset && p ? { rows: [...p.rows, ...next.rows.filter(r => !p.rows.some(x => x.id === r.id))], total: next.total } : next);
      setError(null);
      pictures(meta, next.rows.map(r => r.id)).then(p => setShown(s => ({ ...s, ...p })));
    } catch (e) {
      setError(e);
    }
  };
  useEffect(() => {
    setPage(null);
    count.current = PAGE;
    load(0, PAGE);
  }, [meta, filter, query.q, query.sort]);
  useEffect(() => {
    let timer = null;
    const ending = onRecord(meta.id, () => {
      clearTimeout(timer);
      timer = setTimeout(() => load(0, Math.min(count.current, 480)), 400);
    });
    return () => {
      clearTimeout(timer);
      ending();
    };
  }, [meta, filter, query.q, query.sort]);
  const more = () => {
    const from = page.rows.length;
    count.current = from + PAGE;
    load(from, PAGE);
  };
  useEffect(() => {
    if (!end.current || !page || page.rows.length >= page.total) return undefined;
    const seen = new IntersectionObserver(found => found[0].isIntersecting && more(), { rootMargin: '300px' });
    seen.observe(end.current);
    return () => seen.disconnect();
  }, [page]);
  const keys = e => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: 0, ArrowDown: 0 }[e.key];
    if (step === undefined || !e.target.dataset.card) return;
    const cards = [...e.currentTarget.querySelectorAll('[data-card]')];
    const at = cards.indexOf(e.target);
    const across = cards.filter(c => c.offsetTop === cards[0].offsetTop).length;
    const to = cards[at + (step || (e.key === 'ArrowDown' ? across : -across))];
    if (to) {
      e.preventDefault();
      to.focus();
    }
  };
  return html`<div class="page"><${ViewHead} meta=${meta} view="gallery" total=${page && page.total} />
    <${Toolbar} ...${toolbar} />
    ${error && !page ? html`<${Failed} error=${error} retry=${() => load(0, PAGE)} />` : !page ? html`<div class="page-body"><${Skeleton} lines=${8} /></div>`
    : !page.total ? html`<${Empty} icon=${filter || query.q ? 'search' : meta.views.icon || 'image'} title=${t(filter || query.q ? 'list.noMatch' : 'list.empty', { name: meta.title })} text=${t(filter || query.q ? 'list.noMatchText' : 'list.emptyText')}>${filter || query.q ? html`<${Button} onClick=${() => update({ f: undefined, q: undefined, preset: undefined, filter: undefined })}>${t('list.clear')}<//>` : meta.create && html`<${Button} kind="primary" icon="plus" onClick=${() => go(`/r/${meta.id}/new`)}>${t('action.new')}<//>`}<//>`
    : html`<div class="page-body"><ul class="gcards" onKeyDown=${keys}>${page.rows.map(row => {
      const name = textOf(meta.byName[title], row[title], row) || String(row[meta.label] || '#' + row.id);
      return html`<li key=${row.id}><a class="gcard data" data-card="1" href=${href(`/r/${meta.id}/${row.id}`)}><${Picture} id=${row.id} version=${shown[row.id]} name=${name} round=${view.round} />
        <span class="gtext"><b>${name}</b><span class="muted ellipsis">${named(view.subtitle).map(n => textOf(meta.byName[n], row[n], row)).filter(Boolean).join(' · ')}</span>
        ${view.badge && meta.byName[view.badge] && row[view.badge] && html`<span class="gbadge"><${Value} field=${meta.byName[view.badge]} value=${row[view.badge]} row=${row} /></span>`}
        ${named(view.fields).filter(n => row[n] !== null && row[n] !== undefined && row[n] !== '').map(n => html`<span class="gfield"><span class="muted">${meta.byName[n].label}</span><span class="ellipsis">${textOf(meta.byName[n], row[n], row)}</span></span>`)}</span></a></li>`;
    })}</ul>${page.rows.length < page.total && html`<div ref=${end} class="pad"><${Button} onClick=${more}>${t('board.more', { n: page.total - page.rows.length })}<//></div>`}</div>`}</div>`;
}
