// Menus of the installed modules and what they lead to.
import { t } from '../sdk/i18n.js';
import { boot } from './boot.js';
import { contributions } from './contributions.js';

/** Business first, what all share next, administration last; of two apps the one that builds on the other first. */
const KINDS = { module: 0, bridge: 0, extension: 1, masters: 2, localization: 3, platform: 4 };

/** Route of a menu entry. */
export const target = menu => menu.route || '/r/' + menu.model;

const OWN = ['/dashboards', '/approvals', '/my-tasks', '/notifications'];

/** What of the administration stands in the sidebar; the rest is on its page `/admin` and found by Ctrl-K. */
const FRONT = ['/apps', '/r/platform.user', '/admin/roles', '/admin/health', '/admin/jobs', '/admin/backups', '/studio'];

function administration(rest) {
  const menus = FRONT.map(to => rest.find(m => target(m) === to)).filter(Boolean);
  if (!menus.length) return { title: t('action.more'), menus: rest };
  return { title: t('nav.admin'), menus: [{ id: 'admin', title: t('nav.admin'), icon: 'settings', route: '/admin' }, ...menus], more: rest.filter(m => !menus.includes(m)) };
}

/** What the platform's modules bring stands together: administration, and the user's own work apart from it. */
function gathered(list) {
  const platform = list.filter(m => m.kind === 'platform');
  const menus = platform.flatMap(m => m.menus);
  const own = menus.filter(m => OWN.includes(m.route));
  const rest = menus.filter(m => !OWN.includes(m.route));
  return [...(own.length ? [{ id: 'own', title: t('nav.own'), hue: 190, kind: 'own', menus: own }] : []), ...list.filter(m => m.kind !== 'platform'),
    ...(rest.length ? [{ id: 'admin', hue: 340, kind: 'platform', ...administration(rest) }] : [])];
}

/** Modules that have something to open, in order. */
export function groups(view = boot.get()) {
  if (!view) return [];
  const own = contributions.get().pages;
  return gathered(view.modules.map(m => ({ ...m, menus: [...(m.menus || []), ...own.filter(p => p.module === m.id && p.menu).map(p => ({ id: p.id, title: p.menu.title, icon: p.menu.icon || 'puzzle', route: '/p/' + p.module + '/' + p.id }))] }))
    .filter(m => m.menus.length > 0)
    .map((m, i) => ({ ...m, rank: (KINDS[m.kind] ?? 1) * 1000 + (m.order ? m.order - 500 : m.kind === 'module' ? -i : i) })).sort((a, b) => a.rank - b.rank));
}

/** All entries with their module. */
export const entries = view => groups(view).flatMap(m => [...m.menus, ...(m.more || [])].map(menu => ({ ...menu, module: m, to: target(menu) })));

/** The entry that a path belongs to: the longest that begins it. */
export function entryOf(path, view) {
  return entries(view).filter(e => path === e.to || path.startsWith(e.to + '/')).sort((a, b) => b.to.length - a.to.length)[0];
}
