// Of the elements that Tab reached (marked data-walk): which show no sign of the focus, or are not on the screen.
() => {
  const look = e => [e, e.parentElement, e.parentElement.parentElement].map(x => {
    const s = getComputedStyle(x);
    return [s.outlineStyle === 'none' ? '' : s.outlineWidth + s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor, s.textDecorationLine].join('|');
  }).join('/');
  const found = [];
  for (const e of document.querySelectorAll('[data-walk]')) {
    e.focus({ focusVisible: true });
    e.getAnimations({ subtree: true }).concat(document.getAnimations()).forEach(a => a.effect.getComputedTiming().endTime !== Infinity && a.finish());
    const on = look(e);
    const box = e.getBoundingClientRect();
    if (box.width < 1 || box.height < 1 || box.right < 0 || box.bottom < 0 || box.left > innerWidth || box.top > innerHeight) found.push('not on the screen: ' + e.outerHTML.slice(0, 140));
    e.blur();
    document.getAnimations().forEach(a => a.effect.getComputedTiming().endTime !== Infinity && a.finish());
    if (look(e) === on) found.push('no sign of the focus: ' + e.outerHTML.slice(0, 140));
  }
  document.querySelectorAll('[data-walk]').forEach(e => delete e.dataset.walk);
  return found;
}
