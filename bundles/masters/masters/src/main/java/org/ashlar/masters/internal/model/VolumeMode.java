package org.ashlar.masters.internal.model;

/** How the tiers of a price list apply. */
public enum VolumeMode {
    /** The tier that the quantity reaches prices the whole quantity. */
    RANGE,
    /** Each tier prices only the part of the quantity that lies in it. */
    SLAB
}
