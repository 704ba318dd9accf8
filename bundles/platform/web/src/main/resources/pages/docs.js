import { ask, language, onLanguage } from '/pages/common.js';

const TEXTS = {
  en: {
    title: 'API documentation', heading: 'Sign in', lead: 'The documentation shows what is installed here, so it is for users.',
    login: 'Login', password: 'Password', go: 'Sign in', away: 'The suite does not answer. Try again in a moment.',
  },
  zh: {
    title: '接口文档', heading: '登录', lead: '文档显示本系统已安装的内容，仅供用户查看。',
    login: '登录名', password: '密码', go: '登录', away: '系统暂无应答，请稍后再试。',
  },
};
let texts = TEXTS.en;
let csrf = null;
const signIn = document.getElementById('sign-in');
const notice = document.getElementById('notice');

function open(session) {
  csrf = session.csrf;
  signIn.hidden = true;
  window.SwaggerUIBundle({
    url: '/api/v1/openapi.json',
    dom_id: '#docs',
    deepLinking: false,
    docExpansion: 'none',
    validatorUrl: null,
    requestInterceptor: request => {
      request.headers['Accept-Language'] = language() === 'zh' ? 'zh-CN' : 'en';
      if (csrf) request.headers['X-Ashlar-CSRF'] = csrf;
      return request;
    },
  });
}

async function begin() {
  const session = await ask('/session').catch(() => null);
  if (session && session.status === 200) return open(session.body);
  signIn.hidden = false;
  return undefined;
}

document.getElementById('form').addEventListener('submit', async event => {
  event.preventDefault();
  const data = Object.fromEntries(new FormData(event.target));
  const answer = await ask('/session', { method: 'POST', body: { login: data.login, password: data.password } }).catch(() => null);
  notice.textContent = '';
  if (answer && answer.status === 200) return open(answer.body);
  notice.textContent = (answer && answer.body && answer.body.detail) || texts.away;
  return undefined;
});

let begun = false;
onLanguage(TEXTS, now => {
  texts = now;
  if (!begun) {
    begun = true;
    window.addEventListener('load', begin, { once: true });
  } else if (!document.getElementById('docs').hasChildNodes()) {
    notice.textContent = '';
  } else {
    begin();
  }
});
