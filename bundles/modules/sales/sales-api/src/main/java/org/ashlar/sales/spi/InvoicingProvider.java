package org.ashlar.sales.spi;

import java.time.LocalDate;
import java.util.List;
import org.ashlar.sales.LineQuantity;
import org.ashlar.sales.OrderView;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes invoices and credit notes for orders; the service with the highest ranking is asked. It reports with
 * {@link org.ashlar.sales.Orders#recordInvoiced} once the document is posted; until then the quantities count as not
 * invoiced, and posting a second document for them is refused by that call. While there is no such service sales
 * records the quantities itself. Called in the transaction of the order's action with the order locked and the
 * quantities checked. Thread-safe.
 */
@ConsumerType
public interface InvoicingProvider {

    /** Writes an invoice. */
    DocumentRef invoice(OrderView order, List<LineQuantity> quantities, LocalDate date);

    /** Writes a credit note; quantities are positive. */
    DocumentRef credit(OrderView order, List<LineQuantity> quantities, LocalDate date);
}
