// Dashboards: tiles that somebody looks at every day, live, each part leading to its records; arranged on screen.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api, may } from '../sdk/api.js';
import { language, t } from '../sdk/i18n.js';
import { go, setQuery } from '../sdk/router.js';
import { Button, Empty, Failed, Icon, Skeleton } from '../sdk/components/basic.js';
import { confirmDialog, Menu, toast } from '../sdk/components/overlay.js';
import { useAsk } from '../sdk/ask.js';
import { onEvent } from '../shell/events.js';
import { Choice } from '../views/graph-controls.js';
import { askName, createBoard } from './dashboard/name.js';
import { place, TileBody } from './dashboard/tile.js';

/** Periods that replace those of all tiles. */
const PERIODS = ['today', 'weekToDate', 'monthToDate', 'quarterToDate', 'yearToDate', 'lastMonth', 'lastQuarter', 'lastYear', 'last7Days', 'last30Days', 'last90Days', 'last12Months'];

/** The tiles of a saved dashboard with what they show now. */
function Tiles({ board, period }) {
  const [live, setLive] = useState(0);
  const { data, error, reload } = useAsk(signal => api.get(`/dashboards/${board.code}/data`, { period }, { signal }), [board, period, live]);
  const targets = useMemo(() => new Set(board.tiles.map(x => x.target)), [board]);
  useEffect(() => {
    let timer = null;
    const ending = onEvent(e => {
      if (e.name !== 'reset' && !(e.name === 'record' && e.data && targets.has(e.data.model))) return;
      clearTimeout(timer);
      timer = setTimeout(() => setLive(n => n + 1), 700);
    });
    return () => {
      clearTimeout(timer);
      ending();
    };
  }, [targets]);
  if (error && !data) return html`<${Failed} error=${error} retry=${reload} />`;
  const byKey = new Map((data ? data.tiles : []).map(x => [x.key, x]));
  const shown = board.tiles.filter(x => !((byKey.get(x.key) || {}).problem && byKey.get(x.key).problem.status === 403));
  if (!board.tiles.length || data && !shown.length) return html`<${Empty} icon="layout-dashboard" title=${t(board.tiles.length ? 'dash.noRights' : 'dash.empty')} text=${t(board.tiles.length ? 'dash.noRightsText' : 'dash.emptyText')}>${board.mayChange && html`<${Button} kind="primary" icon="plus" onClick=${() => setQuery({ edit: '1', add: '1' })}>${t('dash.addTile')}<//>`}<//>`;
  return html`<div class="page-body"><div class="dash-grid" aria-busy=${String(!data)}>${shown.map(x => html`<section key=${x.key} class=${`tile dash-tile kind-${x.kind.toLowerCase()}`} style=${place(x)}><h2 class="ellipsis" title=${x.title}>${x.title}</h2><${TileBody} key=${x.kind} tile=${byKey.get(x.key)} title=${x.title} /></section>`)}</div></div>`;
}

/** Titles of the others behind the title of this one. */
function Switcher({ board, list }) {
  const items = [...list.map(b => ({ label: b.title, icon: b.shipped ? 'layout-dashboard' : b.shared ? 'users' : 'user', checked: b.code === board.code, run: () => go('/dashboards/' + b.code) })), '-', { label: t('nav.home'), icon: 'house', run: () => go('/', { overview: '1' }) }];
  return html`<${Menu} label=${t('dash.others')} button=${p => html`<button type="button" class="dash-switch" aria-label=${t('dash.others')} ...${p}><${Icon} name="chevron-down" /></button>`} items=${items} />`;
}

function Board({ code, list, home, query, refresh }) {
  const lang = language.use();
  const { data: board, error, reload } = useAsk(signal => api.get('/dashboards/' + encodeURIComponent(code), {}, { signal }), [code, lang]);
  const [editor, setEditor] = useState(null);
  const loading = useRef(false);
  const editing = query.edit && board && board.mayChange;
  useEffect(() => {
    if (!editing || editor || loading.current) return;
    loading.current = true;
    import('./dashboard/edit.js').then(m => setEditor(() => m.Editor), e => toast(e.message, { bad: true }));
  }, [editing]);
  if (error) return html`<div class="page"><h1 class="sr">${t('dash.title')}</h1><${Failed} error=${error} retry=${error.status === 404 ? undefined : reload} /></div>`;
  if (!board) return html`<div class="page-body"><${Skeleton} lines=${9} /></div>`;
  const done = async next => {
    await refresh();
    if (next) go('/dashboards/' + next, {}, { force: true });
    else {
      setQuery({ ...query, edit: undefined, add: undefined });
      reload();
    }
  };
  if (editing) {
    const Editor = editor;
    return Editor ? html`<${Editor} key=${board.code + board.version} board=${board} add=${Boolean(query.add)} done=${done} cancel=${() => setQuery({ ...query, edit: undefined, add: undefined })} />` : html`<div class="page-body"><${Skeleton} lines=${9} /></div>`;
  }
  const attempted = promise => promise.catch(e => toast(e.message, { bad: true }));
  const start = home === board.code;
  const copy = (asked, name) => attempted(api.post(`/dashboards/${board.code}/copy`, { code: asked, name }).then(async made => {
    await refresh();
    go('/dashboards/' + made.code, { edit: '1' });
    if (made.code === board.code) reload();
  }));
  const choose = to => attempted(api.raw('PUT', '/dashboards/home', { body: { code: to } }).then(async answer => {
    if (!answer.ok) throw new Error((await answer.json()).detail);
    toast(t(to ? 'dash.isStart' : 'dash.noStart'));
    return refresh();
  }));
  const remove = async () => {
    if (!await confirmDialog({ title: t('dash.deleteAsk', { name: board.title }), text: t('dash.deleteText'), yes: t('action.delete'), danger: true })) return;
    await attempted(api.delete('/platform/dashboards/' + board.id, board.version).then(async () => {
      await refresh();
      go('/dashboards');
    }));
  };
  const share = () => import('./dashboard/share.js').then(m => m.share(board)).then(async changed => {
    if (!changed) return;
    await refresh();
    reload();
  });
  const more = [
    { label: t(start ? 'dash.unsetStart' : 'dash.setStart'), icon: 'house', run: () => choose(start ? null : board.code) },
    board.mayChange && { label: t('dash.share'), icon: 'users', run: share },
    may('platform.dashboard.create') && { label: t('dash.copy'), icon: 'copy', run: async () => { const name = await askName(t('dash.copy'), t('dash.copyOf', { name: board.title })); if (name) copy(undefined, name); } },
    board.shipped && may('platform.dashboard.manage') && { label: t('dash.replace'), icon: 'pencil', run: () => copy(board.code, board.title) },
    may('platform.dashboard.create') && { label: t('dash.new'), icon: 'plus', run: () => createBoard(refresh) },
    { label: t('action.print'), icon: 'printer', run: () => print() },
    board.mayChange && board.id && '-', board.mayChange && board.id && { label: t('action.delete'), icon: 'trash-2', danger: true, run: remove }].filter(Boolean);
  const dated = board.tiles.some(x => x.dateField);
  return html`<div class="page"><div class="page-head"><h1 class="ellipsis">${board.title}</h1><${Switcher} board=${board} list=${list} />${start && html`<span class="pill dash-start">${t('dash.start')}</span>`}<span class="grow"></span>
      ${dated && html`<${Choice} label=${t('dash.period')} icon="calendar-days" current=${query.period || ''} none=${t('dash.ownPeriod')} choices=${PERIODS.map(p => ({ key: p, label: t('dash.period.' + p) }))} set=${p => setQuery({ ...query, period: p || undefined })} />`}
      ${board.mayChange && html`<button type="button" class="button" aria-label=${t('dash.edit')} onClick=${() => setQuery({ ...query, edit: '1' })}><${Icon} name="pencil" /><span class="text">${t('dash.edit')}</span></button>`}
      <${Menu} label=${t('action.more')} align="end" button=${p => html`<${Button} kind="ghost" icon="ellipsis" label=${t('action.more')} ...${p} />`} items=${more} /></div>
    <${Tiles} board=${board} period=${PERIODS.includes(query.period) ? query.period : undefined} /></div>`;
}

/** The page: the dashboard of a code, or the first there is. */
export function Dashboards({ id, query }) {
  const lang = language.use();
  const { data, error, reload } = useAsk(signal => api.get('/dashboards', {}, { signal }), [lang]);
  const refresh = async () => reload();
  if (error) return html`<${Failed} error=${error} retry=${reload} />`;
  if (!data) return html`<div class="page-body"><${Skeleton} lines=${9} /></div>`;
  const code = id || (data.rows.some(b => b.code === data.home) ? data.home : data.rows[0] && data.rows[0].code);
  if (!code) return html`<div class="page"><div class="page-head"><h1>${t('dash.title')}</h1></div><${Empty} icon="layout-dashboard" title=${t('dash.none')} text=${t('dash.noneText')}>${may('platform.dashboard.create') && html`<${Button} kind="primary" icon="plus" onClick=${() => createBoard(refresh)}>${t('dash.new')}<//>`}<//></div>`;
  return html`<${Board} key=${code} code=${code} list=${data.rows} home=${data.home} query=${query} refresh=${refresh} />`;
}
