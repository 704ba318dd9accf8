package org.ashlar.inventory;

/** What a location stands for. Each move goes from one location to another, so quantities are conserved. */
public enum LocationKind {
    /** A place of the company; its goods are on hand and valued. */
    INTERNAL,
    /** Where receipts come from. */
    VENDOR,
    /** Where deliveries go. */
    CUSTOMER,
    /** The other side of counting differences and scrap. */
    ADJUSTMENT,
    /** Goods of the company on their way between its places (在途); on hand and valued, not reservable. */
    TRANSIT,
    /** Where production takes components from stock and returns products. */
    PRODUCTION;

    /** Whether goods here belong to the company's valued stock. */
    public boolean valued() {
        return this == INTERNAL || this == TRANSIT;
    }
}
