package org.ashlar.inventory.internal.domain;

import org.ashlar.inventory.LocationKind;

/**
 * A location as the rules see it.
 *
 * @param id location
 * @param code its code
 * @param kind what it stands for
 * @param warehouseId its warehouse, {@code null} if none
 * @param ancestors ids of the locations above it, {@code /7/9/}
 * @param active usable on new documents
 */
public record Site(long id, String code, LocationKind kind, Long warehouseId, String ancestors, boolean active) {

    /** Prefix of {@link #ancestors} of everything below this location. */
    public String below() {
        return ancestors + id + "/";
    }

    /** Whether it is the other location or below it. */
    public boolean within(Site other) {
        return id == other.id || ancestors.startsWith(other.below());
    }
}
