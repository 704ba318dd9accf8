// What grants mean: stars, what is inherited, and what is left when one permission is taken out of a star.

/** Whether a grant, where a star stands for a segment and a last one for all that follow, covers the permission. */
export function covers(grant, permission) {
  const given = grant.split('.');
  const asked = permission.split('.');
  return given.every((s, i) => i < asked.length && (s === '*' || s === asked[i])) && (given.length === asked.length || given[given.length - 1] === '*');
}

export const granted = (grants, permission) => grants.some(g => covers(g, permission));

/** Modules with their models and the permissions of each: [{id, models: [{id, title, permissions: [{permission, verb, label}]}]}]. */
export function catalogue(known) {
  const modules = new Map();
  for (const k of known) {
    const module = k.permission.split('.')[0];
    if (!modules.has(module)) modules.set(module, new Map());
    const models = modules.get(module);
    const id = k.model || module + ':reports';
    if (!models.has(id)) models.set(id, { id, title: k.model ? k.title : null, permissions: [] });
    models.get(id).permissions.push({ permission: k.permission, verb: k.model ? k.permission.slice(k.permission.lastIndexOf('.') + 1) : 'report', label: k.model ? k.verb : k.title });
  }
  return [...modules].map(([id, models]) => ({ id, models: [...models.values()].sort((a, b) => (a.title === null) - (b.title === null) || String(a.title).localeCompare(String(b.title))) }));
}

/** All permissions of one model as one grant, where all are given. */
function tidy(grants, known) {
  let list = [...new Set(grants)];
  for (const model of new Set(known.map(k => k.model).filter(Boolean))) {
    const all = known.filter(k => k.model === model && k.permission.startsWith(model + '.')).map(k => k.permission);
    if (all.length > 2 && all.every(p => list.includes(p))) list = [...list.filter(g => !all.includes(g)), model + '.*'];
  }
  return list.filter(g => !list.some(other => other !== g && covers(other, g))).sort();
}

/** The grants with a permission given or taken. A star that covered a taken one becomes what it covered besides. */
export function changed(grants, permission, on, known) {
  if (on) return granted(grants, permission) ? grants : tidy([...grants, permission], known);
  const kept = grants.filter(g => !covers(g, permission));
  const opened = grants.filter(g => covers(g, permission) && g !== permission);
  const rest = known.map(k => k.permission).filter(p => p !== permission && opened.some(g => covers(g, p)));
  return tidy([...kept, ...rest], known);
}

/** Titles of conflicting duties that the grants hold together. */
export const conflictsOf = (grants, duties) => duties.filter(d => d.active !== false && granted(grants, d.first) && granted(grants, d.second));
