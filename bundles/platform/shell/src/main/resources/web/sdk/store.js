// State that several components share.
import { useLayoutEffect, useState } from 'preact/hooks';

/** A value with listeners. `use()` is a hook that follows it, or a part of it. */
export function createStore(initial) {
  let value = initial;
  const listeners = new Set();
  const store = {
    get: () => value,
    set(next) {
      const made = typeof next === 'function' ? next(value) : next;
      if (Object.is(made, value)) return;
      value = made;
      for (const listener of [...listeners]) listener(value);
    },
    patch: part => store.set({ ...value, ...part }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    use(select = whole => whole) {
      const [, redraw] = useState(0);
      const chosen = select(value);
      // With the drawing, not after the next frame: what is set in between would be seen late.
      useLayoutEffect(() => {
        let last = select(value);
        if (!Object.is(last, chosen)) redraw(n => n + 1);
        return store.subscribe(now => {
          const mine = select(now);
          if (!Object.is(mine, last)) {
            last = mine;
            redraw(n => n + 1);
          }
        });
      }, []);
      return chosen;
    },
  };
  return store;
}

/** A choice of this browser, for example a column set: kept in localStorage. */
export function remembered(key, otherwise) {
  try {
    const text = localStorage.getItem('ashlar.' + key);
    return text === null ? otherwise : JSON.parse(text);
  } catch (e) {
    return otherwise;
  }
}

/** Keeps a choice; `undefined` forgets it. */
export function remember(key, value) {
  if (value === undefined) localStorage.removeItem('ashlar.' + key);
  else localStorage.setItem('ashlar.' + key, JSON.stringify(value));
}
