import { ask, element, onLanguage } from '/pages/common.js';

const TEXTS = {
  en: {
    title: 'Ashlar', skip: 'To the content', heading: 'Ashlar is running', docs: 'API documentation', health: 'Health',
    lead: 'A modular business suite. These modules are installed; each brings its own data, rules and interface.',
    setup: 'Set up', ready: 'Ready', starting: 'Starting', down: 'Database away', none: 'No module is installed yet.',
    unreachable: 'The suite does not answer. Trying again …',
    ACTIVE: 'Active', AWAY: 'Away, data kept', WAITING: 'Waiting', FAILED: 'Failed',
    module: 'Applications', masters: 'Master data', bridge: 'Bridges', localization: 'Localizations', platform: 'Platform',
    extension: 'Extensions', other: 'Others',
  },
  zh: {
    title: 'Ashlar', skip: '跳到正文', heading: 'Ashlar 正在运行', docs: '接口文档', health: '健康检查',
    lead: '模块化的企业管理套件。以下模块已安装，各自带有数据、规则和接口。',
    setup: '初始化', ready: '就绪', starting: '启动中', down: '数据库不可用', none: '尚未安装任何模块。',
    unreachable: '系统暂无应答，正在重试……',
    ACTIVE: '运行中', AWAY: '已停用，数据保留', WAITING: '等待中', FAILED: '失败',
    module: '应用', masters: '主数据', bridge: '集成', localization: '本地化', platform: '平台', extension: '扩展', other: '其他',
  },
};
const ORDER = ['module', 'masters', 'bridge', 'localization', 'extension', 'platform', 'other'];
let texts = TEXTS.en;

function card(module) {
  const item = element('li', null);
  item.append(element('b', module.title), element('code', module.id),
    element('span', texts[module.state] || module.state, { class: 'state ' + module.state }));
  return item;
}

function group(kind, modules) {
  const part = element('div', null, { class: 'group' });
  const list = element('ul', null, { class: 'modules' });
  modules.forEach(module => list.append(card(module)));
  part.append(element('h2', texts[kind]), list);
  return part;
}

async function refresh() {
  const place = document.getElementById('modules');
  try {
    const about = await ask('/about');
    const health = await ask('/health/ready');
    const setup = await ask('/setup');
    const state = health.body && health.body.database === 'down' ? 'down' : health.status === 200 ? 'ready' : 'starting';
    const badge = document.getElementById('ready');
    badge.className = 'state ' + state;
    badge.textContent = texts[state];
    document.getElementById('setup').hidden = !(setup.body && setup.body.needed);
    const modules = about.body ? about.body.modules : [];
    const groups = ORDER.map(kind => [kind, modules.filter(m => (ORDER.includes(m.kind) ? m.kind : 'other') === kind)])
      .filter(([, found]) => found.length > 0).map(([kind, found]) => group(kind, found));
    place.replaceChildren(...(groups.length ? groups : [element('p', texts.none, { class: 'muted' })]));
    return state === 'ready';
  } catch (e) {
    place.replaceChildren(element('p', texts.unreachable, { class: 'muted' }));
    return false;
  }
}

async function follow() {
  const ready = await refresh();
  setTimeout(follow, ready ? 10000 : 1500);
}

onLanguage(TEXTS, now => {
  texts = now;
  refresh();
});
setTimeout(follow, 1500);
