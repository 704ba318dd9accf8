// A save that met no network: it goes again by itself, with the same key or version, so that it is done once.
import { useEffect, useRef, useState } from 'preact/hooks';

const EVERY = 4000;

/** `save()` resolves to true when the server has it. Returns whether a save waits, and what to tell about an attempt. */
export function useResend(save) {
  const [waiting, setWaiting] = useState(false);
  const latest = useRef();
  latest.current = save;
  useEffect(() => {
    if (!waiting) return undefined;
    const again = () => latest.current();
    const soon = () => setTimeout(again, 150);
    const timer = setInterval(again, EVERY);
    addEventListener('online', soon);
    return () => {
      clearInterval(timer);
      removeEventListener('online', soon);
    };
  }, [waiting]);
  return [waiting, setWaiting];
}
