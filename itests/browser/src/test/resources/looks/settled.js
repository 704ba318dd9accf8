// Waits until nothing is on its way: no waiting lines, no progress, no movement; at most as long as told (ms).
most => new Promise(done => {
  const end = performance.now() + most;
  const calm = () => ![...document.querySelectorAll('.skeleton, .progress')].some(e => e.checkVisibility() && !e.closest('[data-still]'))
    && !document.getAnimations().some(a => a.playState === 'running' && a.effect.getComputedTiming().endTime !== Infinity);
  let quiet = 0;
  const look = () => {
    quiet = calm() ? quiet + 1 : 0;
    if (quiet >= 2 || performance.now() > end) done(quiet >= 2);
    else setTimeout(look, 40);
  };
  requestAnimationFrame(look);
})
