import { ask, language, onLanguage } from '/pages/common.js';

const TEXTS = {
  en: {
    title: 'Set up Ashlar', heading: 'Set up Ashlar', lead: 'Create the first administrator. This link works once.',
    admin: 'Administrator', login: 'Login', name: 'Full name', password: 'Password', passwordHint: 'At least 10 characters.',
    repeat: 'Password again', company: 'First company', code: 'Code', companyName: 'Legal name', country: 'Country (ISO code)',
    currency: 'Currency (ISO code)', zone: 'Time zone', chart: 'Chart of accounts', go: 'Create', home: 'To the start page',
    different: 'The two passwords differ.', done: 'Done. You can sign in now.', already: 'The suite is set up already. Sign in.',
    noToken: 'Open the complete set-up link: its end is missing here.', away: 'The suite does not answer. Try again in a moment.',
  },
  zh: {
    title: '初始化 Ashlar', heading: '初始化 Ashlar', lead: '创建首个系统管理员。此链接只能使用一次。',
    admin: '系统管理员', login: '登录名', name: '姓名', password: '密码', passwordHint: '至少 10 个字符。',
    repeat: '再次输入密码', company: '首个公司', code: '编码', companyName: '公司名称', country: '国家（ISO 代码）',
    currency: '币种（ISO 代码）', zone: '时区', chart: '会计科目表', go: '创建', home: '返回首页',
    different: '两次输入的密码不一致。', done: '完成，现在可以登录。', already: '系统已完成初始化，请直接登录。',
    noToken: '请打开完整的初始化链接：此处缺少末尾部分。', away: '系统暂无应答，请稍后再试。',
  },
};
let texts = TEXTS.en;
const token = new URLSearchParams(location.search).get('token');
const form = document.getElementById('form');
const notice = document.getElementById('notice');

// The token must not stay in the address bar or the history.
if (token) history.replaceState(null, '', '/setup');

function say(text, good = false) {
  notice.textContent = text;
  notice.classList.toggle('good', good);
}

async function begin() {
  const state = await ask('/setup').catch(() => null);
  if (!state || !state.body) return say(texts.away);
  if (!state.body.needed) {
    document.getElementById('done').hidden = false;
    return say(texts.already, true);
  }
  if (!token) return say(texts.noToken);
  document.getElementById('company').hidden = !state.body.company;
  form.hidden = false;
  return undefined;
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  const data = Object.fromEntries(new FormData(form));
  if (data.password !== data.repeat) return say(texts.different);
  const withCompany = !document.getElementById('company').hidden;
  const locale = language() === 'zh' ? 'zh-CN' : 'en';
  const button = form.querySelector('button');
  button.disabled = true;
  const answer = await ask('/setup', {
    method: 'POST',
    body: {
      token, login: data.login, password: data.password, name: data.name, locale,
      company: withCompany ? { code: data.code, name: data.companyName, currency: data.currency, country: data.country,
        locale, zone: data.zone, chart: data.chart } : null,
    },
  }).catch(() => null);
  button.disabled = false;
  if (!answer) return say(texts.away);
  if (answer.status === 201) {
    form.hidden = true;
    document.getElementById('done').hidden = false;
    return say(texts.done, true);
  }
  const errors = answer.body && answer.body.errors && answer.body.errors.length
    ? answer.body.errors.map(e => e.message).join(' ') : answer.body && answer.body.detail;
  return say(errors || texts.away);
});

let begun = false;
onLanguage(TEXTS, now => {
  texts = now;
  say('');
  if (!begun) {
    begun = true;
    begin();
  }
});
