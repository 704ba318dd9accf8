// Before the first paint: theme and density as chosen, so that nothing flashes.
(function () {
  var root = document.documentElement;
  var theme = localStorage.getItem('ashlar.theme') || 'system';
  var dark = theme === 'dark' || theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.density = localStorage.getItem('ashlar.density') || 'normal';
  var language = localStorage.getItem('ashlar.language') || (navigator.language || 'en');
  root.lang = /^zh/i.test(language) ? 'zh-CN' : 'en';
})();
