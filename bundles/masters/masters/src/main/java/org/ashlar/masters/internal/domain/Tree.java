package org.ashlar.masters.internal.domain;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongFunction;

/** Parent-child chains. */
public final class Tree {

    private Tree() {
    }

    /**
     * Whether a record would become its own ancestor.
     *
     * @param id the record, {@code null} if it is new
     * @param parent its new parent, may be {@code null}
     * @param parentOf the parent of any record, {@code null} at the root
     */
    public static boolean closesCircle(Long id, Long parent, LongFunction<Long> parentOf) {
        Set<Long> seen = new HashSet<>();
        for (Long at = id == null ? null : parent; at != null && seen.add(at); at = parentOf.apply(at)) {
            if (at.equals(id)) {
                return true;
            }
        }
        return false;
    }
}
