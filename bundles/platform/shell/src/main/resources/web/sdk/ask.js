// A hook for data: what is there now, whether it is on its way, what went wrong.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Runs `load(signal)` when `keys` change. Old data stays until new data is there. */
export function useAsk(load, keys) {
  const [state, setState] = useState({ data: undefined, error: null, loading: true });
  const run = useRef(null);
  const again = useCallback(() => {
    if (run.current) run.current.abort();
    const mine = run.current = new AbortController();
    setState(s => ({ ...s, loading: true }));
    Promise.resolve().then(() => load(mine.signal)).then(
      data => !mine.signal.aborted && setState({ data, error: null, loading: false }),
      error => !mine.signal.aborted && setState(s => ({ data: s.data, error, loading: false })));
  }, keys);
  useEffect(() => {
    again();
    return () => run.current && run.current.abort();
  }, keys);
  return { ...state, reload: again };
}
