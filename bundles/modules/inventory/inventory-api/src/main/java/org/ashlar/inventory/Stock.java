package org.ashlar.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Quantities and values of the caller's company, now and at any date. Needs {@code inventory.quant.read}. Thread-safe. */
@ProviderType
public interface Stock {

    /** Level now, in one warehouse or ({@code null}) in all. */
    StockLevel level(long productId, Long warehouseId);

    /** Levels now, one statement, in the order of the ids; products never stocked answer zeros. */
    List<StockLevel> levels(Collection<Long> productIds, Long warehouseId);

    /** Quantity on hand at the end of a day, in one location or ({@code null}) in all. */
    BigDecimal onHandAt(long productId, Long locationId, LocalDate date);

    /** Value in company currency at the end of a day, of one product or ({@code null}) of all. */
    BigDecimal valueAt(Long productId, LocalDate date);
}
