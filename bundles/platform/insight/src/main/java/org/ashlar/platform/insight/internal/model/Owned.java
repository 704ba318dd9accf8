package org.ashlar.platform.insight.internal.model;

/** What one person made for himself, or shares. */
public interface Owned {

    /** User id, {@code null} for the company's own. */
    Long getOwner();

    /** Sets the owner. */
    void setOwner(Long owner);
}
