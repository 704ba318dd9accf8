package org.ashlar.purchasing.spi;

import java.time.LocalDate;
import java.util.List;
import org.ashlar.purchasing.LineQuantity;
import org.ashlar.purchasing.PurchaseOrderView;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes vendor bills and vendor credit notes for purchase orders; the service with the highest ranking is asked. It
 * reports with {@link org.ashlar.purchasing.PurchaseOrders#recordBilled} once the document is posted; until then the
 * quantities count as not billed, and posting a second document for them is refused by that call. While there is no
 * such service purchasing records the quantities itself. Called in the transaction of the order's action with the
 * order locked and the quantities checked. Thread-safe.
 */
@ConsumerType
public interface BillingProvider {

    /**
     * Writes a bill.
     *
     * @param reference the vendor's bill number, may be {@code null}
     */
    DocumentRef bill(PurchaseOrderView order, List<LineQuantity> quantities, LocalDate date, String reference);

    /** Writes a vendor credit note; quantities are positive. */
    DocumentRef credit(PurchaseOrderView order, List<LineQuantity> quantities, LocalDate date, String reference);
}
