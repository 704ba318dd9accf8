// Narrow pages show other forms of the same things.
import { useEffect, useMemo, useState } from 'preact/hooks';

/** Whether the page is as narrow as a phone. */
export function usePhone() {
  const query = useMemo(() => matchMedia('(max-width: 760px)'), []);
  const [phone, setPhone] = useState(query.matches);
  useEffect(() => {
    const changed = () => setPhone(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return phone;
}
