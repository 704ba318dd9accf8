// While the application is on its way: what its first page asks for anyway, so that a slow line carries both at once.
(function () {
  var language = document.documentElement.lang;
  var base = document.currentScript.src.replace(/\/shell\/early\.js$/, '');
  var model = /^\/app\/r\/([\w.]+)$/.exec(location.pathname);
  var early = {};
  function ask(path) {
    early[path] = fetch('/api/v1' + path, { headers: { 'Accept-Language': language } }).catch(function () { return null; });
  }
  fetch(base + '/i18n/' + (language === 'en' ? 'en' : 'zh') + '.json').catch(function () { return null; });
  ask('/session');
  if (localStorage.getItem('ashlar.was-in')) {
    ask('/boot');
    if (model) ask('/meta/' + model[1]);
  }
  window.ashlarEarly = { language: language, answers: early };
})();
