// Parts that are drawn again only when what they show has changed: a key in one field leaves the others alone.
import { useRef } from 'preact/hooks';

/** Draws what `draw` makes of the values `by`, and keeps it while all of them are the same. */
export function Keep({ by, draw }) {
  const kept = useRef(null);
  if (!kept.current || by.length !== kept.current.by.length || by.some((value, i) => value !== kept.current.by[i])) kept.current = { by, node: draw() };
  return kept.current.node;
}
