// While the application is on its way: what its first page asks for anyway, so that a slow line carries both at once.
(function () {
  var language = document.documentElement.lang;
  var base = document.currentScript.src.replace(/\/shell\/early\.js$/, '');
  var model = /^\/app\/r\/([\w.]+)$/.exec(location.pathname);
  var early = {};
  // Ctrl-K and what is typed after it belong to the palette, also before there is one.
  var keys = { text: null, enter: false, end: function () { removeEventListener('keydown', typed, true); } };
  function typed(event) {
    var k = event.key;
    if (event.isComposing || document.querySelector('#root input')) return;
    if ((event.ctrlKey || event.metaKey) && k.toLowerCase() === 'k') keys.text = '';
    else if (keys.text === null || event.ctrlKey || event.metaKey || event.altKey) return;
    else if (k === 'Escape') keys.text = null;
    else if (k === 'Enter') keys.enter = keys.text !== '';
    else if (k === 'Backspace') keys.text = keys.text.slice(0, -1);
    else if (k.length === 1) keys.text += k;
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  addEventListener('keydown', typed, true);
  function ask(path) {
    early[path] = fetch('/api/v1' + path, { headers: { 'Accept-Language': language } }).catch(function () { return null; });
  }
  fetch(base + '/i18n/' + (language === 'en' ? 'en' : 'zh') + '.json').catch(function () { return null; });
  ask('/session');
  if (localStorage.getItem('ashlar.was-in')) {
    ask('/boot');
    if (model) ask('/meta/' + model[1]);
  }
  window.ashlarEarly = { language: language, answers: early, until: 30000, keys: keys };
})();
