// Sums beside the records of a tree: figures of other records or of a report, each node with all below it.
import { api } from '../sdk/api.js';
import { ownCurrency } from './graph-groups.js';
import { inWhat } from './values.js';

const PAGE = 1000;
const MOST = 20000;

/** The parent of every record: Map of id to {parent, match}. Null if there are too many to add up in the page. */
async function parents(meta, parent, match, filter) {
  const all = new Map();
  for (let offset = 0; ; offset += PAGE) {
    const page = await api.get(meta.path, { fields: ['id', parent, match].filter(Boolean).join(','), filter, sort: 'id', limit: PAGE, offset });
    page.rows.forEach(r => all.set(r.id, { parent: r[parent] && r[parent].id, match: match && r[match] }));
    if (page.rows.length < PAGE) return all;
    if (all.size >= MOST) return null;
  }
}

async function values(sum, nodes, metaOf) {
  if (sum.report) {
    const answer = await api.get(`/reports/${sum.report}.json`);
    const byMatch = new Map(answer.rows.map(r => [r[sum.match], (sum.plus || []).reduce((n, c) => n + (Number(r[c]) || 0), 0) - (sum.minus || []).reduce((n, c) => n + (Number(r[c]) || 0), 0)]));
    return new Map([...nodes].filter(([, n]) => byMatch.has(n.match)).map(([id, n]) => [id, byMatch.get(n.match)]));
  }
  const meta = await metaOf(sum.model);
  const field = meta.byName[(/\((\w+)\)/.exec(sum.measure) || [])[1]];
  const answer = await api.get(meta.path + '/groups', { by: [sum.by, inWhat(field)].filter(Boolean).join(','), measures: sum.measure, filter: sum.filter });
  return new Map(ownCurrency(answer.rows, inWhat(field)).rows.filter(r => r[sum.by]).map(r => [r[sum.by].id, Number(r[sum.measure]) || 0]));
}

/** Totals by id for one declared sum, {} where it cannot be had: another app, a missing right. */
export async function totals(meta, tree, sum, metaOf) {
  try {
    const nodes = await parents(meta, tree.parent, sum.match);
    if (!nodes) return {};
    const own = await values(sum, nodes, metaOf);
    const all = {};
    own.forEach((value, id) => {
      const seen = new Set();
      for (let at = id; at && !seen.has(at); at = (nodes.get(at) || {}).parent) {
        seen.add(at);
        all[at] = (all[at] || 0) + value;
      }
    });
    return all;
  } catch (e) {
    if ([403, 404, 503].includes(e.status)) return {};
    throw e;
  }
}
