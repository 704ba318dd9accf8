// Which document came from which, as a row of steps to open.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { href } from '../../sdk/router.js';
import { Badge, Icon } from '../../sdk/components/basic.js';
import { allModels, meta as load } from '../../shell/boot.js';
import { entries } from '../../shell/navigation.js';
import { option } from '../values.js';

function ranks(flow) {
  const key = n => n.model + n.id;
  const rank = Object.fromEntries(flow.nodes.map(n => [key(n), 0]));
  for (let i = 0; i < flow.nodes.length; i++) for (const e of flow.edges) rank[key(e.to)] = Math.max(rank[key(e.to)] ?? 0, Math.min((rank[key(e.from)] ?? 0) + 1, 12));
  return flow.nodes.map(n => ({ ...n, rank: rank[key(n)] })).sort((a, b) => a.rank - b.rank || a.id - b.id);
}

/** The row; nothing while there is only the record itself. */
export function Flow({ meta, id, revision }) {
  const [nodes, setNodes] = useState([]);
  useEffect(() => {
    let current = true;
    api.maybe(`${meta.path}/${id}/flow`).then(async flow => {
      if (!flow || flow.nodes.length < 2) return setNodes([]);
      const models = await allModels();
      const metas = Object.fromEntries(await Promise.all([...new Set(flow.nodes.map(n => n.model))].filter(m => models[m]).map(async m => [m, await load(m).catch(() => null)])));
      if (current) setNodes(ranks(flow).filter(n => models[n.model]).map(n => ({ ...n, title: models[n.model].title, state: metas[n.model] && metas[n.model].state && option(metas[n.model].state, n.state) })));
      return undefined;
    }, () => 0);
    return () => { current = false; };
  }, [meta.id, id, revision]);
  if (nodes.length < 2) return null;
  const icons = Object.fromEntries(entries().map(e => [e.model, e.icon]));
  return html`<nav class="flow" aria-label=${t('form.flow')}>${nodes.map((n, i) => html`${i > 0 && html`<${Icon} name="chevron-right" size="14px" />`}<a href=${href(`/r/${n.model}/${n.id}`)} class="flow-node" aria-current=${n.model === meta.id && n.id === id ? 'true' : undefined}><${Icon} name=${icons[n.model] || 'file-text'} /><span><small>${n.title}</small><b class="ellipsis">${n.label || '#' + n.id}</b></span>${n.state && html`<${Badge} tone=${n.state.tone}>${n.state.label}<//>`}</a>`)}</nav>`;
}
